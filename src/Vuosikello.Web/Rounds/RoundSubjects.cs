using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Rounds;

/// <summary>What a round can be on: what the partnership has.</summary>
public sealed class RoundSubjects(IBoardViews boards, IAgreementViews agreements)
{
    /// <summary>The agreements that are being written and are in no round yet, with those that a plan names already.</summary>
    public IReadOnlyList<(string Value, LocalText Text)> Agreements(PartnershipView partnership, CommentRound? round) =>
    [
        .. agreements.Of(partnership.Id).Select(v => v.State)
            .Where(a => a.Stage == AgreementStage.Draft || round?.Plan.Subject.Agreements.Contains(a.Id) == true)
            .Select(a => (a.Id.Slug, a.Draft.Title)),
    ];

    /// <summary>The years that are not adopted yet and have something to comment on, newest first, with the one that a plan names already.</summary>
    public IReadOnlyList<int> Years(PartnershipView partnership, CommentRound? round) =>
    [
        .. partnership.Years
            .Where(y => round?.Plan.Subject.Year == y.Year || (y.State.Phase is CyclePhase.Draft or CyclePhase.InCommentRound && Activities(y.State.Id).Count > 0))
            .Select(y => y.Year),
    ];

    /// <summary>The activities of a year, for <see cref="OpenRound"/>.</summary>
    public ValueList<ActivityId> Activities(CycleId cycle) => boards.Find(cycle)?.Activities.Select(a => a.Id).ToValueList() ?? [];
}
