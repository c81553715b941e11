namespace Vuosikello.Domain.SteeringReviews;

/// <summary>
/// What a remark is tied to: an event, or a version or a clause of a document (a clause with the version in which it was read,
/// when it was read in one). The tie is to what stood there then; later changes do not move it.
/// </summary>
/// <param name="Kind">What kind of aggregate it belongs to.</param>
/// <param name="Id">The aggregate's id as text, such as <c>kuuma-seutu</c>, <c>kuuma-seutu-2026</c>, <c>kuuma-seutu/tilat</c>, or an activity's UUID.</param>
/// <param name="Event">The event's number in the aggregate's stream, from 0.</param>
/// <param name="Version">The version as the document numbers it, such as <c>2026</c> or <c>2026.2</c> of rules, <c>3</c> of an agreement.</param>
/// <param name="Clause">The clause.</param>
public sealed record RemarkSubject(SubjectKind Kind, string Id, long? Event = null, string? Version = null, ClauseId? Clause = null);

/// <summary>The kinds of aggregates whose history is reviewed.</summary>
public enum SubjectKind
{
    Partnership,
    AnnualCycle,
    Activity,
    WorkingRules,
    Agreement,
    CommentRound,
    SteeringReview,
    MemberList,
    PremisesRegister,
}

/// <summary>What its handler found of a remark's subject; null in its place when the partnership has no such thing.</summary>
/// <param name="At">When the event happened; null of a version or a clause.</param>
public sealed record FoundSubject(NodaTime.Instant? At);
