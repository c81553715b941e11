using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Web.Api;

/// <summary>A comment round in a list.</summary>
/// <param name="Stated">How many of the invited have sent a statement.</param>
public sealed record RoundItem(RoundId Id, LocalText Title, RoundPhase Phase, Instant Opens, Instant Closes, int Invited, int Stated);

/// <summary>A comment round with what is commented on. Times are UTC.</summary>
/// <param name="Documents">As they stood when the round opened; empty before.</param>
/// <param name="Version">Also as the <c>ETag</c>: what drafts, statements and answers are based on.</param>
public sealed record RoundResource(
    RoundId Id, RoundPlan Plan, RoundPhase Phase, Instant? OpenedAt, ValueList<FrozenDocument> Documents, IEnumerable<InvitedResource> Invited,
    LocalText? CancellationReason, long Version);

/// <summary>How far an invited partner is.</summary>
/// <param name="Sent">When its statement was sent last; absent when it was not.</param>
/// <param name="Late">After the closing, with leave.</param>
/// <param name="MayStateUntil">Until when it may send or replace its statement.</param>
public sealed record InvitedResource(PartnerId Partner, Instant? Sent, bool Late, Instant MayStateUntil);

/// <summary>A partner's statement.</summary>
/// <param name="Draft">Only to those who write it.</param>
/// <param name="Sent">To those who write it, and to every member when the round has closed.</param>
public sealed record StatementResource(PartnerId Partner, DraftResource? Draft, SentResource? Sent, long Version);

/// <param name="Stands">The clauses on which something is drafted.</param>
public sealed record DraftResource(IEnumerable<DraftedStand> Stands, LocalText General);

/// <param name="Times">How often it has been sent; from the second time on it replaced the one before.</param>
public sealed record SentResource(ValueList<ClauseStand> Stands, LocalText General, bool Late, int Times, StampResource Stamp);

/// <summary>What came of a round; each remark has its answers with it.</summary>
/// <param name="Changes">What was changed because of remarks.</param>
public sealed record RoundSummaryResource(
    ValueList<PartnerId> Stated, ValueList<PartnerId> Late, ValueList<PartnerId> Silent, ValueList<Remark> General, ValueList<DocumentSummary> Documents,
    IEnumerable<RemarkChangeResource> Changes);

/// <summary>A change that followed from a remark.</summary>
/// <param name="Partner">Whose remark it was.</param>
/// <param name="Clause">The clause that the remark was on.</param>
/// <param name="Document">The stream of the rules or the agreement that was changed.</param>
/// <param name="Version">Of the document, with the change: the event's number there.</param>
/// <param name="Changed">The clause that was changed.</param>
public sealed record RemarkChangeResource(PartnerId Partner, ClauseId Clause, string Document, long Version, ClauseId Changed, StampResource Stamp);
