using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.Rounds;

/// <summary>A clause with a remark on it, and how it stands in its document's draft now.</summary>
/// <param name="Clause">As it was commented on.</param>
/// <param name="Text">As it stands now.</param>
/// <param name="Version">Of the document, that a change is based on.</param>
public sealed record RemarkedClause(Remark Remark, FrozenDocument Document, FrozenClause Clause, LocalText Text, long Version);

/// <summary>From a remark to the clause that it is about, and to the changes that followed from it.</summary>
public sealed class RemarkedClauses(IRulesViews rules, IAgreementViews agreements, IBoardViews boards, IRemarkChanges changes)
{
    /// <returns>Null when there is no such remark, or its clause stands in no draft (any more), or is an activity.</returns>
    public RemarkedClause? Find(CommentRound round, PartnerId partner, ClauseId clause)
    {
        if (round.Phase != RoundPhase.Closed || round.Find(clause) is not var (document, found)) return null;
        if (round.StatementOf(partner)?.Sent?.Stands.FirstOrDefault(s => s.Clause == clause) is not { Text.IsEmpty: false } stand) return null;
        var remark = new Remark(partner, clause, stand.Stance, stand.Text, round.AnswersTo(partner, clause));
        return Now(round.Id.Partnership, document, clause) is var (text, version) ? new RemarkedClause(remark, document, found, text, version) : null;
    }

    /// <summary>Where a change of the clause is made; null where it can be made nowhere.</summary>
    public string? AddressOf(CommentRound round, Remark remark, FrozenDocument? document) => (document, remark.Clause) switch
    {
        ({ Kind: DocumentKind.AnnualCycle }, { } activity) when boards.FindActivity(new ActivityId(activity.Value)) is { } found
            => BoardAddresses.Of(found.State.Cycle, found.Id),
        ({ Kind: not DocumentKind.AnnualCycle } known, { } clause) when Now(round.Id.Partnership, known, clause) is not null
            => $"{RoundAddresses.Of(round.Id)}/change?partner={remark.Partner}&clause={clause}",
        ({ Kind: DocumentKind.Agreement } known, { } commitment) when EditorOf(round, known, commitment) is { } editor => editor,
        _ => null,
    };

    /// <summary>Whether the remark is on a commitment: commitments are changed in the agreement's editor, and the change names no remark.</summary>
    public static bool IsOnCommitment(CommentRound round, Remark remark) => remark.Clause is { } clause && round.Find(clause) is (_, { Commitment: not null });

    /// <summary>What followed from a remark, oldest first, with the page of the document's history.</summary>
    public IEnumerable<(RemarkChange Change, string Address)> ChangesOf(CommentRound round, Remark remark) => remark.Clause is not { } clause
        ? []
        : changes.Of(new RemarkReference(round.Id, remark.Partner, clause)).Select(c => (c, Address(c)));

    private string? EditorOf(CommentRound round, FrozenDocument document, ClauseId commitment) =>
        document.Clauses.Any(c => c.Id == commitment && c.Commitment is not null)
        && agreements.Find(DocumentName.Of(document).Agreement(round.Id.Partnership))?.State is { Drafting: true } agreement
            ? AgreementAddresses.Edit(agreement.Id, AgreementFields.Commitments) : null;

    private static string Address(RemarkChange change) => Streams.IsOf(change.Document, out AgreementId agreement)
        ? $"/{agreement.Partnership}/agreements/{agreement.Slug}"
        : $"/{change.Remark.Round.Partnership}/rules";

    private (LocalText Text, long Version)? Now(PartnershipId partnership, FrozenDocument document, ClauseId clause)
    {
        if (document.Kind == DocumentKind.WorkingRules)
            return rules.Find(partnership)?.State is { } state && state.Find(clause) is { } rule ? (rule.Clause.Text, state.Version) : null;
        var id = new AgreementId(partnership, document.Id.Split('/')[^1]);
        return agreements.Find(id)?.State is { Drafting: true } agreement && agreement.Draft.Clauses.FirstOrDefault(c => c.Id == clause) is { } own ? (own.Text, agreement.Version) : null;
    }
}
