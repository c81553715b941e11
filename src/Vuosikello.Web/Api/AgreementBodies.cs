using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Web.Api;

/// <summary>A new agreement. What is left out is empty.</summary>
public sealed record AgreementBody(
    LocalText Title,
    ValueList<PartnerId> Parties,
    AgreementTerm Term,
    AgreementKind Kind = AgreementKind.Partnership,
    AgreementId? Under = null,
    NoticePeriod? Notice = null,
    ValueList<AgreementClause>? Clauses = null,
    ValueList<RulesReference>? Rules = null,
    ValueList<Commitment>? Commitments = null,
    ValueList<Attachment>? Attachments = null)
{
    public AgreementContent Content => new(
        Kind, Under, Title, Parties, Term, Notice, null, Clauses ?? [], Rules ?? [], Commitments ?? [], Attachments ?? []);
}

/// <summary>
/// The changed fields of a draft, as a JSON merge patch (RFC 7396) of whole fields: what is left out stays as it is, null
/// empties a field that may be empty.
/// </summary>
public sealed record AgreementEditBody(
    LocalText? Title = null,
    AgreementKind? Kind = null,
    AgreementId? Under = null,
    ValueList<PartnerId>? Parties = null,
    AgreementTerm? Term = null,
    NoticePeriod? Notice = null,
    LocalDate? AmendedFrom = null,
    ValueList<RulesReference>? Rules = null,
    ValueList<Commitment>? Commitments = null,
    ValueList<Attachment>? Attachments = null);

/// <param name="Id">Chosen by the client, or by the server when it is left out.</param>
/// <param name="After">The clause to stand behind; left out for the first place.</param>
/// <param name="Origin">The remark that the clause answers, if any.</param>
public sealed record NewClauseBody(LocalText Text, LocalText? Title = null, ClauseId? Id = null, ClauseId? After = null, ChangeOrigin? Origin = null);

/// <summary>What is left out stays as it is.</summary>
public sealed record ClauseEditBody(LocalText? Title = null, LocalText? Text = null, ChangeOrigin? Origin = null);

/// <param name="After">The clause to stand behind; left out for the first place.</param>
public sealed record ClausePlaceBody(ClauseId? After = null, ChangeOrigin? Origin = null);

public sealed record ClauseRemovalBody(ChangeOrigin? Origin = null);

/// <param name="Party">The organisation for which you act.</param>
/// <param name="Hash">SHA-256 of the text that the body approved.</param>
/// <param name="Body">Such as the municipal board.</param>
/// <param name="MetOn">The day of its meeting.</param>
/// <param name="Section">Of the minutes.</param>
public sealed record ApprovalBody(PartnerId Party, string Hash, LocalText Body, LocalDate MetOn, string Section = "");

/// <param name="Party">The organisation for which you act.</param>
/// <param name="Hash">SHA-256 of the text that is refused.</param>
public sealed record RefusalBody(PartnerId Party, string Hash, LocalText Reason);

/// <param name="Party">The organisation for which you sign.</param>
/// <param name="Hash">SHA-256 of the text that you have read.</param>
public sealed record SignatureBody(PartnerId Party, string Hash);

/// <param name="Party">The organisation for which you act.</param>
public sealed record PartyBody(PartnerId Party);

/// <param name="Party">The organisation for which you act.</param>
public sealed record NoticeBody(PartnerId Party, LocalText Reason);

/// <param name="From">The first day of the change; left out when it is in force as soon as all have signed.</param>
public sealed record AmendmentBody(LocalDate? From = null);
