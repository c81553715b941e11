using Vuosikello.Domain;
using Vuosikello.Web.Api;
using Vuosikello.Web.History;

namespace Vuosikello.Web.Compare;

/// <summary>Two sides of one thing.</summary>
/// <param name="Name">Of the thing.</param>
/// <param name="Versions">Those it has, newest first.</param>
/// <param name="Changed">How many parts changed; so with the others.</param>
/// <param name="Rows">Parts, in the order of the later text.</param>
/// <param name="Next">The <c>after</c> of the next rows; left out with the last ones.</param>
public sealed record ComparisonResource(
    string Name, IReadOnlyList<string> Versions, SideResource From, SideResource To, int Changed, int Added, int Removed, int Unchanged,
    IReadOnlyList<ComparedRowResource> Rows, int? Next)
{
    /// <summary>The most rows at once.</summary>
    public const int Most = 400;

    /// <summary>Rows after so many, with beginnings where there is too much text.</summary>
    public static ComparisonResource Of(Comparison comparison, int after)
    {
        var budget = new TextBudget(firstWhole: false);
        var rows = comparison.Rows.Skip(after).Take(Most).Select(row => ComparedRowResource.Of(row, cut: !budget.Takes(Length(row)))).ToList();
        return Of(comparison, rows, after + rows.Count < comparison.Rows.Count ? after + rows.Count : null);
    }

    /// <summary>One row, whole.</summary>
    public static ComparisonResource Of(Comparison comparison, ComparedRow row) => Of(comparison, [ComparedRowResource.Of(row, cut: false)], null);

    private static ComparisonResource Of(Comparison comparison, IReadOnlyList<ComparedRowResource> rows, int? next) => new(
        comparison.Thing.Name, comparison.Thing.Versions, new(comparison.From.Asked, comparison.Left!.Label), new(comparison.To.Asked, comparison.Right!.Label),
        comparison.Count(RowKind.Changed), comparison.Count(RowKind.Added), comparison.Count(RowKind.Removed), comparison.Count(RowKind.Unchanged), rows, next);

    private static long Length(ComparedRow row) => row.Kind == RowKind.Unchanged ? 0 : Length(row.From) + Length(row.To);

    private static long Length(ComparedPart? part) => part is null ? 0 : TextBudget.LengthOf(part.Text);
}

/// <param name="Asked">As it is asked for: a version, a moment, or now.</param>
/// <param name="Label">In the language of the request.</param>
public sealed record SideResource(string Asked, string Label);

/// <summary>A part on both sides.</summary>
/// <param name="Part">What it is known by on both: ask for it with <c>part</c>.</param>
/// <param name="Number">Its number; empty where parts have none.</param>
/// <param name="Heading">In the language of the request.</param>
/// <param name="Before">Number and heading on the left, where they were others.</param>
/// <param name="Redlines">The difference word by word; none of what did not change, nor where the texts were cut.</param>
/// <param name="Cut">Whether the texts are too long for a list: <paramref name="Beginnings" /> has how they begin.</param>
/// <param name="Beginnings">The beginnings of the text on the left and on the right, of a part that was cut.</param>
public sealed record ComparedRowResource(
    RowKind Kind, string Part, string Number, string Heading, NameResource? Before, IReadOnlyList<RedlineResource> Redlines, bool Cut, BeginningsResource? Beginnings)
{
    public static ComparedRowResource Of(ComparedRow row, bool cut)
    {
        var part = row.Any;
        LocalText before = row.From?.Text ?? LocalText.Empty, after = row.To?.Text ?? LocalText.Empty;
        bool renamed = row.From is { } from && row.To is { } to && (from.Number, from.Heading) != (to.Number, to.Heading);
        return new(
            row.Kind, part.Key, part.Number, part.Heading, renamed ? new(row.From!.Number, row.From.Heading) : null,
            cut || row.Kind == RowKind.Unchanged ? [] : [.. RedlineResource.Of(before, after)],
            cut, cut ? new(TextBudget.Beginning(before), TextBudget.Beginning(after)) : null);
    }
}

public sealed record NameResource(string Number, string Heading);

public sealed record BeginningsResource(LocalText Before, LocalText After);
