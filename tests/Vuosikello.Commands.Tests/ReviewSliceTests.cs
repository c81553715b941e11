using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class ReviewSliceTests
{
    private static readonly ReviewId Review = new(Seutu.Id, "kevat-2026");
    private static readonly StreamName Stream = Streams.Of(Review);
    private static readonly LocalText Text = new("Huomautus");
    private static readonly ReviewParticipant Secretary = new(new LocalText("sihteeri"));

    private static OpenReview Open => new(Review, new LocalText("Kevät"), new(new LocalDate(2026, 1, 1), new LocalDate(2026, 6, 1)));

    private static async Task<House> WithReview()
    {
        var house = await House.WithSeutu();
        await house.Done(Open, Members.SteeringGroup);
        return house;
    }

    private static RemarkSubject Event(SubjectKind kind, string id, long number) => new(kind, id, Event: number);

    [Fact]
    public async Task A_review_goes_from_opening_to_closing()
    {
        var house = await House.WithSeutu();

        Assert.Equal([new ReviewOpened(Review, Open.Title, Open.Span)], await house.Added(Stream, Open, Members.SteeringGroup));
        Assert.Equal([new ReviewParticipantAdded(1, Secretary)], await house.Added(Stream, new AddReviewParticipant(Review, Secretary), Members.SteeringGroup));
        Assert.Equal([new ReviewParticipantRemoved(1)], await house.Added(Stream, new RemoveReviewParticipant(Review, 1), Members.SteeringGroup));
        Assert.Equal([new ReviewParticipantAdded(2, Secretary)], await house.Added(Stream, new AddReviewParticipant(Review, Secretary), Members.SteeringGroup));
        Assert.Equal([new ReviewRemarkAdded(1, null, Text)], await house.Added(Stream, new AddReviewRemark(Review, null, Text), Members.SteeringGroup));
        Assert.Equal([new ReviewRemarkRemoved(1)], await house.Added(Stream, new RemoveReviewRemark(Review, 1), Members.SteeringGroup));
        Assert.Equal([new ReviewClosed(Text)], await house.Added(Stream, new CloseReview(Review, Text), Members.SteeringChair));
    }

    [Theory]
    [InlineData("SteeringChair", "open participant remark close")]
    [InlineData("SteeringGroup", "open participant remark")]
    [InlineData("Administrator", "")]
    [InlineData("Coordinator", "")]
    [InlineData("EditorOfKerava", "")]
    [InlineData("Signatory", "")]
    [InlineData("Reader", "")]
    [InlineData("Stranger", "")]
    public async Task Only_the_steering_group_reviews_and_only_its_chair_closes(string role, string allowed)
    {
        var member = (MemberId)typeof(Members).GetField(role)!.GetValue(null)!;
        var house = await WithReview();

        var may = new List<string>();
        await Try("open", Open with { Review = Review with { Slug = "toinen" } });
        await Try("participant", new AddReviewParticipant(Review, Secretary));
        await Try("remark", new AddReviewRemark(Review, null, Text));
        await Try("close", new CloseReview(Review, Text));

        Assert.Equal(allowed, string.Join(' ', may));

        async Task Try<TCommand>(string name, TCommand command) where TCommand : ICommand
        {
            if (await house.Send(command, member) is not Outcome.Forbidden) may.Add(name);
        }
    }

    [Fact]
    public async Task A_remark_is_tied_to_an_event_of_any_aggregate_of_the_partnership()
    {
        var house = await WithReview();
        await house.Done(Seutu.Plan());
        RemarkSubject[] subjects =
        [
            Event(SubjectKind.Partnership, "seutu", 1), Event(SubjectKind.AnnualCycle, "seutu-2026", 0),
            Event(SubjectKind.Activity, Seutu.Workshop.ToString(), 0), Event(SubjectKind.SteeringReview, "seutu/kevat-2026", 0),
        ];

        foreach (var (number, subject) in subjects.Index())
        {
            Assert.Equal(
                [new ReviewRemarkAdded(number + 1, subject, Text)],
                await house.Added(Stream, new AddReviewRemark(Review, subject, Text), Members.SteeringGroup));
        }
    }

    [Fact]
    public async Task A_remark_is_not_tied_to_what_is_not_there_or_is_anothers()
    {
        var house = await WithReview();
        var elsewhere = new PartnershipId("muu");
        await house.Done(new Domain.Partnerships.FoundPartnership(elsewhere, new LocalText("Muu")));
        await house.Done(new Domain.AnnualCycles.DraftCycle(new CycleId(elsewhere, 2026)));
        await house.Done(new PlanActivity(new CycleId(elsewhere, 2026), Seutu.Workshop, Seutu.Details()));

        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, await Refused(Event(SubjectKind.Activity, Seutu.Workshop.ToString(), 0)));
        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, await Refused(Event(SubjectKind.Activity, "työpaja", 0)));
        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, await Refused(Event(SubjectKind.Partnership, "muu", 0)));
        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, await Refused(Event(SubjectKind.Partnership, "seutu", 1000)));
        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, await Refused(Event(SubjectKind.Partnership, "seutu", -1)));
        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, await Refused(new(SubjectKind.Agreement, "seutu/tilat", Version: "1")));

        async Task<string> Refused(RemarkSubject subject) => Assert.Single(Assert.IsType<Outcome.Refused>(
            await house.Send(new AddReviewRemark(Review, subject, Text), Members.SteeringGroup)).Problems).Code;
    }

    [Fact]
    public async Task What_a_review_does_touches_no_other_stream()
    {
        var house = await WithReview();
        await house.Done(Seutu.Plan());
        var before = await Others(house);

        await house.Done(new AddReviewParticipant(Review, Secretary), Members.SteeringGroup);
        await house.Done(new AddReviewRemark(Review, Event(SubjectKind.Activity, Seutu.Workshop.ToString(), 0), Text), Members.SteeringGroup);
        await house.Done(new CloseReview(Review, Text), Members.SteeringChair);

        Assert.Equal(before, await Others(house));
    }

    private static async Task<List<string>> Others(House house)
    {
        var others = new List<string>();
        await foreach (var e in house.Store.ReadAll(Position.Start))
            if (e.Stream != Stream) others.Add($"{e.Stream} {e.Version} {e.Type}");
        return others;
    }

    [Fact]
    public async Task What_is_no_review_command_is_refused_before_anything_else()
    {
        var house = await House.WithSeutu();

        Assert.Equal("review", await Flaw(Open with { Review = new(Seutu.Id, "") }));
        Assert.Equal("title", await Flaw(Open with { Title = null! }));
        Assert.Equal("span", await Flaw(Open with { Span = null! }));
        Assert.Equal("participant", await Flaw(new AddReviewParticipant(Review, new(null!))));
        Assert.Equal("text", await Flaw(new AddReviewRemark(Review, null, null!)));
        Assert.Equal("about", await Flaw(new AddReviewRemark(Review, new(SubjectKind.Activity, null!), Text)));
        Assert.Equal("conclusion", await Flaw(new CloseReview(Review, null!)));

        async Task<string> Flaw<TCommand>(TCommand command) where TCommand : ICommand
        {
            var problem = Assert.Single(Assert.IsType<Outcome.Refused>(await house.Send(command, Members.SteeringChair)).Problems);
            Assert.Equal(CommandProblems.Malformed, problem.Code);
            return problem.Field;
        }
    }
}
