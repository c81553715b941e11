using NodaTime;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>A round is to be held; always the first of its stream.</summary>
public sealed record RoundPlanned(RoundId Round, RoundPlan Plan) : IEvent;

/// <summary>It is to be held otherwise; before it opens.</summary>
public sealed record RoundReplanned(RoundPlan Plan) : IEvent;

/// <summary>It has opened, on these documents as they stand now. They are kept whole.</summary>
public sealed record RoundOpened(ValueList<FrozenDocument> Documents) : IEvent;

/// <summary>More partners are asked.</summary>
public sealed record PartnersInvited(ValueList<PartnerId> Partners) : IEvent;

/// <summary>It closes later than was said.</summary>
public sealed record RoundProlonged(Instant Closes) : IEvent;

/// <summary>Those who had not sent a statement were reminded.</summary>
/// <param name="Due">The moment for which the reminder was planned, UTC.</param>
public sealed record PartnersReminded(ValueList<PartnerId> Partners, Instant Due) : IEvent;

/// <summary>It does not take place, or ends before anybody has sent anything.</summary>
public sealed record RoundCancelled(LocalText Reason) : IEvent;

/// <summary>Its time is over.</summary>
/// <param name="Stated">Who had sent a statement by then.</param>
/// <param name="Silent">Who had not.</param>
public sealed record RoundClosed(ValueList<PartnerId> Stated, ValueList<PartnerId> Silent) : IEvent;

/// <summary>A partner's draft has other contents. It is the partner's own: no history that others read shows what it says.</summary>
/// <param name="Stands">The clauses whose drafted stand changed, whole.</param>
/// <param name="General">The remark on the whole, when it changed; empty when it was taken away.</param>
public sealed record StatementDrafted(PartnerId Partner, ValueList<DraftedStand> Stands, LocalText? General) : IEvent;

/// <summary>A partner states its view, or replaces what it stated before. Others read it when the round has closed.</summary>
/// <param name="Stands">In the order of the documents; clauses left out have nothing stated.</param>
/// <param name="Late">After the closing, with leave.</param>
public sealed record StatementSent(PartnerId Partner, ValueList<ClauseStand> Stands, LocalText General, bool Late) : IEvent;

/// <summary>A partner may state late, until this instant, itself outside, UTC.</summary>
public sealed record LateStatementAllowed(PartnerId Partner, Instant Until) : IEvent;

/// <summary>A remark was answered, or answered otherwise than before.</summary>
/// <param name="Clause">Null for the remark on the whole.</param>
public sealed record RemarkAnswered(PartnerId Partner, ClauseId? Clause, AnswerKind Kind, LocalText Reason) : IEvent;

/// <summary>A link was made by which an organisation without an account gives its statement. To which address it was sent is kept nowhere.</summary>
/// <param name="SecretHash">SHA-256 of the link's secret part, lower-case hexadecimal. Nothing and nobody keeps the secret itself.</param>
public sealed record GuestLinkMade(GuestLinkId Link, PartnerId Partner, string SecretHash) : IEvent;

/// <summary>A guest link was taken back.</summary>
public sealed record GuestLinkRevoked(GuestLinkId Link) : IEvent;
