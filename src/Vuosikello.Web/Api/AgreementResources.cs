using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Web.Api;

/// <summary>An agreement in a list.</summary>
/// <param name="Standing">Whether a version is or was in force.</param>
/// <param name="Stage">Of the version that is being made; for members only.</param>
/// <param name="LastDay">By notice or by the term; left out of what is open-ended or not in force yet.</param>
/// <param name="Version">Also as the <c>ETag</c> of the agreement itself: what an edit is based on.</param>
public sealed record AgreementItem(
    AgreementId Id, LocalText Title, AgreementKind Kind, AgreementId? Under, ValueList<PartnerId> Parties, AgreementStanding Standing,
    AgreementStage? Stage, int? InForce, LocalDate? LastDay, long Version);

/// <summary>An agreement whole. The public is shown what is or was in force, and not which people did something.</summary>
/// <param name="Draft">What is being written, or lies before the parties; for members only.</param>
/// <param name="Round">The comment round that the draft is in.</param>
/// <param name="Versions">Those that were frozen; the public sees those that are or were in force.</param>
/// <param name="NextMoment">When time brings something about next, UTC.</param>
public sealed record AgreementResource(
    AgreementItem Agreement, AgreementContent? Draft, RoundId? Round, IEnumerable<AgreementVersionResource> Versions,
    NoticeResource? Notice, IEnumerable<CommitmentDay> FellDue, Instant? NextMoment, StampResource Drafted, StampResource LastChange);

/// <param name="Hash">SHA-256 of the version's canonical text.</param>
/// <param name="Text">The address of that text.</param>
public sealed record AgreementVersionResource(
    int Number, VersionStatus Status, AgreementStage? Stage, string Hash, string Text, AgreementContent Content, ValueList<NamedParty> Parties,
    IEnumerable<ApprovalResource> Approvals, IEnumerable<SignatureResource> Signatures, RefusalResource? Refusal, Instant? InForceFrom, StampResource Offered);

public sealed record ApprovalResource(PartnerId Party, string Hash, LocalText Body, LocalDate MetOn, string Section, StampResource Stamp);

public sealed record SignatureResource(PartnerId Party, string Hash, StampResource Stamp);

public sealed record RefusalResource(PartnerId Party, string Hash, LocalText Reason, StampResource Stamp);

/// <param name="Reason">Null for the public: why is between the partners.</param>
public sealed record NoticeResource(PartnerId Party, LocalText? Reason, LocalDate GivenOn, LocalDate EndsOn, StampResource Stamp);
