using NodaTime;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.SteeringReviews;

public sealed class A_steering_review
{
    private static readonly ReviewId Id = new(Samples.PartnershipId, "kevat-2026");
    private static readonly LocalText Title = new("Kevään katselmus");
    private static readonly ReviewSpan Spring = new(new LocalDate(2026, 1, 1), new LocalDate(2026, 5, 31));
    private static readonly ReviewOpened Opened = new(Id, Title, Spring);
    private static readonly ReviewParticipant Chair = new(new LocalText("puheenjohtaja"), Samples.Town.Id);
    private static readonly ReviewParticipantAdded ChairCame = new(1, Chair);
    private static readonly LocalText Conclusion = new("Suunnitelma on pitänyt.");
    private static readonly ReviewClosed Closed = new(Conclusion);

    private Partnership? _partnership = Samples.Partnership;
    private Stamp _stamp = Stamps.Coordinator with { At = Instant.FromUtc(2026, 6, 1, 9, 0) };

    private Scenario<SteeringReview, IReviewCommand> Given(params IEvent[] events) =>
        new Scenario<SteeringReview, IReviewCommand>((state, command) =>
            SteeringReviewDecider.Decide(state, command, new(_partnership), _stamp)).Given(events);

    [Fact]
    public void It_is_opened_once_with_a_title_and_a_span()
    {
        Given().When(new OpenReview(Id, Title, Spring)).Then(Opened);
        Given(Opened).When(new OpenReview(Id, Title, Spring)).ThenRefused(new Problem(ProblemCodes.ReviewExists, "review", ["kevat-2026"]));
    }

    [Fact]
    public void It_needs_its_partnership_a_short_name_and_a_title()
    {
        Given().When(new OpenReview(Id with { Slug = "Kevät" }, Title, Spring)).ThenRefused(ProblemCodes.SlugInvalid, "review");
        Given().When(new OpenReview(Id, LocalText.Empty, Spring)).ThenRefused(ProblemCodes.TextMissing, "title");
        Given().When(new OpenReview(Id, new LocalText(new string('x', 501)), Spring)).ThenRefused(ProblemCodes.TextTooLong, "title");
        _partnership = null;
        Given().When(new OpenReview(Id, Title, Spring)).ThenRefused(new Problem(ProblemCodes.NoSuchPartnership, "partnership", ["kuuma-seutu"]));
    }

    [Fact]
    public void Its_span_ends_today_in_Helsinki_at_the_latest()
    {
        _stamp = _stamp with { At = Instant.FromUtc(2026, 5, 30, 21, 0) };
        Given().When(new OpenReview(Id, Title, Spring)).Then(Opened);
        _stamp = _stamp with { At = Instant.FromUtc(2026, 5, 30, 20, 59) };
        Given().When(new OpenReview(Id, Title, Spring))
            .ThenRefused(new Problem(ProblemCodes.ReviewSpanInFuture, "span", ["2026-05-31", "2026-05-30"]));
    }

    [Fact]
    public void Its_span_does_not_end_before_it_begins() =>
        Given().When(new OpenReview(Id, Title, new(Spring.Last, Spring.First)))
            .ThenRefused(new Problem(ProblemCodes.EndBeforeStart, "span", ["2026-05-31", "2026-01-01"]));

    [Fact]
    public void What_was_not_opened_has_no_review()
    {
        foreach (var command in Commands()) Given().When(command).ThenRefused(new Problem(ProblemCodes.NoSuchReview, "review", ["kevat-2026"]));
    }

    [Fact]
    public void Who_took_part_is_numbered_in_turn_and_a_number_is_not_given_again()
    {
        var secretary = new ReviewParticipant(new LocalText("sihteeri"));
        Given(Opened).When(new AddReviewParticipant(Id, Chair)).Then(ChairCame);
        Given(Opened, ChairCame).When(new AddReviewParticipant(Id, Chair)).ThenNothing();
        Given(Opened, ChairCame, new ReviewParticipantRemoved(1)).When(new AddReviewParticipant(Id, secretary))
            .Then(new ReviewParticipantAdded(2, secretary));
    }

    [Fact]
    public void Somebody_who_did_not_take_part_after_all_is_removed()
    {
        Given(Opened, ChairCame).When(new RemoveReviewParticipant(Id, 1)).Then(new ReviewParticipantRemoved(1));
        Given(Opened, ChairCame, new ReviewParticipantRemoved(1)).When(new RemoveReviewParticipant(Id, 1)).ThenNothing();
        Given(Opened, ChairCame).When(new RemoveReviewParticipant(Id, 2))
            .ThenRefused(new Problem(ProblemCodes.NoSuchReviewParticipant, "number", ["2"]));
    }

    [Fact]
    public void A_participant_has_a_role_and_speaks_for_a_partner_that_there_is()
    {
        Given(Opened).When(new AddReviewParticipant(Id, new(LocalText.Empty))).ThenRefused(ProblemCodes.TextMissing, "participant");
        Given(Opened).When(new AddReviewParticipant(Id, Chair with { Partner = new PartnerId("turku") }))
            .ThenRefused(new Problem(ProblemCodes.NoSuchPartner, "participant", ["turku"]));
    }

    [Fact]
    public void It_is_closed_with_a_conclusion_once_it_is_known_who_took_part()
    {
        Given(Opened, ChairCame).When(new CloseReview(Id, Conclusion)).Then(Closed);
        Given(Opened).When(new CloseReview(Id, Conclusion)).ThenRefused(ProblemCodes.ReviewWithoutParticipants, "participants");
        Given(Opened, ChairCame).When(new CloseReview(Id, LocalText.Empty)).ThenRefused(ProblemCodes.TextMissing, "conclusion");
    }

    [Fact]
    public void A_closed_one_never_changes_again()
    {
        foreach (var command in Commands())
            Given(Opened, ChairCame, Closed).When(command).ThenRefused(new Problem(ProblemCodes.ReviewIsClosed, "review", ["kevat-2026"]));
        Given(Opened, ChairCame, Closed).When(new CloseReview(Id, Conclusion)).ThenNothing();
    }

    private static IEnumerable<IReviewCommand> Commands() =>
    [
        new AddReviewParticipant(Id, new(new LocalText("sihteeri"))), new RemoveReviewParticipant(Id, 1),
        new AddReviewRemark(Id, null, new LocalText("Hyvä.")), new RemoveReviewRemark(Id, 1), new CloseReview(Id, new LocalText("Toinen.")),
    ];
}
