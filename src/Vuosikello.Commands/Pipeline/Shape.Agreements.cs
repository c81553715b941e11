using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfAgreement(ICommand command) => command switch
    {
        IAgreementCommand { Agreement.Slug: null or "" } => "agreement",
        IPartyCommand { Party: var party } when !Slug.IsValid(party.Value) => "party",
        IClauseCommand { Clause.Value: var id } when id == Guid.Empty => "clause",
        IClauseCommand { Origin: var origin, Partnership: var partnership } when FlawOf(origin, partnership) is { } flaw => flaw,
        DraftAgreement draft => draft.Content is null ? "content" : FlawOf(draft.Content),
        EditAgreement edit => edit.Changes is null ? "changes" : FlawOf(edit.Changes),
        AddAgreementClause { Title: null } or EditAgreementClause { Title: { To: null } } => "title",
        AddAgreementClause { Text: null } or EditAgreementClause { Text: { To: null } } => "text",
        ApproveAgreement { Hash: null } or RefuseAgreement { Hash: null } or SignAgreement { Hash: null } => "hash",
        ApproveAgreement { Body: null } => "body",
        ApproveAgreement { Section: null } => "section",
        RefuseAgreement { Reason: null } or GiveNotice { Reason: null } => "reason",
        PutAgreementInRound put => FlawOfRoundOf(put, put.Round),
        TakeAgreementOutOfRound take => FlawOfRoundOf(take, take.Round),
        _ => null,
    };

    private static string? FlawOfRoundOf(IAgreementCommand command, RoundId round) =>
        round.Partnership == command.Partnership && Slug.IsValid(round.Slug) ? null : "round";

    private static string? FlawOf(AgreementContent content) => content switch
    {
        { Title: null } => "title",
        { Parties: null } => "parties",
        { Term: null } => "term",
        { Clauses: null } => "clauses",
        { Rules: null } => "rules",
        { Commitments: null } => "commitments",
        { Attachments: null } => "attachments",
        _ => FlawOf(content.Parties) ?? FlawOf(content.Clauses) ?? FlawOf(content.Rules) ?? FlawOf(content.Commitments) ?? FlawOf(content.Attachments),
    };

    private static string? FlawOf(AgreementChanges changes) => changes switch
    {
        { Title: { To: null } } => "title",
        { Parties: { To: null } } => "parties",
        { Term: { To: null } } => "term",
        { Rules: { To: null } } => "rules",
        { Commitments: { To: null } } => "commitments",
        { Attachments: { To: null } } => "attachments",
        _ => FlawOf(changes.Parties?.To ?? []) ?? FlawOf(changes.Rules?.To ?? []) ?? FlawOf(changes.Commitments?.To ?? []) ?? FlawOf(changes.Attachments?.To ?? []),
    };

    private static string? FlawOf(ValueList<PartnerId> parties) => parties.All(party => party.Value is not null) ? null : "parties";

    private static string? FlawOf(ValueList<AgreementClause> clauses) =>
        clauses.All(clause => clause is { Title: not null, Text: not null } && clause.Id.Value != Guid.Empty) ? null : "clauses";

    private static string? FlawOf(ValueList<RulesReference> rules) => rules.All(rule => rule is { Hash: not null }) ? null : "rules";

    private static string? FlawOf(ValueList<Commitment> commitments) =>
        commitments.All(commitment => commitment is { By.Value: not null, What: not null, Due: not null, Activities: not null } && commitment.Id.Value != Guid.Empty)
            ? null : "commitments";

    private static string? FlawOf(ValueList<Attachment> attachments) =>
        attachments.All(attachment => attachment is { Title: not null, Link: not null, Sha256: not null }) ? null : "attachments";
}
