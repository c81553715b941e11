using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Board;

/// <summary>
/// What of a board one page holds: everything, or, of a year with very many activities, the entries of one month and how many
/// there are in each of the others. A page of thousands of entries is megabytes that no phone scrolls through.
/// </summary>
public sealed class BoardPart
{
    /// <summary>So many entries are shown at once: about 400 kB of page.</summary>
    public const int MostAtOnce = 400;

    private readonly int? _open;

    private BoardPart(int? open) => _open = open;

    /// <param name="shown">The activities that match the filter, in the order of time.</param>
    /// <param name="year">The board's year.</param>
    /// <param name="wanted">The month that the reader chose.</param>
    /// <param name="today">In Helsinki: without a choice its month is open, in another year the first that has activities.</param>
    public static BoardPart Of(ImmutableArray<ActivityView> shown, int year, int? wanted, LocalDate today)
    {
        if (shown.Length <= MostAtOnce) return new BoardPart(null);
        return new BoardPart(wanted ?? (today.Year == year ? today.Month : shown[0].FirstDay.Month));
    }

    /// <summary>True when the entries of this month (1–12) are on the page.</summary>
    public bool Shows(int month) => _open is null || _open == month;
}
