using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>What an event of the history is about: the kind of its aggregate.</summary>
public enum HistoryKind : byte
{
    Partnership,
    Year,
    Activity,
    Rules,
    Agreement,
    Round,
    Review,
}

/// <summary>The kinds by the names of streams.</summary>
public static class HistoryKinds
{
    public static IReadOnlyList<HistoryKind> All { get; } = Enum.GetValues<HistoryKind>();

    /// <summary>Null for a stream that is of no kind known here.</summary>
    public static HistoryKind? Of(StreamName stream) => stream.Value.AsSpan(0, Math.Max(0, stream.Value.IndexOf('-', StringComparison.Ordinal))) switch
    {
        "partnership" => HistoryKind.Partnership,
        "cycle" => HistoryKind.Year,
        "activity" => HistoryKind.Activity,
        "rules" => HistoryKind.Rules,
        "agreement" => HistoryKind.Agreement,
        "round" => HistoryKind.Round,
        "review" => HistoryKind.Review,
        _ => null,
    };
}
