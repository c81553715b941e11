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
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Processes.Time;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Processes.Tests.Kit;

/// <summary>One server: commands, views and processes on a store that may be shared.</summary>
internal sealed class YearServer(ServiceProvider services, IReadOnlyList<IHostedService> hosted, IClock clock) : IAsyncDisposable
{
    public static readonly PartnershipId Seutu = new("seutu");
    public static readonly CycleId From = new(Seutu, 2026), To = new(Seutu, 2027);
    public static readonly ActivityId[] Sources = [.. Enumerable.Range(1, 5).Select(i => new ActivityId(new Guid(i, 1, 0, new byte[8])))];

    public IBoardViews Boards => services.GetRequiredService<IBoardViews>();

    public static async Task<YearServer> Start(IEventStore store, IClock clock, bool withProcesses = true, ITimedAggregates? timed = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton<IMemberships, NoMembers>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(_ => new Borrowed(store))
            .AddSingleton<IEventStore>(s => s.GetRequiredService<Borrowed>())
            .AddCommands()
            .AddProjections();
        if (timed is not null) services.AddSingleton(timed);
        if (withProcesses) services.AddProcesses(new ProcessOptions { LongestWait = TimeSpan.FromMilliseconds(10) });
        var provider = services.BuildServiceProvider();
        var hosted = provider.GetServices<IHostedService>().ToList();
        foreach (var service in hosted) await service.StartAsync(TestContext.Current.CancellationToken);
        return new YearServer(provider, hosted, clock);
    }

    public async Task<Outcome.Done> Send<TCommand>(TCommand command, CommandId id) where TCommand : ICommand
    {
        await using var scope = services.CreateAsyncScope();
        var stamp = new Stamp(id, SystemMember.Id, null, clock.GetCurrentInstant());
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

    public static CommandId Command(int number) => new(new Guid(number, 2, 0, new byte[8]));

    public static ActivityDetails Details() => new(
        new LocalText("Työpaja"), new ActivityTime.Days(new LocalDate(2026, 3, 24), new LocalDate(2026, 3, 24)), LocalText.Empty, [], [], null, [], null, [], null);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in hosted.Reverse()) await service.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private sealed class NoMembers : IMemberships
    {
        public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<Membership>>([]);

        public ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct) => ValueTask.FromResult(false);
    }
}
