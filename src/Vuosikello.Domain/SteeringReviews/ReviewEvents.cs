namespace Vuosikello.Domain.SteeringReviews;

/// <summary>The steering group begins to look at a span of the history.</summary>
public sealed record ReviewOpened(ReviewId Review, LocalText Title, ReviewSpan Span) : IEvent;

/// <summary>Somebody took part.</summary>
/// <param name="Number">Within the review, from 1.</param>
public sealed record ReviewParticipantAdded(int Number, ReviewParticipant Participant) : IEvent;

/// <summary>They did not take part after all: the inverse of adding.</summary>
public sealed record ReviewParticipantRemoved(int Number) : IEvent;

/// <summary>Somebody of the group remarked on something.</summary>
/// <param name="Number">Within the review, from 1.</param>
/// <param name="About">What the remark is tied to; null when it is about the span as a whole.</param>
public sealed record ReviewRemarkAdded(int Number, RemarkSubject? About, LocalText Text) : IEvent;

/// <summary>Whoever made a remark took it back before the review was closed; the history keeps it.</summary>
public sealed record ReviewRemarkRemoved(int Number) : IEvent;

/// <summary>The chair closed the review; nothing follows in its stream.</summary>
public sealed record ReviewClosed(LocalText Conclusion) : IEvent;
