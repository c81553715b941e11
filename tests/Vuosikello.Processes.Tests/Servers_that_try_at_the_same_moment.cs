using NodaTime;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Store;
using Vuosikello.Processes.Tests.Kit;

namespace Vuosikello.Processes.Tests;

/// <summary>Two servers on one cluster surely try to bring the same about at the same moment, and it is brought about once.</summary>
public sealed class Servers_that_try_at_the_same_moment : RoundScene, IAsyncLifetime
{
    private static readonly Instant FirstReminder = Instant.FromUtc(2026, 9, 16, 6, 0), LastReminder = Instant.FromUtc(2026, 9, 27, 6, 0);

    private readonly MeetingPlace _meeting = new(2);
    private readonly List<EventStoreDbStore> _stores = [];
    private DoubleCluster _cluster = null!;

    private protected override IEventStore Log => _stores[0];

    private protected override IEventStore OfServer()
    {
        // A client of its own, as each server has one.
        _stores.Add(_cluster.Open());
        return _meeting.Of(_stores[^1]);
    }

    public new async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _cluster = await DoubleCluster.Start();
        _stores.Add(_cluster.Open());
    }

    public new async ValueTask DisposeAsync()
    {
        foreach (var store in _stores) await store.DisposeAsync();
        await _cluster.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task An_agreement_comes_into_force_and_expires_once()
    {
        var (first, last) = (new LocalDate(2026, 10, 1), new LocalDate(2026, 12, 31));
        await using var one = await TimedServer.Start(OfServer(), Clock);
        await one.Found();
        await using var two = await TimedServer.Start(OfServer(), Clock);
        var id = await one.Agree("tilat", new AgreementTerm(first, last));
        _meeting.Open();

        foreach (var (day, standing) in ((LocalDate, AgreementStanding)[])[(first, AgreementStanding.InForce), (last.PlusDays(1), AgreementStanding.Expired)])
        {
            Clock.Set(day.AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant());
            foreach (var server in (TimedServer[])[one, two]) await server.Shows(id, a => a.Standing == standing);
        }

        Assert.Equal(["agreement-came-into-force.v1", "agreement-expired.v1"], _meeting.Met);
        var events = await EventsOf(Streams.Of(id));
        Assert.Single(events, e => e is AgreementCameIntoForce);
        Assert.Single(events, e => e is AgreementExpired);
    }

    [Fact]
    public async Task A_round_opens_reminds_and_closes_once_and_its_documents_go_in_and_out_once()
    {
        await using var one = await Planned();
        await using var two = await TimedServer.Start(OfServer(), Clock);
        _meeting.Open();

        foreach (var moment in (Instant[])[Opens, FirstReminder, LastReminder, Closes])
        {
            Clock.Set(moment);
            foreach (var server in (TimedServer[])[one, two]) await server.Shows(Round, r => moment == Opens ? r.Phase == RoundPhase.Open : moment == Closes ? r.Phase == RoundPhase.Closed : r.RemindedFor == moment);
        }
        foreach (var server in (TimedServer[])[one, two]) await server.Shows(() => AllAre(server, Out));

        Assert.Equal(
        [
            "agreement-put-in-round.v1", "agreement-taken-out-of-round.v1", "cycle-opened-for-comments.v1", "cycle-returned-to-draft.v1",
            "partners-reminded.v1", "partners-reminded.v1", "round-closed.v1", "round-opened.v1", "rules-put-in-round.v1", "rules-taken-out-of-round.v1",
        ], _meeting.Met.Order(StringComparer.Ordinal));
        Assert.Equal([typeof(RoundPlanned), typeof(RoundOpened), typeof(PartnersReminded), typeof(PartnersReminded), typeof(RoundClosed)], await Kinds());
        await PutInAndTakenOutOnce();
    }

    [Fact]
    public async Task A_year_that_was_rolled_forward_is_planned_once()
    {
        await using var one = await YearServer.Start(OfServer(), Clock);
        await one.BeginYear();
        await using var two = await YearServer.Start(OfServer(), Clock);
        // A server without processes rolls it forward: those that plan again meet at each activity.
        await using var third = await YearServer.Start(_stores[0], Clock, withProcesses: false);
        _meeting.Open();
        await third.Send(new RollCycleForward(YearServer.To, 2026, [.. YearServer.Sources]), YearServer.Command(100));
        await one.Shows(YearServer.Sources);
        await two.Shows(YearServer.Sources);

        foreach (var source in YearServer.Sources) Assert.Single(await EventsOf(Streams.Of(RollForward.ActivityIn(2027, source))));
        Assert.Equal(Enumerable.Repeat("activity-planned.v1", YearServer.Sources.Length), _meeting.Met);
    }
}
