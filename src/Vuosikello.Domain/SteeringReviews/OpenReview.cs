using NodaTime;

namespace Vuosikello.Domain.SteeringReviews;

/// <summary>Begins a review of what happened between two days.</summary>
/// <param name="Review">Its short name is not taken.</param>
/// <param name="Title">What the review is called.</param>
/// <param name="Span">Days in Helsinki; the last one is today at the latest.</param>
public sealed record OpenReview(ReviewId Review, LocalText Title, ReviewSpan Span) : IReviewCommand;

public static partial class SteeringReviewDecider
{
    private static Decision Open(SteeringReview? state, OpenReview command, Instant now)
    {
        if (state is not null) return Decision.Refuse(About(ProblemCodes.ReviewExists, command.Review));
        IEnumerable<Problem> problems =
        [
            .. Texts.ShortName(command.Review.Slug, "review"),
            .. Texts.Required(command.Title, "title", Texts.NameLimit),
            .. Impossible(command.Span, ReviewSpan.DayOf(now)),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ReviewOpened(command.Review, command.Title, command.Span)));
    }

    private static IEnumerable<Problem> Impossible(ReviewSpan span, LocalDate today)
    {
        if (span.Last < span.First) yield return new Problem(ProblemCodes.EndBeforeStart, "span", [Texts.Iso(span.First), Texts.Iso(span.Last)]);
        if (span.Last > today) yield return new Problem(ProblemCodes.ReviewSpanInFuture, "span", [Texts.Iso(span.Last), Texts.Iso(today)]);
    }
}
