namespace Vuosikello.Domain.SteeringReviews;

/// <summary>Closes the review for good, with what the group concludes. It adopts nothing: the group decides on nothing.</summary>
public sealed record CloseReview(ReviewId Review, LocalText Conclusion) : IReviewCommand;

public static partial class SteeringReviewDecider
{
    private static Decision Close(SteeringReview state, CloseReview command)
    {
        if (state.Conclusion is { } conclusion)
        {
            return conclusion.Text == command.Conclusion
                ? Decision.Accept()
                : Decision.Refuse(About(ProblemCodes.ReviewIsClosed, command.Review));
        }
        IEnumerable<Problem> problems =
        [
            .. Texts.Required(command.Conclusion, "conclusion", TextLimit),
            .. state.Participants.Count == 0 ? new[] { new Problem(ProblemCodes.ReviewWithoutParticipants, "participants") } : [],
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ReviewClosed(command.Conclusion)));
    }
}
