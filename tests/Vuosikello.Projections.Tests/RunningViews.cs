using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vuosikello.Events;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.SteeringReviews;
using Vuosikello.Projections.Verification;

namespace Vuosikello.Projections.Tests;

/// <summary>The views as a server runs them, over a store.</summary>
internal sealed class RunningViews : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _stopped;

    private RunningViews(ServiceProvider services) => _services = services;

    public IViews Views => _services.GetRequiredService<IViews>();
    public ViewsProgress Progress => _services.GetRequiredService<IViewsProgress>().Now;
    public IBoardViews Boards => _services.GetRequiredService<IBoardViews>();
    public IPartnershipViews Partnerships => _services.GetRequiredService<IPartnershipViews>();
    public IAsItWas Past => _services.GetRequiredService<IAsItWas>();
    public IHistory PastOf => _services.GetRequiredService<IHistory>();
    public IAgreementViews Agreements => _services.GetRequiredService<IAgreementViews>();
    public ICalendarLinkViews Links => _services.GetRequiredService<ICalendarLinkViews>();
    public IMembershipViews Memberships => _services.GetRequiredService<IMembershipViews>();
    public IReviewViews Reviews => _services.GetRequiredService<IReviewViews>();
    public IRoundViews Rounds => _services.GetRequiredService<IRoundViews>();
    public IRemarkChanges RemarkChanges => _services.GetRequiredService<IRemarkChanges>();
    public IActivityHistory History => _services.GetRequiredService<IActivityHistory>();
    public ViewsVerification Verification => _services.GetRequiredService<ViewsVerification>();
    public BackgroundService Host => (BackgroundService)_services.GetRequiredService<IHostedService>();
    public List<string> Log { get; } = [];
    public IReadOnlyDictionary<string, string> Dump => ViewsDump.Of(_services.GetServices<IProjection>());

    public static async Task<RunningViews> Start(IEventStore store, string? dataFolder = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(store);
        services.AddProjections(dataFolder);
        services.AddSingleton<Lines>();
        services.AddSingleton(typeof(ILogger<>), typeof(LineLogger<>));
        var views = new RunningViews(services.BuildServiceProvider());
        views._services.GetRequiredService<Lines>().Write = line => { lock (views.Log) views.Log.Add(line); };
        await views.Host.StartAsync(TestContext.Current.CancellationToken);
        return views;
    }

    /// <summary>Views that show everything in the store.</summary>
    public static async Task<RunningViews> Over(IEventStore store, string? dataFolder = null)
    {
        var views = await Start(store, dataFolder);
        await views.Shows(await store.End(TestContext.Current.CancellationToken));
        return views;
    }

    public Task Shows(Position position) => Views.WaitFor(position, TestContext.Current.CancellationToken);

    public async Task Stop()
    {
        _stopped = true;
        await Host.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped) await Stop();
        await _services.DisposeAsync();
    }

    private sealed class Lines
    {
        public Action<string> Write { get; set; } = _ => { };
    }

    private sealed class LineLogger<T>(Lines lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Write($"{logLevel}: {formatter(state, exception)}");
    }
}
