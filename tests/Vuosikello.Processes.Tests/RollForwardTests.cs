using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Processes.Tests.Kit;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Processes.Tests;

public sealed class RollForwardTests : IAsyncLifetime
{
    private static readonly PartnershipId Seutu = new("seutu");
    private static readonly CycleId From = new(Seutu, 2026), To = new(Seutu, 2027);
    private static readonly ActivityId[] Sources = [.. Enumerable.Range(1, 5).Select(i => new ActivityId(new Guid(i, 1, 0, new byte[8])))];

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private IEventStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteEventStore.Open(_folder, new StoppedClock());
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
        await using var server = await Server.Start(_store);
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
        await using var one = await Server.Start(_store);
        await using var two = await Server.Start(_store);
        await one.BeginYear();

        await one.Send(new RollCycleForward(To, 2026, [.. Sources]), Command(100));
        await one.Shows(Sources);
        await two.Shows(Sources);

        foreach (var source in Sources) Assert.Single(await EventsOf(RollForward.ActivityIn(2027, source)));
    }

    [Fact]
    public async Task What_a_stopped_server_left_undone_is_done_at_the_next_start()
    {
        await using (var stopped = await Server.Start(_store, withProcesses: false))
        {
            await stopped.BeginYear();
            await stopped.Send(new RollCycleForward(To, 2026, [.. Sources]), Command(100));
            var half = RollForward.Plan(To, 2026, Sources[0], Details());
            await stopped.Send(half, RollForward.CommandFor(2027, Sources[0]));
        }

        await using var next = await Server.Start(_store);
        await next.Shows(Sources);

        foreach (var source in Sources) Assert.Single(await EventsOf(RollForward.ActivityIn(2027, source)));
    }

    [Fact]
    public async Task What_was_planned_again_and_then_withdrawn_stays_withdrawn_after_a_restart()
    {
        var target = RollForward.ActivityIn(2027, Sources[0]);
        await using (var first = await Server.Start(_store))
        {
            await first.BeginYear();
            await first.Send(new RollCycleForward(To, 2026, [Sources[0]]), Command(100));
            await first.Shows(Sources[0]);
            await first.Send(new WithdrawActivity(Seutu, target), Command(101));
        }

        await using var next = await Server.Start(_store);
        await next.Send(new RollCycleForward(To, 2026, [Sources[0], Sources[1]]), Command(102));
        await next.Shows(Sources[1]);

        Assert.Equal(2, (await EventsOf(target)).Count);
        Assert.Null(next.Boards.FindActivity(target));
    }

    private static CommandId Command(int number) => new(new Guid(number, 2, 0, new byte[8]));

    private static ActivityDetails Details() => new(
        new LocalText("Työpaja"), new ActivityTime.Days(new LocalDate(2026, 3, 24), new LocalDate(2026, 3, 24)), LocalText.Empty, [], [], null, [], null, [], null);

    private async Task<List<IEvent>> EventsOf(ActivityId activity)
    {
        var events = new List<IEvent>();
        await foreach (var e in _store.ReadStream(Streams.Of(activity))) events.Add(EventSerializer.Deserialize(e).Event);
        return events;
    }

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 1, 9, 0);
    }

    private sealed class NoMembers : IMemberships
    {
        public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<Membership>>([]);
    }

    /// <summary>One server: commands, views and processes on a store that may be shared.</summary>
    private sealed class Server(ServiceProvider services, IReadOnlyList<IHostedService> hosted) : IAsyncDisposable
    {
        public IBoardViews Boards => services.GetRequiredService<IBoardViews>();

        public static async Task<Server> Start(IEventStore store, bool withProcesses = true)
        {
            var services = new ServiceCollection()
                .AddSingleton<IClock>(new StoppedClock())
                .AddSingleton<IMemberships, NoMembers>()
                .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
                .AddSingleton(_ => new Borrowed(store))
                .AddSingleton<IEventStore>(s => s.GetRequiredService<Borrowed>())
                .AddCommands()
                .AddProjections();
            if (withProcesses) services.AddProcesses();
            var provider = services.BuildServiceProvider();
            var hosted = provider.GetServices<IHostedService>().ToList();
            foreach (var service in hosted) await service.StartAsync(TestContext.Current.CancellationToken);
            return new Server(provider, hosted);
        }

        public async Task<Outcome.Done> Send<TCommand>(TCommand command, CommandId id) where TCommand : ICommand
        {
            await using var scope = services.CreateAsyncScope();
            var stamp = new Stamp(id, SystemMember.Id, null, new StoppedClock().GetCurrentInstant());
            return Assert.IsType<Outcome.Done>(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp)));
        }

        public async Task BeginYear()
        {
            await Send(new FoundPartnership(Seutu, new LocalText("Seutu")), Command(1));
            await Send(new DraftCycle(From), Command(2));
            for (int i = 0; i < Sources.Length; i++) await Send(new PlanActivity(From, Sources[i], Details()), Command(10 + i));
        }

        /// <summary>Waits until the board shows what these became.</summary>
        public async Task Shows(params ActivityId[] sources)
        {
            var views = services.GetRequiredService<IViews>();
            foreach (var source in sources)
            {
                var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                using var changes = views.OnChange(_ => Look());
                Look();
                await seen.Task.WaitAsync(TestContext.Current.CancellationToken);

                void Look()
                {
                    if (Boards.FindActivity(RollForward.ActivityIn(2027, source)) is not null) seen.TrySetResult();
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var service in hosted.Reverse()) await service.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }
    }
}
