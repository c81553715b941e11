namespace Vuosikello.Domain.SteeringReviews;

/// <summary>Remarks on something in the history.</summary>
/// <param name="Review">An open one.</param>
/// <param name="About">What the remark is tied to; null for the span as a whole.</param>
/// <param name="Text">What is remarked.</param>
public sealed record AddReviewRemark(ReviewId Review, RemarkSubject? About, LocalText Text) : IReviewCommand;

/// <summary>Takes a remark of one's own back.</summary>
/// <param name="Review">An open one.</param>
/// <param name="Number">The remark's number within the review.</param>
public sealed record RemoveReviewRemark(ReviewId Review, int Number) : IReviewCommand;

public static partial class SteeringReviewDecider
{
    private static Decision Add(SteeringReview state, AddReviewRemark command, FoundSubject? found)
    {
        IEnumerable<Problem> problems =
        [
            .. Texts.Required(command.Text, "text", TextLimit),
            .. command.About is { } about ? Untied(about, found, state.Span) : [],
            .. TooMany(state.Remarks.Count + 1, RemarkLimit, "text"),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new ReviewRemarkAdded(state.LastRemark + 1, command.About, command.Text)));
    }

    private static Decision Remove(SteeringReview state, RemoveReviewRemark command, MemberId by)
    {
        string number = Texts.Iso(command.Number);
        if (state.Remarks.FirstOrDefault(r => r.Number == command.Number) is { } remark)
        {
            return remark.By == by
                ? Decision.Accept(new ReviewRemarkRemoved(command.Number))
                : Decision.Refuse(new Problem(ProblemCodes.ReviewRemarkOfAnother, "number", [number]));
        }
        return command.Number >= 1 && command.Number <= state.LastRemark
            ? Decision.Accept()
            : Decision.Refuse(new Problem(ProblemCodes.NoSuchReviewRemark, "number", [number]));
    }

    private static IEnumerable<Problem> Untied(RemarkSubject about, FoundSubject? found, ReviewSpan span)
    {
        bool ofEvent = about.Event is not null, ofDocument = about.Version is not null || about.Clause is not null;
        if (ofEvent == ofDocument) return [new Problem(ProblemCodes.RemarkSubjectUnclear, "about")];
        if (found is null) return [new Problem(ProblemCodes.NoSuchRemarkSubject, "about")];
        return found.At is { } at && !span.Contains(at)
            ? [new Problem(ProblemCodes.RemarkOutsideSpan, "about", [Texts.Iso(ReviewSpan.DayOf(at)), Texts.Iso(span.First), Texts.Iso(span.Last)])]
            : [];
    }
}
