namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>{0} the short name, which no steering review of the partnership has.</summary>
    public const string NoSuchReview = "no-such-review";

    /// <summary>{0} the short name, which another steering review has already.</summary>
    public const string ReviewExists = "review-exists";

    /// <summary>{0} the short name of the review, which is closed for good.</summary>
    public const string ReviewIsClosed = "review-is-closed";

    /// <summary>{0} the last day of the span, {1} today: what has not happened yet cannot be reviewed.</summary>
    public const string ReviewSpanInFuture = "review-span-in-future";

    /// <summary>Nobody is said to have taken part, so the review cannot be closed. No arguments.</summary>
    public const string ReviewWithoutParticipants = "review-without-participants";

    /// <summary>{0} the number, which no participant of the review has.</summary>
    public const string NoSuchReviewParticipant = "no-such-review-participant";

    /// <summary>{0} the number, which no remark of the review has.</summary>
    public const string NoSuchReviewRemark = "no-such-review-remark";

    /// <summary>{0} the number of the remark, which somebody else made.</summary>
    public const string ReviewRemarkOfAnother = "review-remark-of-another";

    /// <summary>A remark is tied to an event, or to a version or a clause of a document; this names neither or both. No arguments.</summary>
    public const string RemarkSubjectUnclear = "remark-subject-unclear";

    /// <summary>The partnership has no such event, version or clause. No arguments.</summary>
    public const string NoSuchRemarkSubject = "no-such-remark-subject";

    /// <summary>{0} the day on which the event happened, {1} the first and {2} the last day of the review's span.</summary>
    public const string RemarkOutsideSpan = "remark-outside-span";
}
