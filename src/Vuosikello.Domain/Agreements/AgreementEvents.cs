using NodaTime;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>A new agreement is being written; always the first of its stream.</summary>
public sealed record AgreementDrafted(AgreementId Agreement, AgreementContent Content) : IEvent;

public sealed record AgreementRetitled(LocalText Title) : IEvent;

public sealed record AgreementKindChosen(AgreementKind Kind) : IEvent;

/// <summary>It stands under another framework agreement from now on; under none when null.</summary>
public sealed record AgreementPlacedUnder(AgreementId? Under) : IEvent;

public sealed record AgreementPartiesChosen(ValueList<PartnerId> Parties) : IEvent;

public sealed record AgreementTermSet(AgreementTerm Term) : IEvent;

/// <summary>Notice is given so long before the end; nobody can give any when null.</summary>
public sealed record AgreementNoticePeriodSet(NoticePeriod? Notice) : IEvent;

/// <summary>The first day of the version being written; as soon as all have signed when null.</summary>
public sealed record AmendmentDated(LocalDate? From) : IEvent;

public sealed record AgreementRulesChosen(ValueList<RulesReference> Rules) : IEvent;

public sealed record AgreementCommitmentsSet(ValueList<Commitment> Commitments) : IEvent;

public sealed record AgreementAttachmentsSet(ValueList<Attachment> Attachments) : IEvent;

/// <param name="After">The clause that it stands behind; null when it is the first.</param>
public sealed record AgreementClauseAdded(AgreementClause Clause, ClauseId? After, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause.Id;
}

public sealed record AgreementClauseRetitled(ClauseId Clause, LocalText Title, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

public sealed record AgreementClauseReworded(ClauseId Clause, LocalText Text, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

/// <param name="After">The clause that it stands behind from now on; null when it is the first.</param>
public sealed record AgreementClauseMoved(ClauseId Clause, ClauseId? After, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

public sealed record AgreementClauseRemoved(ClauseId Clause, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

/// <summary>The draft is commented on in this round; until it is taken out, its text changes only because of remarks.</summary>
public sealed record AgreementPutInRound(RoundId Round) : IEvent;

public sealed record AgreementTakenOutOfRound(RoundId Round) : IEvent;

/// <summary>The draft is frozen as a version and laid before the parties.</summary>
/// <param name="Number">The version's number, from 1; one that came to nothing keeps its own.</param>
/// <param name="Parties">What the parties are called now.</param>
/// <param name="Text">The canonical text: see <see cref="AgreementText"/>.</param>
/// <param name="Hash">Its SHA-256, lower-case hexadecimal: what is approved and signed.</param>
public sealed record AgreementOffered(int Number, ValueList<NamedParty> Parties, string Text, string Hash) : IEvent;

/// <summary>The version that was offered came to nothing; its text is a draft again.</summary>
public sealed record AgreementReturnedToDraft(int Number) : IEvent;

/// <summary>A party's body approved the version.</summary>
/// <param name="Body">Such as <c>kunnanhallitus</c>.</param>
/// <param name="MetOn">The day of its meeting.</param>
/// <param name="Section">Of the minutes, such as <c>§ 214</c>; empty where there is none.</param>
public sealed record AgreementApproved(PartnerId Party, int Number, string Hash, LocalText Body, LocalDate MetOn, string Section) : IEvent;

public sealed record AgreementRefused(PartnerId Party, int Number, string Hash, LocalText Reason) : IEvent;

/// <summary>A signatory signed for a party; who is in the stamp.</summary>
public sealed record AgreementSigned(PartnerId Party, int Number, string Hash) : IEvent;

public sealed record AgreementSignatureWithdrawn(PartnerId Party, int Number) : IEvent;

/// <summary>A version that all parties signed is in force; the one before it no longer is.</summary>
/// <param name="At">The first day's start in Helsinki, or the last signature when that was later.</param>
public sealed record AgreementCameIntoForce(int Number, Instant At) : IEvent;

/// <summary>A change of the agreement in force is being written.</summary>
/// <param name="From">The first day of the change, if it has one.</param>
public sealed record AmendmentStarted(LocalDate? From) : IEvent;

/// <summary>The change that was being written came to nothing.</summary>
public sealed record AmendmentDropped : IEvent;

/// <param name="GivenOn">The day, in Helsinki.</param>
/// <param name="EndsOn">The last day of the agreement.</param>
public sealed record AgreementNoticeGiven(PartnerId Party, LocalText Reason, LocalDate GivenOn, LocalDate EndsOn) : IEvent;

/// <summary>Nobody gave notice: the agreement goes on after what was its last day.</summary>
/// <param name="Until">The last day now.</param>
/// <param name="At">When the earlier last day was over in Helsinki.</param>
public sealed record AgreementRenewed(LocalDate Until, Instant At) : IEvent;

/// <summary>A notice ran out.</summary>
/// <param name="At">When the last day was over in Helsinki.</param>
public sealed record AgreementTerminated(LocalDate LastDay, Instant At) : IEvent;

/// <summary>The term is over.</summary>
/// <param name="At">When the last day was over in Helsinki.</param>
public sealed record AgreementExpired(LocalDate LastDay, Instant At) : IEvent;

/// <param name="On">The day by which it was to be met.</param>
/// <param name="At">That day's start in Helsinki.</param>
public sealed record CommitmentFellDue(CommitmentId Commitment, LocalDate On, Instant At) : IEvent;
