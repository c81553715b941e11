using Vuosikello.Domain;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Past;

/// <summary>A year as it was, with the year before it, from which activities may run into it.</summary>
public sealed record PastYear(PartnershipView Partnership, BoardView Board, BoardView? Before);

/// <summary>Years as they were.</summary>
public sealed class PastYears(IAsItWas past)
{
    /// <summary>All that a board and its wheel are made of; null when the year did not exist at the moment.</summary>
    /// <exception cref="PastBusyException">Too many of the public ask.</exception>
    public async ValueTask<PastYear?> Find(CycleId cycle, PastMoment moment, bool forPublic, CancellationToken ct)
    {
        if (await past.Partnership(cycle.Partnership, moment.Instant, ct) is not { } partnership) return null;
        if (await Board(cycle) is not { } board) return null;
        return new(partnership, board, await Board(cycle with { Year = cycle.Year - 1 }));

        ValueTask<BoardView?> Board(CycleId year) => forPublic ? past.BoardForPublic(year, moment.Instant, ct) : past.Board(year, moment.Instant, ct);
    }
}
