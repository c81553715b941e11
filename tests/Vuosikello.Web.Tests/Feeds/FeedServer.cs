using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>The feeds on a real server, over views that the test sets.</summary>
internal sealed class FeedServer : IAsyncDisposable, IPartnershipViews, IBoardViews, IAgreementViews, IViews, IClock
{
    private static readonly PartnershipId Id = new("jokilaakso");
    private static readonly Stamp Stamp = new(new(Guid.Empty), new(Guid.Empty), null, Instant.FromUtc(2009, 1, 15, 8, 0));
    private readonly WebApplication _app;
    private BoardView _board = new(new(Id, 2009), [], new(1)) { ChangedAt = Stamp.At };

    private FeedServer()
    {
        var state = Partnership.Evolve(null, new Fact(new PartnershipFounded(Id, new("Jokilaakso")), 0, Stamp))!;
        var year = AnnualCycle.Evolve(null, new Fact(new CycleDrafted(new(Id, 2009)), 0, Stamp))!;
        All = [new PartnershipView(state, [new CycleView(year, Stamp)]) { ChangedAt = Stamp.At }];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IPartnershipViews>(this).AddSingleton<IBoardViews>(this).AddSingleton<IAgreementViews>(this).AddSingleton<IViews>(this).AddSingleton<IClock>(this).AddSingleton<IMembershipViews>(new NobodysRoles()).AddProblemDetails().AddFeeds();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseFeeds();
        _app.MapFeeds();
    }

    public ImmutableArray<PartnershipView> All { get; private set; }

    /// <summary>Whether the views have caught up.</summary>
    public bool Ready { get; set; } = true;

    public Instant Now { get; set; } = Instant.FromUtc(2009, 6, 1, 0, 0);
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IFeedFetches Fetches => _app.Services.GetRequiredService<IFeedFetches>();

    public static async Task<FeedServer> Start()
    {
        var server = new FeedServer();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The id of the activity that was planned as the first, the second and so on.</summary>
    public static ActivityId Activity(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public async Task<Feed> Find(FeedKey key) => (await _app.Services.GetRequiredService<IFeeds>().Find(key, TestContext.Current.CancellationToken))!.Value.Feed;

    /// <summary>The partnership changes.</summary>
    public void Change(params IEvent[] events)
    {
        var state = events.Aggregate(All[0].State, (before, e) => Partnership.Evolve(before, new Fact(e, before.Version + 1, Stamp))!);
        All = [All[0] with { State = state }];
    }

    /// <param name="at">When, UTC; a minute after what was planned before when left out.</param>
    public void Plan(string title, ActivityTime time, Instant? at = null, params AreaId[] areas)
    {
        var id = Activity(_board.Activities.Length + 1);
        var details = new ActivityDetails(new(title), time, LocalText.Empty, [.. areas], [], null, [], null, [], null);
        var position = new Events.Position(_board.Position.Value + 1);
        var stamp = Stamp with { At = at ?? Stamp.At + Duration.FromMinutes(position.Value) };
        var activity = Domain.Activities.Activity.Evolve(null, new Fact(new ActivityPlanned(id, _board.Cycle, details), 0, stamp))!;
        _board = new BoardView(_board.Cycle, _board.Activities.Add(new ActivityView(activity, stamp, stamp, position)), position) { ChangedAt = stamp.At };
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Get(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Get(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = Address };
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
    PartnershipView? IPartnershipViews.Find(PartnershipId id) => id == Id ? All[0] : null;
    BoardView? IBoardViews.Find(CycleId cycle) => cycle == _board.Cycle ? _board : null;
    ActivityView? IBoardViews.FindActivity(ActivityId activity) => _board.Activities.FirstOrDefault(a => a.Id == activity);
    AggregateView<Agreement>? IAggregateViews<AgreementId, Agreement>.Find(AgreementId id) => null;
    ImmutableArray<AggregateView<Agreement>> IAggregateViews<AgreementId, Agreement>.Of(PartnershipId partnership) => [];
    IEnumerable<KeyValuePair<AgreementId, AggregateView<Agreement>>> IAggregateViews<AgreementId, Agreement>.All => [];
    Instant IClock.GetCurrentInstant() => Now;
    Events.Position IViews.Position => _board.Position;
    Task IViews.BecomeReady(CancellationToken ct) => throw new NotSupportedException();
    Task IViews.WaitFor(Events.Position position, CancellationToken ct) => throw new NotSupportedException();
    IDisposable IViews.OnChange(Action<IReadOnlyList<ViewChange>> callback) => throw new NotSupportedException();
}
