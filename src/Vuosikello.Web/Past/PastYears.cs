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
    public async ValueTask<PastYear?> Find(CycleId cycle, PastMoment moment, CancellationToken ct)
    {
        if (await past.Partnership(cycle.Partnership, moment.Instant, ct) is not { } partnership) return null;
        if (await past.Board(cycle, moment.Instant, ct) is not { } board) return null;
        return new(partnership, board, await past.Board(cycle with { Year = cycle.Year - 1 }, moment.Instant, ct));
    }
}
