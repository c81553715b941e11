using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Rounds;

/// <summary>What a round can be on: what the partnership has.</summary>
public sealed class RoundSubjects(IBoardViews boards)
{
    /// <summary>The years that have something to comment on, newest first.</summary>
    public IReadOnlyList<int> Years(PartnershipView partnership) => [.. partnership.Years.Where(y => Activities(y.State.Id).Count > 0).Select(y => y.Year)];

    /// <summary>The activities of a year, for <see cref="Domain.CommentRounds.OpenRound"/>.</summary>
    public ValueList<ActivityId> Activities(CycleId cycle) => boards.Find(cycle)?.Activities.Select(a => a.Id).ToValueList() ?? [];
}
