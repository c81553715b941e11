using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Words;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to a steering review: who took part, what was remarked, how it was closed.</summary>
public sealed class ReviewSentences : ISentences
{
    public SubjectKind Kind => SubjectKind.SteeringReview;

    public Subject SubjectOf(Telling telling) => new(
        Telling.Name(telling.After<SteeringReview>()?.Title),
        Streams.IsOf(telling.Happened.Entry.Stream, out Domain.ReviewId review) ? $"/{review.Partnership}/reviews/{review.Slug}" : null);

    public Sentence? Of(Telling telling)
    {
        var (before, after) = (telling.Before<SteeringReview>(), telling.After<SteeringReview>());
        string title = Telling.Name((after ?? before)?.Title);
        return telling.Event switch
        {
            ReviewOpened e => telling.Say(Telling.Name(e.Title)).Pair(telling.Label("span"), null, TimeInWords.Span(e.Span.First, e.Span.Last, Telling.Language, withYear: true)),
            ReviewParticipantAdded e => telling.Say(title, Participant(telling, e.Participant)),
            ReviewParticipantRemoved e => telling.Say(title, Participant(telling, before?.Participants.FirstOrDefault(p => p.Number == e.Number)?.Participant)),
            ReviewRemarkAdded e => telling.Say(title, e.Number).Quote(telling.Label("remark"), e.Text),
            ReviewRemarkRemoved e => telling.Say(title, e.Number).Quote(telling.Label("remark"), before?.Remarks.FirstOrDefault(r => r.Number == e.Number)?.Text),
            ReviewClosed e => telling.Say(title).Quote(telling.Label("conclusion"), e.Conclusion),
            _ => null,
        };
    }

    private static string Participant(Telling telling, ReviewParticipant? participant)
    {
        string role = Telling.Name(participant?.Role);
        return participant?.Partner is { } partner ? $"{role} ({telling.Name(partner)})" : role;
    }
}
