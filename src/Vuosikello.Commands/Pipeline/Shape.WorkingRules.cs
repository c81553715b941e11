using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfRules(ICommand command) => command switch
    {
        DraftRules { Clauses: null } => "clauses",
        DraftRules draft => draft.Clauses.All(IsWhole) ? null : "clauses",
        AddRulesHeading { Title: null } or RenameRulesHeading { Title: null } => "title",
        AddRulesClause add => FlawOf(add.Clause) ?? (add.Title is null ? "title" : add.Text is null ? "text" : FlawOf(add.Origin, add.Partnership)),
        EditRulesClause { Title: { To: null } } => "title",
        EditRulesClause { Text: { To: null } } => "text",
        EditRulesClause edit => FlawOf(edit.Clause) ?? FlawOf(edit.Origin, edit.Partnership),
        MoveRulesClause move => FlawOf(move.Clause) ?? FlawOf(move.Origin, move.Partnership),
        RemoveRulesClause remove => FlawOf(remove.Clause) ?? FlawOf(remove.Origin, remove.Partnership),
        ProposeChange propose => FlawOf(propose.Proposal) ?? FlawOf(propose.Change) ?? (propose.Reason is null ? "reason" : null),
        ReviseProposal revise => FlawOf(revise.Proposal) ?? FlawOf(revise.Change) ?? (revise.Reason is null ? "reason" : null),
        WithdrawProposal withdraw => FlawOf(withdraw.Proposal),
        TakeProposal take => FlawOf(take.Proposal) ?? (take.As is { } change ? FlawOf(change) : null) ?? FlawOf(take.Origin, take.Partnership),
        DeclineProposal decline => FlawOf(decline.Proposal) ?? (decline.Reason is null ? "reason" : null),
        AdoptRules adopt => adopt.Hash is null ? "hash" : adopt.Decision is null ? "decision" : null,
        PutRulesInRound put => FlawOf(put.Round, put.Partnership),
        TakeRulesOutOfRound take => FlawOf(take.Round, take.Partnership),
        _ => null,
    };

    private static bool IsWhole(RulesClause? clause) =>
        clause is { Heading.Value: not null, Title: not null, Text: not null } && clause.Id.Value != Guid.Empty;

    private static string? FlawOf(ClauseId clause) => clause.Value == Guid.Empty ? "clause" : null;

    private static string? FlawOf(ProposalId proposal) => proposal.Value == Guid.Empty ? "proposal" : null;

    private static string? FlawOf(ProposedChange? change) =>
        change is null || change.Clause.Value == Guid.Empty || !Enum.IsDefined(change.Kind) ? "change" : null;

    private static string? FlawOf(RoundId round, PartnershipId partnership) =>
        Slug.IsValid(round.Slug) && round.Partnership == partnership ? null : "round";

    private static string? FlawOf(ChangeOrigin? origin, PartnershipId partnership) =>
        origin?.Remark is { } remark && FlawOf(remark.Round, partnership) is not null ? "origin" : null;
}
