using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class RoundSliceTests
{
    private static readonly RoundId Round = new(Seutu.Id, "paketti");
    private static readonly StreamName Stream = Streams.Of(Round);
    private static readonly ClauseId Workshop = new(Seutu.Workshop.Value);
    private static readonly LocalText Said = new("Myös lauantaisin.");
    private static readonly RoundPlan Plan = new(
        new LocalText("Paketti"), LocalText.Empty, new RoundSubject(false, [], 2026), [Seutu.Kerava, Seutu.Tuusula],
        Seutu.Now + Duration.FromDays(1), Seutu.Now + Duration.FromDays(30), [7]);

    [Fact]
    public async Task A_round_is_planned_planned_otherwise_and_opened_on_the_year_as_it_stands()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());

        Assert.Equal([new RoundPlanned(Round, Plan)], await house.Added(Stream, new PlanRound(Round, Plan), Members.Coordinator));
        var later = Plan with { Closes = Plan.Closes + Duration.FromDays(1) };
        Assert.Equal([new RoundReplanned(later)], await house.Added(Stream, new ReplanRound(Round, later, 0), Members.Coordinator));
        var opened = Assert.IsType<RoundOpened>(Assert.Single(await house.Added(Stream, new OpenRound(Round, [Seutu.Workshop]), Members.Coordinator)));

        var document = Assert.Single(opened.Documents);
        Assert.Equal((DocumentKind.AnnualCycle, "seutu-2026", Workshop), (document.Kind, document.Id, Assert.Single(document.Clauses).Id));
    }

    [Fact]
    public async Task An_open_round_asks_more_partners_is_prolonged_and_cancelled()
    {
        var house = await Opened(Plan with { Invited = [Seutu.Kerava] });
        var later = Plan.Closes + Duration.FromDays(1);

        Assert.Equal([new PartnersInvited([Seutu.Tuusula])], await house.Added(Stream, new InviteToRound(Round, [Seutu.Tuusula])));
        Assert.Equal([new RoundProlonged(later)], await house.Added(Stream, new ProlongRound(Round, later)));
        Assert.Equal([new RoundCancelled(Said)], await house.Added(Stream, new CancelRound(Round, Said)));
    }

    [Fact]
    public async Task A_statement_is_drafted_sent_and_answered()
    {
        var house = await Opened(Plan);
        var stand = new DraftedStand(Workshop, Stance.Against, Said);

        Assert.Equal([new StatementDrafted(Seutu.Kerava, [stand], null)],
            await house.Added(Stream, new DraftStatement(Round, Seutu.Kerava, 1, [stand]), Members.EditorOfKerava));
        Assert.Equal([new StatementSent(Seutu.Kerava, [new ClauseStand(Workshop, Stance.Against, Said)], LocalText.Empty, false)],
            await house.Added(Stream, new SendStatement(Round, Seutu.Kerava, 2), Members.Signatory));

        house.Now = Plan.Closes - Duration.FromDays(6);
        Assert.IsType<PartnersReminded>(Assert.Single(await house.Added(Stream, new RemindInvited(Round), SystemMember.Id)));
        house.Now = Plan.Closes;
        Assert.Equal([new RoundClosed([Seutu.Kerava], [Seutu.Tuusula])], await house.Added(Stream, new CloseRound(Round), SystemMember.Id));
        Assert.Equal([new LateStatementAllowed(Seutu.Tuusula, Plan.Closes + Duration.FromDays(1))],
            await house.Added(Stream, new AllowLateStatement(Round, Seutu.Tuusula, Plan.Closes + Duration.FromDays(1)), Members.Coordinator));
        Assert.Equal([new RemarkAnswered(Seutu.Kerava, Workshop, AnswerKind.NotAccepted, Said)],
            await house.Added(Stream, new AnswerRemark(Round, Seutu.Kerava, Workshop, AnswerKind.NotAccepted, Said, 5), Members.Coordinator));
    }

    [Fact]
    public async Task A_guest_states_for_the_organisation_of_its_link_until_another_server_takes_it_back()
    {
        const string hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        var store = new MemoryStore();
        var house = await Opened(Plan, store);
        var other = new House(store);
        var (link, stand) = (new GuestLinkId(new Guid(5, 0, 0, new byte[8])), new DraftedStand(Workshop, Stance.Against, Said));
        var guest = GuestLink.GuestOf(Round, link);
        Assert.IsType<Outcome.Forbidden>(await house.Send(new MakeGuestLink(Round, link, Seutu.Kerava, hash), Members.EditorOfKerava));
        Assert.Equal([new GuestLinkMade(link, Seutu.Kerava, hash)], await house.Added(Stream, new MakeGuestLink(Round, link, Seutu.Kerava, hash), Members.Coordinator));

        Assert.IsType<Outcome.Done>(await other.Send(new DraftStatement(Round, Seutu.Kerava, 2, [stand]), guest, actingFor: Seutu.Kerava));
        Assert.IsType<Outcome.Forbidden>(await other.Send(new DraftStatement(Round, Seutu.Tuusula, 2, [stand]), guest, actingFor: Seutu.Kerava));
        Assert.IsType<Outcome.Forbidden>(await other.Send(new DraftStatement(Round, Seutu.Tuusula, 2, [stand]), guest, actingFor: Seutu.Tuusula));
        Assert.IsType<Outcome.Forbidden>(await other.Send(new CancelRound(Round, Said), guest, actingFor: Seutu.Kerava));

        Assert.Equal([new GuestLinkRevoked(link)], await house.Added(Stream, new RevokeGuestLink(Round, link), Members.Coordinator));
        Assert.IsType<Outcome.Forbidden>(await other.Send(new SendStatement(Round, Seutu.Kerava, 3), guest, actingFor: Seutu.Kerava));
    }

    [Fact]
    public async Task No_remark_of_a_review_is_tied_to_a_draft_that_no_history_tells()
    {
        var house = await Opened(Plan);
        var review = new ReviewId(Seutu.Id, "kevat-2026");
        await house.Done(new Domain.SteeringReviews.OpenReview(review, Said, new(new NodaTime.LocalDate(2026, 1, 1), new NodaTime.LocalDate(2026, 6, 1))), Members.SteeringGroup);
        await house.Done(new DraftStatement(Round, Seutu.Kerava, 1, [new DraftedStand(Workshop, Stance.Against, Said)]), Members.EditorOfKerava);
        long drafted = -1;
        await foreach (var recorded in house.Store.ReadStream(Streams.Of(Round))) drafted = recorded.Version;

        var outcome = await house.Send(
            new Domain.SteeringReviews.AddReviewRemark(review, RemarkSubjects.Of(Streams.Of(Round), drafted), Said), Members.SteeringGroup);

        Assert.Equal(ProblemCodes.NoSuchRemarkSubject, Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Problems).Code);
    }

    [Fact]
    public async Task Nobody_states_for_a_partner_but_its_own_people()
    {
        var house = await Opened(Plan);
        var draft = new DraftStatement(Round, Seutu.Kerava, 1, [], Said);

        foreach (var member in new[] { Members.Administrator, Members.Coordinator, Members.EditorOfTuusula, Members.Reader, Members.SteeringGroup })
            Assert.IsType<Outcome.Forbidden>(await house.Send(draft, member));
        await house.Done(draft, Members.EditorOfKerava);
    }

    [Fact]
    public async Task Nobody_closes_a_round_but_the_server_and_no_editor_plans_one()
    {
        var house = await Opened(Plan);
        house.Now = Plan.Closes;

        Assert.IsType<Outcome.Forbidden>(await house.Send(new CloseRound(Round), Members.Administrator));
        Assert.IsType<Outcome.Forbidden>(await house.Send(new RemindInvited(Round), Members.Coordinator));
        Assert.IsType<Outcome.Forbidden>(await house.Send(new PlanRound(Round with { Slug = "toinen" }, Plan), Members.EditorOfKerava));
    }

    [Fact]
    public async Task A_statement_and_the_closing_that_meet_are_decided_by_who_came_first_into_the_stream()
    {
        var house = await Opened(Plan);
        await house.Done(new DraftStatement(Round, Seutu.Kerava, 1, [new DraftedStand(Workshop, Stance.InFavour, LocalText.Empty)]), Members.EditorOfKerava);
        house.Now = Plan.Closes;
        await house.Done(new CloseRound(Round), SystemMember.Id);

        // the clock of the sender's server is behind
        house.Now = Plan.Closes - Duration.FromSeconds(1);
        var late = await house.Send(new SendStatement(Round, Seutu.Kerava, 2), Members.EditorOfKerava);

        Assert.Equal(ProblemCodes.StatementTooLate, Assert.Single(Assert.IsType<Outcome.Refused>(late).Problems).Code);
    }

    [Fact]
    public async Task Closing_twice_by_two_servers_closes_once()
    {
        var house = await Opened(Plan);
        house.Now = Plan.Closes;
        var id = new CommandId(new Guid("00000000-0000-4000-8000-0000000000cc"));
        await house.Done(new CloseRound(Round), SystemMember.Id, id);
        var second = await new House(house.Store) { Now = Plan.Closes }.Done(new CloseRound(Round), SystemMember.Id, id);

        Assert.True(second.Repeated);
        Assert.Single((await house.Events(Stream)).OfType<RoundClosed>());
    }

    [Fact]
    public async Task What_is_adopted_is_not_opened_for_comments()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        await house.Done(new PlanRound(Round, Plan));
        await house.Done(new AdoptCycle(Seutu.Year));

        var refused = await house.Send(new OpenRound(Round, [Seutu.Workshop]));

        Assert.Equal(ProblemCodes.DocumentNotDraft, Assert.Single(Assert.IsType<Outcome.Refused>(refused).Problems).Code);
    }

    private static async Task<House> Opened(RoundPlan plan, MemoryStore? store = null)
    {
        var house = await House.WithSeutu(store);
        await house.Done(Seutu.Plan());
        await house.Done(new PlanRound(Round, plan));
        await house.Done(new OpenRound(Round, [Seutu.Workshop]));
        return house;
    }
}
