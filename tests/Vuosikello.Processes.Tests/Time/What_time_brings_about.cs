using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Processes.Tests.Kit;

namespace Vuosikello.Processes.Tests.Time;

public sealed class What_time_brings_about : IAsyncLifetime
{
    private static readonly LocalDate FirstDay = new(2026, 3, 1), LastDay = new(2027, 12, 31);
    private static readonly AgreementTerm Term = new(FirstDay, LastDay);
    private static readonly Commitment Report = new(
        new CommitmentId(new Guid(1, 7, 0, new byte[8])), TimedServer.Kerava, new LocalText("Raportti"), new CommitmentDue(11, 30), []);

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private readonly HandClock _clock = new(Instant.FromUtc(2026, 1, 15, 9, 0));
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
    public async Task A_signed_agreement_is_in_force_as_its_first_day_begins_in_Helsinki()
    {
        await using var server = await Founded();
        var id = await server.Agree("tilat", Term);

        await _clock.SetAndSeen(Midnight(FirstDay) - Duration.FromSeconds(1));
        Assert.DoesNotContain(await EventsOf(id), e => e is AgreementCameIntoForce);

        _clock.Set(Midnight(FirstDay));
        await server.Shows(id, a => a.Standing == AgreementStanding.InForce);
        Assert.Equal(new AgreementCameIntoForce(1, Midnight(FirstDay)), Assert.Single(await EventsOf(id), e => e is AgreementCameIntoForce));
    }

    [Fact]
    public async Task What_was_due_while_the_server_was_stopped_happens_at_its_start_in_order_each_once()
    {
        AgreementId id;
        await using (var before = await Founded()) id = await before.Agree("tilat", Term, null, Report);
        _clock.Set(Instant.FromUtc(2030, 5, 1, 0, 0));

        await using var after = await TimedServer.Start(_store, _clock);
        await after.Shows(id, a => a.Standing == AgreementStanding.Expired);

        IEvent[] due =
        [
            new AgreementCameIntoForce(1, Midnight(FirstDay)),
            new CommitmentFellDue(Report.Id, new LocalDate(2026, 11, 30), Midnight(new LocalDate(2026, 11, 30))),
            new CommitmentFellDue(Report.Id, new LocalDate(2027, 11, 30), Midnight(new LocalDate(2027, 11, 30))),
            new AgreementExpired(LastDay, Midnight(LastDay.PlusDays(1))),
        ];
        Assert.Equal(due, (await EventsOf(id))[^4..]);
    }

    [Fact]
    public async Task A_restart_brings_nothing_about_again()
    {
        AgreementId id;
        await using (var before = await Founded())
        {
            id = await before.Agree("tilat", Term);
            _clock.Set(Midnight(FirstDay));
            await before.Shows(id, a => a.Standing == AgreementStanding.InForce);
        }
        var events = await EventsOf(id);

        await using var after = await TimedServer.Start(_store, _clock);
        await _clock.SetAndSeen(Midnight(FirstDay) + Duration.FromDays(10));

        Assert.Equal(events, await EventsOf(id));
    }

    [Fact]
    public async Task Two_servers_on_one_store_bring_it_about_once()
    {
        await using var one = await Founded();
        await using var two = await TimedServer.Start(_store, _clock);
        AgreementId[] ids = [await one.Agree("a", Term), await one.Agree("b", Term), await one.Agree("c", Term), await one.Agree("d", Term)];

        _clock.Set(Midnight(LastDay.PlusDays(1)));
        foreach (var id in ids)
        {
            await one.Shows(id, a => a.Standing == AgreementStanding.Expired);
            await two.Shows(id, a => a.Standing == AgreementStanding.Expired);
        }

        foreach (var id in ids)
        {
            var events = await EventsOf(id);
            Assert.Single(events, e => e is AgreementCameIntoForce);
            Assert.Single(events, e => e is AgreementExpired);
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_back_undoes_nothing_and_repeats_nothing_when_it_comes_forward_again()
    {
        await using var server = await Founded();
        var id = await server.Agree("tilat", Term, null, Report);
        _clock.Set(Midnight(new LocalDate(2026, 11, 30)));
        await server.Shows(id, a => a.FellDue.Count == 1);
        var events = await EventsOf(id);

        await _clock.SetAndSeen(Instant.FromUtc(2026, 2, 1, 0, 0));
        Assert.Equal(events, await EventsOf(id));
        await _clock.SetAndSeen(Midnight(new LocalDate(2026, 11, 30)) + Duration.FromHours(1));
        Assert.Equal(events, await EventsOf(id));

        _clock.Set(Midnight(LastDay.PlusDays(1)));
        await server.Shows(id, a => a.Standing == AgreementStanding.Expired);
        Assert.Equal(2, (await EventsOf(id)).Count(e => e is CommitmentFellDue));
    }

    [Fact]
    public async Task A_notice_runs_out_by_itself()
    {
        await using var server = await Founded();
        var id = await server.Agree("tilat", Term, new NoticePeriod(3, NoticeUnit.Months));
        _clock.Set(Instant.FromUtc(2026, 3, 28, 22, 30));
        await server.Shows(id, a => a.Standing == AgreementStanding.InForce);
        await server.Send(new GiveNotice(id, TimedServer.Tuusula, new LocalText("Toiminta loppuu")), TimedServer.Tuusula);

        _clock.Set(Instant.FromUtc(2026, 6, 29, 21, 0));
        await server.Shows(id, a => a.Standing == AgreementStanding.Terminated);

        // half past midnight on 29 March in Helsinki, hours before the clocks change
        Assert.Equal(new AgreementTerminated(new LocalDate(2026, 6, 29), Instant.FromUtc(2026, 6, 29, 21, 0)), (await EventsOf(id))[^1]);
    }

    [Fact]
    public async Task An_agreement_that_is_signed_while_the_server_runs_is_waited_for_as_well()
    {
        await using var server = await Founded();
        await server.Agree("ensin", Term);
        await _clock.SetAndSeen(Instant.FromUtc(2026, 1, 20, 9, 0));
        var later = await server.Agree("sitten", new AgreementTerm(new LocalDate(2026, 2, 1)), new NoticePeriod(1, NoticeUnit.Months));

        _clock.Set(Midnight(new LocalDate(2026, 2, 1)));
        await server.Shows(later, a => a.Standing == AgreementStanding.InForce);
    }

    [Fact]
    public void The_clock_is_looked_at_once_a_minute_at_least() => Assert.Equal(TimeSpan.FromMinutes(1), new ProcessOptions().LongestWait);

    private async Task<TimedServer> Founded()
    {
        var server = await TimedServer.Start(_store, _clock);
        await server.Found();
        return server;
    }

    private static Instant Midnight(LocalDate day) => HelsinkiDays.StartOf(day);

    private async Task<List<IEvent>> EventsOf(AgreementId id)
    {
        var events = new List<IEvent>();
        await foreach (var e in _store.ReadStream(Streams.Of(id))) events.Add(EventSerializer.Deserialize(e).Event);
        return events;
    }
}
