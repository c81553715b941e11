using System.Diagnostics.Metrics;

namespace Vuosikello.Commands;

/// <summary>Counts what becomes of commands.</summary>
/// <param name="meters">Null where nobody measures.</param>
public sealed class CommandMeter(IMeterFactory? meters = null)
{
    /// <summary>The meter of all of this application's instruments.</summary>
    public const string Name = "Vuosikello";

    private readonly Counter<long>? _commands = meters?.Create(Name).CreateCounter<long>(
        "vuosikello.commands", "{command}", "Commands that were answered, by outcome: done, repeated, refused, clashed, forbidden, not-found, try-again.");

    internal void Count(Outcome outcome) => _commands?.Add(1, new KeyValuePair<string, object?>("outcome", Word(outcome)));

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Done { Repeated: true } => "repeated",
        Outcome.Done => "done",
        Outcome.Refused => "refused",
        Outcome.Clashed => "clashed",
        Outcome.Forbidden => "forbidden",
        Outcome.NotFound => "not-found",
        Outcome.TryAgain => "try-again",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
