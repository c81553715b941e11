using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Events;

/// <summary>From what a remark is tied to, to the stream in which that happened, and back.</summary>
public static class RemarkSubjects
{
    private static readonly (SubjectKind Kind, string Prefix)[] Prefixes =
    [
        (SubjectKind.Partnership, "partnership-"),
        (SubjectKind.AnnualCycle, "cycle-"),
        (SubjectKind.Activity, "activity-"),
        (SubjectKind.WorkingRules, "rules-"),
        (SubjectKind.Agreement, "agreement-"),
        (SubjectKind.CommentRound, "round-"),
        (SubjectKind.SteeringReview, "review-"),
        (SubjectKind.MemberList, "membership-"),
        (SubjectKind.PremisesRegister, "premises-"),
    ];

    /// <summary>The stream of the aggregate that a remark is tied to; it may have no event.</summary>
    public static StreamName StreamOf(RemarkSubject subject) => new(Prefixes.First(p => p.Kind == subject.Kind).Prefix + subject.Id);

    /// <summary>An event as the subject of a remark; null when the stream is of no aggregate.</summary>
    /// <param name="version">The event's number in the stream, from 0.</param>
    public static RemarkSubject? Of(StreamName stream, long version) => Of(stream) is { } subject ? subject with { Event = version } : null;

    /// <summary>The aggregate of a stream, with neither event nor version nor clause; null when the stream is of none.</summary>
    public static RemarkSubject? Of(StreamName stream)
    {
        foreach (var (kind, prefix) in Prefixes)
        {
            if (stream.Value.StartsWith(prefix, StringComparison.Ordinal)) return new(kind, stream.Value[prefix.Length..]);
        }
        return null;
    }
}
