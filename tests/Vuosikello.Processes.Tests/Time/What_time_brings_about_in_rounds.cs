using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Processes.Tests.Kit;

namespace Vuosikello.Processes.Tests.Time;

/// <summary>A round on rules, an agreement and a year, from 10 August at 8 to 30 September 2026 at 16, Helsinki time, with reminders 14 and 3 days before.</summary>
public sealed class What_time_brings_about_in_rounds : IAsyncLifetime
{
    private const int Year = 2027;
    private static readonly Instant Opens = Instant.FromUtc(2026, 8, 10, 5, 0), Closes = Instant.FromUtc(2026, 9, 30, 13, 0);
    private static readonly Instant FirstReminder = Instant.FromUtc(2026, 9, 16, 6, 0), LastReminder = Instant.FromUtc(2026, 9, 27, 6, 0);
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly RoundId Round = new(TimedServer.Seutu, "paketti");
    private static readonly AgreementId Agreement = new(TimedServer.Seutu, "tilat");
    private static readonly CycleId Cycle = new(TimedServer.Seutu, Year);
    private static readonly ActivityId Forum = new(new Guid(1, 9, 0, new byte[8]));
    private static readonly LocalText Text = new("Teksti");

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private readonly HandClock _clock = new(Opens - Duration.FromDays(5));
    private SqliteEventStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteEventStore.Open(_folder, _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_round_opens_reminds_twice_and_closes_each_at_its_moment_and_once()
    {
        await using var server = await Planned();
        await _clock.SetAndSeen(Opens - Second);
        Assert.Equal([typeof(RoundPlanned)], await Kinds());

        _clock.Set(Opens);
        await server.Shows(Round, r => r.Phase == RoundPhase.Open);
        await _clock.SetAndSeen(FirstReminder - Second);
        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened)], await Kinds());
        foreach (var reminder in (Instant[])[FirstReminder, LastReminder])
        {
            _clock.Set(reminder);
            await server.Shows(Round, r => r.RemindedFor == reminder);
        }
        await _clock.SetAndSeen(Closes - Second);
        Assert.DoesNotContain(typeof(RoundClosed), await Kinds());

        _clock.Set(Closes);
        await server.Shows(Round, r => r.Phase == RoundPhase.Closed);
        await _clock.SetAndSeen(Closes + Duration.FromDays(100));
        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened), typeof(PartnersReminded), typeof(PartnersReminded), typeof(RoundClosed)], await Kinds());
    }

    [Fact]
    public async Task The_documents_are_in_the_round_while_it_is_open_and_out_of_it_afterwards()
    {
        await using var server = await Planned();
        _clock.Set(Opens);
        await server.Shows(() => AllAre(server, In));
        Assert.Equal(3, server.Rounds.Find(Round)!.State.Documents.Count);

        _clock.Set(Closes);
        await server.Shows(() => AllAre(server, Out));

        await PutInAndTakenOutOnce();
    }

    [Fact]
    public async Task Two_servers_on_one_store_bring_each_about_once()
    {
        await using var one = await Planned();
        await using var two = await TimedServer.Start(_store, _clock);
        foreach (var moment in (Instant[])[Opens, FirstReminder, LastReminder, Closes])
        {
            _clock.Set(moment);
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
            _clock.Set(Opens);
            await before.Shows(() => AllAre(before, In));
        }
        _clock.Set(LastReminder + Duration.FromHours(5));

        await using var after = await TimedServer.Start(_store, _clock);
        await after.Shows(Round, r => r.RemindedFor is not null);
        await _clock.SetAndSeen(Closes - Second);

        var reminded = Assert.IsType<PartnersReminded>(Assert.Single(await EventsOf(Streams.Of(Round)), e => e is PartnersReminded));
        Assert.Equal(LastReminder, reminded.Due);
    }

    [Fact]
    public async Task A_round_that_should_have_closed_while_the_server_was_stopped_closes_at_its_start_and_lets_its_documents_go()
    {
        await using (var before = await Planned())
        {
            _clock.Set(Opens);
            await before.Shows(() => AllAre(before, In));
        }
        _clock.Set(Closes + Duration.FromDays(30));

        await using var after = await TimedServer.Start(_store, _clock);
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
        _clock.Set(Closes);

        await using var after = await TimedServer.Start(_store, _clock);
        await _clock.SetAndSeen(Closes + Duration.FromDays(1));

        Assert.Equal([typeof(RoundPlanned)], await Kinds());
    }

    [Fact]
    public async Task While_a_year_is_in_one_round_no_other_opens_on_it()
    {
        await using var server = await Planned();
        var (other, plan) = (new RoundId(TimedServer.Seutu, "toinen"), server.Rounds.Find(Round)!.State.Plan);
        await server.Send(new PlanRound(other, plan with { Subject = new RoundSubject(false, [], Year), Opens = Opens + Duration.FromDays(1), Closes = Closes + Duration.FromDays(9) }));
        _clock.Set(Opens);
        await server.Shows(() => AllAre(server, In));

        _clock.Set(Opens + Duration.FromDays(1));
        Assert.Equal([ProblemCodes.DocumentInAnotherRound], (await server.Refused(new OpenRound(other, [Forum]))).Select(p => p.Code));
        Assert.Equal(RoundPhase.Planned, server.Rounds.Find(other)!.State.Phase);
        _clock.Set(Closes);
        await server.Shows(() => AllAre(server, Out));
        await server.Send(new OpenRound(other, [Forum]));
        await server.Shows(other, r => r.Phase == RoundPhase.Open);
    }

    [Fact]
    public async Task A_round_whose_agreement_lies_before_its_parties_opens_when_they_have_given_it_back_and_takes_nothing_meanwhile()
    {
        await using var server = await Planned();
        await server.Send(new OfferAgreement(Agreement, 0));
        await _clock.SetAndSeen(Opens);
        await server.Shows(() => server.Rounds.Find(Round)?.State.Phase == RoundPhase.Planned);
        Assert.Equal([typeof(RoundPlanned)], await Kinds());

        await server.Send(new ReturnAgreementToDraft(Agreement));
        _clock.Set(Opens + Duration.FromHours(1));
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

        _clock.Set(Opens + Duration.FromDays(2));
        await server.Shows(ended, agreement => agreement.Standing == AgreementStanding.Expired);
        await _clock.SetAndSeen(Closes);

        Assert.Equal([ProblemCodes.RoundIsOver, ProblemCodes.DocumentNotDraft], (await server.Refused(new OpenRound(other, []))).Select(p => p.Code));
        Assert.Equal([typeof(RoundPlanned)], (await EventsOf(Streams.Of(other))).Select(e => e.GetType()));
        Assert.DoesNotContain(await EventsOf(Streams.OfRules(TimedServer.Seutu)), e => e is RulesPutInRound);
    }

    [Fact]
    public async Task An_opening_that_a_crash_broke_off_between_the_documents_and_the_round_is_finished_at_the_next_start()
    {
        await using (await Planned())
        {
        }
        // what the crash left in the log: the rules are in the round, the others are not, and the round is planned still
        await using (var cut = await TimedServer.Start(_store, _clock, withProcesses: false)) await cut.Send(new PutRulesInRound(TimedServer.Seutu, Round));

        await using var after = await TimedServer.Start(_store, _clock);
        await after.Shows(() => AllAre(after, In));

        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened)], await Kinds());
        Assert.Single((await EventsOf(Streams.OfRules(TimedServer.Seutu))).OfType<RulesPutInRound>());
    }

    [Fact]
    public async Task A_broken_off_opening_that_cannot_be_finished_lets_its_documents_go()
    {
        await using (await Planned())
        {
        }
        await using (var cut = await TimedServer.Start(_store, _clock, withProcesses: false)) await cut.Send(new PutRulesInRound(TimedServer.Seutu, Round));
        _clock.Set(Closes);

        await using var after = await TimedServer.Start(_store, _clock);
        await after.Shows(() => after.Rules.Find(TimedServer.Seutu) is { State: { Round: null, Version: 2 } });

        Assert.Equal([typeof(RoundPlanned)], await Kinds());
        Assert.Equal(new RulesTakenOutOfRound(Round), (await EventsOf(Streams.OfRules(TimedServer.Seutu)))[^1]);
    }

    [Fact]
    public async Task A_year_that_was_opened_for_comments_by_hand_comes_into_the_round_that_opens_on_it()
    {
        await using var server = await Planned();
        await server.Send(new OpenCycleForComments(Cycle));
        _clock.Set(Opens);
        await server.Shows(() => AllAre(server, In));
        _clock.Set(Closes);
        await server.Shows(() => AllAre(server, Out));

        Assert.Equal(
            [new CycleDrafted(Cycle), new CycleOpenedForComments(), new CycleOpenedForComments(Round), new CycleReturnedToDraft()], await EventsOf(Streams.Of(Cycle)));
    }

    private async Task<TimedServer> Planned()
    {
        var server = await TimedServer.Start(_store, _clock);
        await server.Found();
        var clause = new ClauseId(new Guid(1, 8, 0, new byte[8]));
        await server.Send(new DraftRules(TimedServer.Seutu, [new RulesClause(clause, StandardHeadings.All[0].Id, LocalText.Empty, Text)]));
        await server.Send(new DraftAgreement(Agreement, new AgreementContent(
            AgreementKind.Partnership, null, Text, [TimedServer.Kerava, TimedServer.Tuusula], new AgreementTerm(new LocalDate(2027, 1, 1)), new NoticePeriod(1, NoticeUnit.Months), null,
            [new AgreementClause(new ClauseId(new Guid(2, 8, 0, new byte[8])), LocalText.Empty, Text)], [], [], [])));
        await server.Send(new DraftCycle(Cycle));
        await server.Send(new PlanActivity(Cycle, Forum, new ActivityDetails(
            Text, new ActivityTime.Days(new LocalDate(Year, 3, 24), new LocalDate(Year, 3, 24)), LocalText.Empty, [], [], null, [], null, [], null)));
        await server.Send(new PlanRound(Round, new RoundPlan(
            Text, LocalText.Empty, new RoundSubject(true, [Agreement], Year), [TimedServer.Kerava, TimedServer.Tuusula], Opens, Closes, [14, 3])));
        return server;
    }

    private static bool Came(CommentRound round, Instant moment) =>
        moment == Opens ? round.Phase == RoundPhase.Open : moment == Closes ? round.Phase == RoundPhase.Closed : round.RemindedFor == moment;

    private const bool In = true, Out = false;

    // The documents go in first, then the round opens.
    private static bool AllAre(TimedServer server, bool within) =>
        (server.Rounds.Find(Round)?.State.Phase == RoundPhase.Open) == within
        && server.Rules.Find(TimedServer.Seutu) is { } rules && (rules.State.Round == Round) == within
        && server.Agreements.Find(Agreement) is { } agreement && (agreement.State.Round == Round) == within
        && server.Partnerships.Find(TimedServer.Seutu)?.Years.FirstOrDefault(y => y.Year == Year) is { } year && (year.State.Round == Round) == within && (year.State.Phase == CyclePhase.InCommentRound) == within;

    private async Task PutInAndTakenOutOnce()
    {
        Assert.Equal([typeof(RulesPutInRound), typeof(RulesTakenOutOfRound)], (await EventsOf(Streams.OfRules(TimedServer.Seutu)))[^2..].Select(e => e.GetType()));
        Assert.Equal(3, (await EventsOf(Streams.OfRules(TimedServer.Seutu))).Count);
        Assert.Equal([typeof(AgreementDrafted), typeof(AgreementPutInRound), typeof(AgreementTakenOutOfRound)], (await EventsOf(Streams.Of(Agreement))).Select(e => e.GetType()));
        Assert.Equal([typeof(CycleDrafted), typeof(CycleOpenedForComments), typeof(CycleReturnedToDraft)], (await EventsOf(Streams.Of(Cycle))).Select(e => e.GetType()));
    }

    private async Task<IEnumerable<Type>> Kinds() => (await EventsOf(Streams.Of(Round))).Select(e => e.GetType());

    private async Task<List<IEvent>> EventsOf(StreamName stream)
    {
        var events = new List<IEvent>();
        await foreach (var e in _store.ReadStream(stream)) events.Add(EventSerializer.Deserialize(e).Event);
        return events;
    }
}
