using Vuosikello.Domain;

namespace Vuosikello.Web.Compare;

/// <summary>A thing as it stood at one version or moment, part by part.</summary>
/// <param name="Label">Which version or moment, in the reader's language.</param>
/// <param name="Parts">In reading order; none when it was not there.</param>
public sealed record ComparedText(string Label, IReadOnlyList<ComparedPart> Parts);

/// <summary>A clause, a field, or an activity of a board.</summary>
/// <param name="Key">What it is known by in every version.</param>
/// <param name="Number">Its number in this one; empty where parts have none.</param>
/// <param name="Heading">In the reader's language; may be empty.</param>
/// <param name="Text">What it says, in whichever languages.</param>
public sealed record ComparedPart(string Key, string Number, string Heading, LocalText Text)
{
    /// <summary>Number and heading as one.</summary>
    public string Name => Number.Length > 0 ? $"{Number} {Heading}".TrimEnd() : Heading;
}

/// <summary>What became of a part.</summary>
public enum RowKind
{
    Unchanged,
    Changed,
    Added,
    Removed,
}

/// <summary>A part on both sides; null on the side on which it is not.</summary>
public sealed record ComparedRow(RowKind Kind, ComparedPart? From, ComparedPart? To)
{
    public ComparedPart Any => To ?? From!;

    /// <summary>The number it had before, when others came before it or went.</summary>
    public string? OldNumber => From is not null && To is not null && From.Number != To.Number ? From.Number : null;
}

/// <summary>Two texts laid side by side.</summary>
public static class TextComparison
{
    /// <summary>Every part of either, in the order of the later text; what is gone stands after what it stood after before.</summary>
    public static IReadOnlyList<ComparedRow> Of(ComparedText from, ComparedText to)
    {
        var before = from.Parts.ToDictionary(part => part.Key, StringComparer.Ordinal);
        var stays = to.Parts.Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
        var goneAfter = new Dictionary<string, List<ComparedPart>>(StringComparer.Ordinal);
        string anchor = "";
        foreach (var part in from.Parts)
        {
            if (stays.Contains(part.Key)) anchor = part.Key;
            else if (goneAfter.TryGetValue(anchor, out var gone)) gone.Add(part);
            else goneAfter[anchor] = [part];
        }
        return
        [
            .. Gone(""),
            .. to.Parts.SelectMany(part => Gone(part.Key).Prepend(Row(before.GetValueOrDefault(part.Key), part))),
        ];

        IEnumerable<ComparedRow> Gone(string key) =>
            goneAfter.TryGetValue(key, out var parts) ? parts.Select(part => new ComparedRow(RowKind.Removed, part, null)) : [];
    }

    private static ComparedRow Row(ComparedPart? from, ComparedPart to) =>
        from is null ? new(RowKind.Added, null, to)
        : new(from.Text == to.Text && from.Heading == to.Heading ? RowKind.Unchanged : RowKind.Changed, from, to);
}
