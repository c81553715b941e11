using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Benchmarks.Live;

/// <summary>Store, commands, views and live boards on a real Kestrel, with a year of 200 activities, and a bare hub beside them.</summary>
public sealed class BenchmarkServer : IAsyncDisposable
{
    private const int Activities = 200;

    public static readonly CycleId Cycle = new(new("seutu"), 2026);

    private static readonly MemberId Administrator = new(new Guid("11111111-1111-4111-8111-111111111111"));

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly List<ActivityId> _activities = [];
    private int _edits;

    private BenchmarkServer(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public IServiceProvider Services => _app.Services;
    public Uri Address => new(_app.Urls.Single());
    public long Position => Services.GetRequiredService<IViews>().Position.Value;
    public string News => $"Toiminto {_edits} päivittyi.";

    public static async Task<BenchmarkServer> Start()
    {
        string folder = Directory.CreateTempSubdirectory("vuosikello-live-benchmark-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSqliteEventStore(folder);
        services.AddCommands();
        services.AddProjections();
        services.AddLanguages();
        services.AddSingleton<Everybody>();
        services.AddSingleton<IMemberships>(s => s.GetRequiredService<Everybody>());
        services.AddSingleton<IMemberNames>(s => s.GetRequiredService<Everybody>());
        services.AddSingleton<IBoardFragments, PlainFragments>();
        services.AddLive();
        var app = builder.Build();
        app.MapLive();
        app.MapHub<BareHub>("/hubs/bare");
        await app.StartAsync();
        var server = new BenchmarkServer(app, folder);
        await server.Give(new FoundPartnership(Cycle.Partnership, new LocalText("Seutu")));
        await server.Give(new DraftCycle(Cycle));
        for (int i = 0; i < Activities; i++) await server.Plan(i);
        return server;
    }

    /// <summary>Changes one activity's title.</summary>
    public Task Edit()
    {
        var id = _activities[_edits % Activities];
        long version = Services.GetRequiredService<IBoardViews>().FindActivity(id)!.State.Version;
        return Give(new EditActivity(Cycle.Partnership, id, version, new ActivityChanges { Title = new(new LocalText($"Toiminto {++_edits}")) }));
    }

    /// <summary>A patch like the one that <see cref="Edit"/> brings about.</summary>
    public BoardPatch LastPatch()
    {
        var activity = Services.GetRequiredService<IBoardViews>().FindActivity(_activities[_edits % Activities])!;
        var fragment = PlainFragments.Of(activity, "fi");
        return new BoardPatch(Position, Position, false, [new PlacedFragment(fragment.Id, fragment.Parent, fragment.Id, fragment.Html)], []);
    }

    private async Task Plan(int number)
    {
        var id = new ActivityId(Guid.NewGuid());
        var day = new LocalDate(2026, 1, 1).PlusDays(number);
        _activities.Add(id);
        await Give(new PlanActivity(Cycle, id, new(new($"Toiminto {number}"), new ActivityTime.Days(day, day), LocalText.Empty, [], [], null, [], null, [], null)));
    }

    private async Task Give<TCommand>(TCommand command) where TCommand : ICommand
    {
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), Administrator, null, SystemClock.Instance.GetCurrentInstant());
        var outcome = await Services.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp));
        if (outcome is not Outcome.Done done) throw new InvalidOperationException($"The benchmark's command came to {outcome}.");
        await Services.GetRequiredService<IViews>().WaitFor(done.Position, default);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Everybody : IMemberships, IMemberNames
    {
        public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
            ValueTask.FromResult<IReadOnlyList<Membership>>([new Membership(member, partnership, Role.Administrator, null)]);

        public string? NameOf(MemberId member, string language) => null;
    }
}

/// <summary>A list of entries of about a page's size; each is kept until its activity changes.</summary>
internal sealed class PlainFragments(IBoardViews boards) : IBoardFragments
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<ActivityView, Fragment> _kept = [];

    public ValueTask<IReadOnlyList<Fragment>?> Render(BoardKey key, CancellationToken ct) => ValueTask.FromResult<IReadOnlyList<Fragment>?>(
        boards.Find(key.Cycle) is { } board ? [.. board.Activities.Select(a => _kept.GetValue(a, a => Of(a, key.Language)))] : null);

    public static Fragment Of(ActivityView activity, string language)
    {
        string title = activity.Details.Title.In(language);
        return new($"a-{activity.Id}", "list", $"<li id=\"a-{activity.Id}\" class=\"entry\"><a href=\"/seutu/activities/{activity.Id}\">{title}</a>{new string(' ', 1000)}</li>");
    }
}
