using System.Globalization;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Board;

/// <summary>What of a board is shown and how, as it stands in the address.</summary>
/// <param name="Filter">Which activities.</param>
/// <param name="AreaRings">The wheel has a ring per area; otherwise per theme.</param>
/// <param name="Table">A table stands beside the wheel; otherwise a list by month.</param>
/// <param name="Month">1–12: the month that is open when not all activities fit on the page (<see cref="BoardPart"/>); null for the present one.</param>
public sealed record BoardQuery(BoardFilter Filter, bool AreaRings, bool Table, int? Month)
{
    /// <summary>The moment at which the board is shown, as addresses have it; null for now.</summary>
    public string? At { get; init; }

    public static BoardQuery Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var all = parameters.ToList();
        return new(
            BoardFilter.Parse(all),
            all.Exists(p => p is { Key: "rings", Value: "areas" }),
            all.Exists(p => p is { Key: "view", Value: "table" }),
            all.Where(p => p.Key == "month").Select(p => MonthOf(p.Value)).FirstOrDefault());
    }

    /// <param name="query">A query string without its question mark, as <see cref="ToQuery"/> writes it.</param>
    public static BoardQuery Parse(string query) =>
        Parse(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))));

    /// <summary>The canonical query string, without a question mark; empty for the whole board as a list.</summary>
    public string ToQuery() => string.Join('&', new[]
    {
        Filter.ToQuery(), AreaRings ? "rings=areas" : "", Table ? "view=table" : "",
        Month is { } month ? FormattableString.Invariant($"month={month}") : "",
        At is not null ? $"at={Uri.EscapeDataString(At)}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The address of a year's board shown this way.</summary>
    public string On(Domain.CycleId cycle) => ToQuery() is { Length: > 0 } query ? $"{BoardAddresses.Of(cycle)}?{query}" : BoardAddresses.Of(cycle);

    private static int? MonthOf(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 ? month : null;
}
