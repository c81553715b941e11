using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.Reviews;

namespace Vuosikello.Web.Tests.Reviews;

public sealed class RemarkSubjectTextTests
{
    private static readonly ClauseId Clause = new(new Guid("3f2504e0-4f89-41d3-9a0c-0305e82c3301"));

    public static TheoryData<RemarkSubject, string> Subjects => new()
    {
        { new(SubjectKind.Activity, "6f9619ff-8b86-4d01-b42d-00cf4fc964ff", Event: 3), "activity-6f9619ff-8b86-4d01-b42d-00cf4fc964ff@3" },
        { new(SubjectKind.AnnualCycle, "kuuma-seutu-2026", Event: 0), "cycle-kuuma-seutu-2026@0" },
        { new(SubjectKind.WorkingRules, "kuuma-seutu", Version: "2026.2"), "rules-kuuma-seutu!2026.2" },
        { new(SubjectKind.Agreement, "kuuma-seutu/tilat", Version: "2", Clause: Clause), $"agreement-kuuma-seutu/tilat!2!{Clause}" },
        { new(SubjectKind.WorkingRules, "kuuma-seutu", Clause: Clause), $"rules-kuuma-seutu!!{Clause}" },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_subject_is_written_and_read(RemarkSubject subject, string text)
    {
        Assert.Equal(text, RemarkSubjectText.Write(subject));
        Assert.Equal(subject, RemarkSubjectText.Read(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rules-kuuma")]
    [InlineData("rules-kuuma!")]
    [InlineData("activity-1@-1")]
    [InlineData("activity-1@x")]
    [InlineData("unknown-1@1")]
    [InlineData("rules-kuuma!2026!clause")]
    [InlineData("a!b!c!d")]
    public void What_is_none_is_none(string? text) => Assert.Null(RemarkSubjectText.Read(text));
}
