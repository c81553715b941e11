using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Moving;

/// <summary>An event of the log that is copied is not as it was written. Nothing from it on is copied.</summary>
public sealed class OriginalDoesNotFitException(Misfit misfit) : Exception($"Event {misfit.Version} of stream {misfit.Stream} does not fit: {misfit.Reason}.")
{
    public Misfit Misfit { get; } = misfit;
}

/// <summary>Where the copy goes there is something else than the beginning of the log. Nothing of it was changed; the message says what.</summary>
public sealed class NotACopyException(string message) : Exception(message);
