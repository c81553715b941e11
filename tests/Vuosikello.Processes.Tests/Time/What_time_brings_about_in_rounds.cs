using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Processes.Tests.Kit;

namespace Vuosikello.Processes.Tests.Time;

/// <summary>A round opens, reminds, closes, and lets its documents go.</summary>
public sealed class What_time_brings_about_in_rounds : RoundScene
{
    private static readonly Instant FirstReminder = Instant.FromUtc(2026, 9, 16, 6, 0), LastReminder = Instant.FromUtc(2026, 9, 27, 6, 0);
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public async Task A_round_opens_reminds_twice_and_closes_each_at_its_moment_and_once()
    {
        await using var server = await Planned();
        await Clock.SetAndSeen(Opens - Second);
        Assert.Equal([typeof(RoundPlanned)], await Kinds());

        Clock.Set(Opens);
        await server.Shows(Round, r => r.Phase == RoundPhase.Open);
        await Clock.SetAndSeen(FirstReminder - Second);
        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened)], await Kinds());
        foreach (var reminder in (Instant[])[FirstReminder, LastReminder])
        {
            Clock.Set(reminder);
            await server.Shows(Round, r => r.RemindedFor == reminder);
        }
        await Clock.SetAndSeen(Closes - Second);
        Assert.DoesNotContain(typeof(RoundClosed), await Kinds());

        Clock.Set(Closes);
        await server.Shows(Round, r => r.Phase == RoundPhase.Closed);
        await Clock.SetAndSeen(Closes + Duration.FromDays(100));
        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened), typeof(PartnersReminded), typeof(PartnersReminded), typeof(RoundClosed)], await Kinds());
    }

    [Fact]
    public async Task The_documents_are_in_the_round_while_it_is_open_and_out_of_it_afterwards()
    {
        await using var server = await Planned();
        Clock.Set(Opens);
        await server.Shows(() => AllAre(server, In));
        Assert.Equal(3, server.Rounds.Find(Round)!.State.Documents.Count);

        Clock.Set(Closes);
        await server.Shows(() => AllAre(server, Out));

        await PutInAndTakenOutOnce();
    }

    [Fact]
    public async Task Two_servers_on_oneStore_bring_each_about_once()
    {
        await using var one = await Planned();
        await using var two = await TimedServer.Start(Store, Clock);
        foreach (var moment in (Instant[])[Opens, FirstReminder, LastReminder, Closes])
        {
            Clock.Set(moment);
            foreach (var server in (TimedServer[])[one, two]) await server.Shows(Round, r => Came(r, moment));
            if (moment == Opens) await one.Shows(() => AllAre(one, In));
        }
        foreach (var server in (TimedServer[])[one, two]) await server.Shows(() => AllAre(server, Out));

        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened), typeof(PartnersReminded), typeof(PartnersReminded), typeof(RoundClosed)], await Kinds());
        await PutInAndTakenOutOnce();
    }

    [Fact]
    public async Task Of_the_reminders_that_a_stopped_server_slept_through_one_is_sent_at_its_start()
    {
        await using (var before = await Planned())
        {
            Clock.Set(Opens);
            await before.Shows(() => AllAre(before, In));
        }
        Clock.Set(LastReminder + Duration.FromHours(5));

        await using var after = await TimedServer.Start(Store, Clock);
        await after.Shows(Round, r => r.RemindedFor is not null);
        await Clock.SetAndSeen(Closes - Second);

        var reminded = Assert.IsType<PartnersReminded>(Assert.Single(await EventsOf(Streams.Of(Round)), e => e is PartnersReminded));
        Assert.Equal(LastReminder, reminded.Due);
    }

    [Fact]
    public async Task A_round_that_should_have_closed_while_the_server_was_stopped_closes_at_its_start_and_lets_its_documents_go()
    {
        await using (var before = await Planned())
        {
            Clock.Set(Opens);
            await before.Shows(() => AllAre(before, In));
        }
        Clock.Set(Closes + Duration.FromDays(30));

        await using var after = await TimedServer.Start(Store, Clock);
        await after.Shows(() => AllAre(after, Out) && after.Rounds.Find(Round)?.State.Phase == RoundPhase.Closed);

        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened), typeof(RoundClosed)], await Kinds());
        await PutInAndTakenOutOnce();
    }

    [Fact]
    public async Task A_round_whose_window_went_by_while_the_server_was_stopped_stays_planned()
    {
        await using (await Planned())
        {
        }
        Clock.Set(Closes);

        await using var after = await TimedServer.Start(Store, Clock);
        await Clock.SetAndSeen(Closes + Duration.FromDays(1));

        Assert.Equal([typeof(RoundPlanned)], await Kinds());
    }

    [Fact]
    public async Task While_a_year_is_in_one_round_no_other_opens_on_it()
    {
        await using var server = await Planned();
        var (other, plan) = (new RoundId(TimedServer.Seutu, "toinen"), server.Rounds.Find(Round)!.State.Plan);
        await server.Send(new PlanRound(other, plan with { Subject = new RoundSubject(false, [], Year), Opens = Opens + Duration.FromDays(1), Closes = Closes + Duration.FromDays(9) }));
        Clock.Set(Opens);
        await server.Shows(() => AllAre(server, In));

        Clock.Set(Opens + Duration.FromDays(1));
        Assert.Equal([ProblemCodes.DocumentInAnotherRound], (await server.Refused(new OpenRound(other, [Forum]))).Select(p => p.Code));
        Assert.Equal(RoundPhase.Planned, server.Rounds.Find(other)!.State.Phase);
        Clock.Set(Closes);
        await server.Shows(() => AllAre(server, Out));
        await server.Send(new OpenRound(other, [Forum]));
        await server.Shows(other, r => r.Phase == RoundPhase.Open);
    }

    [Fact]
    public async Task A_round_whose_agreement_lies_before_its_parties_opens_when_they_have_given_it_back_and_takes_nothing_meanwhile()
    {
        await using var server = await Planned();
        await server.Send(new OfferAgreement(Agreement, 0));
        await Clock.SetAndSeen(Opens);
        await server.Shows(() => server.Rounds.Find(Round)?.State.Phase == RoundPhase.Planned);
        Assert.Equal([typeof(RoundPlanned)], await Kinds());

        await server.Send(new ReturnAgreementToDraft(Agreement));
        Clock.Set(Opens + Duration.FromHours(1));
        await server.Shows(() => AllAre(server, In));

        Assert.Single((await EventsOf(Streams.OfRules(TimedServer.Seutu))).OfType<RulesPutInRound>());
    }

    [Fact]
    public async Task A_round_whose_agreement_has_ended_before_it_opens_stays_planned_and_keeps_nothing()
    {
        await using var server = await Planned();
        var ended = await server.Agree("loppunut", new AgreementTerm(new LocalDate(2026, 8, 1), new LocalDate(2026, 8, 9)));
        var other = new RoundId(TimedServer.Seutu, "loppuneesta");
        var plan = server.Rounds.Find(Round)!.State.Plan;
        await server.Send(new PlanRound(other, plan with { Subject = new RoundSubject(true, [ended], null), Opens = Opens + Duration.FromDays(1) }));
        await server.Send(new CancelRound(Round, Text));

        Clock.Set(Opens + Duration.FromDays(2));
        await server.Shows(ended, agreement => agreement.Standing == AgreementStanding.Expired);
        await Clock.SetAndSeen(Closes);

        Assert.Equal([ProblemCodes.RoundIsOver, ProblemCodes.DocumentNotDraft], (await server.Refused(new OpenRound(other, []))).Select(p => p.Code));
        Assert.Equal([typeof(RoundPlanned)], (await EventsOf(Streams.Of(other))).Select(e => e.GetType()));
        Assert.DoesNotContain(await EventsOf(Streams.OfRules(TimedServer.Seutu)), e => e is RulesPutInRound);
    }

    [Fact]
    public async Task A_year_that_was_opened_for_comments_by_hand_comes_into_the_round_that_opens_on_it()
    {
        await using var server = await Planned();
        await server.Send(new OpenCycleForComments(Cycle));
        Clock.Set(Opens);
        await server.Shows(() => AllAre(server, In));
        Clock.Set(Closes);
        await server.Shows(() => AllAre(server, Out));

        Assert.Equal(
            [new CycleDrafted(Cycle), new CycleOpenedForComments(), new CycleOpenedForComments(Round), new CycleReturnedToDraft()], await EventsOf(Streams.Of(Cycle)));
    }

    private static bool Came(CommentRound round, Instant moment) =>
        moment == Opens ? round.Phase == RoundPhase.Open : moment == Closes ? round.Phase == RoundPhase.Closed : round.RemindedFor == moment;
}
