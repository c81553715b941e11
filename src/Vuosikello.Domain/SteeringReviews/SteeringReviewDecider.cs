using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.SteeringReviews;

/// <summary>A command to one steering review.</summary>
public interface IReviewCommand : ICommandWithin
{
    ReviewId Review { get; }
    PartnershipId ICommandWithin.Partnership => Review.Partnership;
}

/// <summary>What a decision on a review needs to know of other aggregates; null for what does not exist.</summary>
/// <param name="Partnership">The review's partnership.</param>
/// <param name="Subject">What a new remark is to be tied to; needed by <see cref="AddReviewRemark"/> alone.</param>
public sealed record ReviewSurroundings(Partnership? Partnership, FoundSubject? Subject = null);

/// <summary>
/// Decides what commands to a steering review bring about: open → closed. Its events are of the review alone: a review looks at
/// the others' history and can touch nothing in it.
/// </summary>
public static partial class SteeringReviewDecider
{
    private const int ParticipantLimit = 200;
    private const int RemarkLimit = 2_000;
    private const int TextLimit = 20_000;

    /// <param name="state">The review, or null before it was opened.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="around">The partnership, and what a remark is tied to.</param>
    /// <param name="stamp">Who wants it, and when: a remark is removed by whoever made it.</param>
    public static Decision Decide(SteeringReview? state, IReviewCommand command, ReviewSurroundings around, Stamp stamp)
    {
        if (around.Partnership is not { } partnership || partnership.Id != command.Review.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Review.Partnership.Value ?? ""]));
        if (command is OpenReview open) return Open(state, open, stamp.At);
        if (state is null) return Decision.Refuse(About(ProblemCodes.NoSuchReview, command.Review));
        if (command is CloseReview close) return Close(state, close);
        if (state.IsClosed) return Decision.Refuse(About(ProblemCodes.ReviewIsClosed, command.Review));
        return command switch
        {
            AddReviewParticipant add => Add(state, add, partnership),
            RemoveReviewParticipant remove => Remove(state, remove),
            AddReviewRemark add => Add(state, add, around.Subject),
            RemoveReviewRemark remove => Remove(state, remove, stamp.By),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }

    private static Problem About(string code, ReviewId review) => new(code, "review", [review.Slug ?? ""]);

    private static IEnumerable<Problem> TooMany(int count, int limit, string field) =>
        count <= limit ? [] : [new Problem(ProblemCodes.TooMany, field, [Texts.Iso(limit), Texts.Iso(count)])];
}
