using NodaTime;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.SteeringReviews;

public sealed class Remarks_of_a_review
{
    private static readonly ReviewId Id = new(Samples.PartnershipId, "kevat-2026");
    private static readonly LocalText Text = new("Miksi työpaja siirrettiin?");
    private static readonly RemarkSubject Move = new(SubjectKind.Activity, Samples.ActivityId.ToString(), Event: 3);
    private static readonly RemarkSubject Clause = new(SubjectKind.WorkingRules, "kuuma-seutu", Version: "2026.1", Clause: new ClauseId(Guid.Empty));
    private static readonly ReviewOpened Opened = new(Id, new LocalText("Kevät"), new(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31)));

    private FoundSubject? _found = new((Instant?)null);
    private Stamp _stamp = Stamps.Coordinator;

    private Scenario<SteeringReview, IReviewCommand> Given(params IEvent[] events) =>
        new Scenario<SteeringReview, IReviewCommand>((state, command) =>
            SteeringReviewDecider.Decide(state, command, new(Samples.Partnership, _found), _stamp)).Given(events);

    [Fact]
    public void A_remark_is_about_the_span_as_a_whole_or_a_version_or_a_clause()
    {
        Given(Opened).When(new AddReviewRemark(Id, Clause, Text)).Then(new ReviewRemarkAdded(1, Clause, Text));
        Given(Opened).When(new AddReviewRemark(Id, Clause with { Clause = null }, Text)).Then(new ReviewRemarkAdded(1, Clause with { Clause = null }, Text));
        _found = null;
        Given(Opened).When(new AddReviewRemark(Id, null, Text)).Then(new ReviewRemarkAdded(1, null, Text));
    }

    [Theory]
    [InlineData("2026-02-28T21:59:59", false)]
    [InlineData("2026-02-28T22:00:00", true)]
    [InlineData("2026-03-31T20:59:59", true)]
    [InlineData("2026-03-31T21:00:00", false)]
    public void An_event_is_remarked_on_when_it_happened_within_the_span_in_Helsinki(string utc, bool within)
    {
        var at = NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(utc).Value.InUtc().ToInstant();
        _found = new(at);
        var verdict = Given(Opened).When(new AddReviewRemark(Id, Move, Text));
        if (within) verdict.Then(new ReviewRemarkAdded(1, Move, Text));
        else verdict.ThenRefused(ProblemCodes.RemarkOutsideSpan, "about");
    }

    [Fact]
    public void A_remark_is_tied_to_one_thing_that_there_is()
    {
        Given(Opened).When(new AddReviewRemark(Id, Move with { Version = "1" }, Text)).ThenRefused(ProblemCodes.RemarkSubjectUnclear, "about");
        Given(Opened).When(new AddReviewRemark(Id, Move with { Event = null }, Text)).ThenRefused(ProblemCodes.RemarkSubjectUnclear, "about");
        _found = null;
        Given(Opened).When(new AddReviewRemark(Id, Move, Text)).ThenRefused(ProblemCodes.NoSuchRemarkSubject, "about");
    }

    [Fact]
    public void A_remark_says_something()
    {
        Given(Opened).When(new AddReviewRemark(Id, null, LocalText.Empty)).ThenRefused(ProblemCodes.TextMissing, "text");
        Given(Opened).When(new AddReviewRemark(Id, null, new LocalText(new string('x', 20_001)))).ThenRefused(ProblemCodes.TextTooLong, "text");
    }

    [Fact]
    public void Whoever_made_a_remark_takes_it_back_and_nobody_else()
    {
        var remark = new ReviewRemarkAdded(1, null, Text);
        Given(Opened, remark).When(new RemoveReviewRemark(Id, 1)).Then(new ReviewRemarkRemoved(1));
        Given(Opened, remark, new ReviewRemarkRemoved(1)).When(new RemoveReviewRemark(Id, 1)).ThenNothing();
        Given(Opened, remark).When(new RemoveReviewRemark(Id, 2)).ThenRefused(new Problem(ProblemCodes.NoSuchReviewRemark, "number", ["2"]));
        _stamp = Stamps.Editor;
        Given(Opened, remark).When(new RemoveReviewRemark(Id, 1)).ThenRefused(new Problem(ProblemCodes.ReviewRemarkOfAnother, "number", ["1"]));
    }

    [Fact]
    public void A_number_is_not_given_again()
    {
        var remark = new ReviewRemarkAdded(1, null, Text);
        Given(Opened, remark, new ReviewRemarkRemoved(1)).When(new AddReviewRemark(Id, null, Text)).Then(new ReviewRemarkAdded(2, null, Text));
    }
}
