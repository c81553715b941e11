using NodaTime;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Processes.Tests.Kit;
using static Vuosikello.Processes.Tests.Kit.YearServer;

namespace Vuosikello.Processes.Tests;

public sealed class RollForwardTests : IAsyncLifetime
{
    private static readonly HandClock Clock = new(Instant.FromUtc(2026, 11, 1, 9, 0));

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private IEventStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteEventStore.Open(_folder, Clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        switch (_store)
        {
            case IAsyncDisposable later: await later.DisposeAsync(); break;
            case IDisposable now: now.Dispose(); break;
        }
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_chosen_activity_is_planned_again_in_the_same_week_on_the_same_weekday()
    {
        await using var server = await YearServer.Start(_store, Clock);
        await server.BeginYear();

        await server.Send(new RollCycleForward(To, 2026, [Sources[0], Sources[1]]), Command(100));
        await server.Shows(Sources[0], Sources[1]);

        var planned = server.Boards.FindActivity(RollForward.ActivityIn(2027, Sources[0]))!;
        Assert.Equal(ActivityStatus.Proposed, planned.State.Status);
        Assert.Equal(new ActivityTime.Days(new LocalDate(2027, 3, 30), new LocalDate(2027, 3, 30)), planned.Details.Time);
        Assert.Null(server.Boards.FindActivity(RollForward.ActivityIn(2027, Sources[2])));
    }

    [Fact]
    public async Task Two_servers_plan_each_activity_once()
    {
        await using var one = await YearServer.Start(_store, Clock);
        await using var two = await YearServer.Start(_store, Clock);
        await one.BeginYear();

        await one.Send(new RollCycleForward(To, 2026, [.. Sources]), Command(100));
        await one.Shows(Sources);
        await two.Shows(Sources);

        foreach (var source in Sources) Assert.Single(await EventsOf(RollForward.ActivityIn(2027, source)));
    }

    [Fact]
    public async Task What_a_stopped_server_left_undone_is_done_at_the_next_start()
    {
        await using (var stopped = await YearServer.Start(_store, Clock, withProcesses: false))
        {
            await stopped.BeginYear();
            await stopped.Send(new RollCycleForward(To, 2026, [.. Sources]), Command(100));
            var half = RollForward.Plan(To, 2026, Sources[0], Details());
            await stopped.Send(half, RollForward.CommandFor(2027, Sources[0]));
        }

        await using var next = await YearServer.Start(_store, Clock);
        await next.Shows(Sources);

        foreach (var source in Sources) Assert.Single(await EventsOf(RollForward.ActivityIn(2027, source)));
    }

    [Fact]
    public async Task What_was_planned_again_and_then_withdrawn_stays_withdrawn_after_a_restart()
    {
        var target = RollForward.ActivityIn(2027, Sources[0]);
        await using (var first = await YearServer.Start(_store, Clock))
        {
            await first.BeginYear();
            await first.Send(new RollCycleForward(To, 2026, [Sources[0]]), Command(100));
            await first.Shows(Sources[0]);
            await first.Send(new WithdrawActivity(Seutu, target), Command(101));
        }

        await using var next = await YearServer.Start(_store, Clock);
        await next.Send(new RollCycleForward(To, 2026, [Sources[0], Sources[1]]), Command(102));
        await next.Shows(Sources[1]);

        Assert.Equal(2, (await EventsOf(target)).Count);
        Assert.Null(next.Boards.FindActivity(target));
    }

    private async Task<List<IEvent>> EventsOf(ActivityId activity)
    {
        var events = new List<IEvent>();
        await foreach (var e in _store.ReadStream(Streams.Of(activity))) events.Add(EventSerializer.Deserialize(e).Event);
        return events;
    }
}
