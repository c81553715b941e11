using NodaTime;

namespace Vuosikello.Web.Composition;

/// <summary>Where ids of new commands and activities come from: forms carry them, so that a form sent twice is one command.</summary>
public interface INewIds
{
    Guid Next();
}

/// <summary>UUIDs of version 7: random, and in the order in which they were made.</summary>
public sealed class NewIds(IClock clock) : INewIds
{
    public Guid Next() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());
}
