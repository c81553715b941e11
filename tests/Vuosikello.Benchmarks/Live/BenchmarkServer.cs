using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Benchmarks.Live;

/// <summary>Store, commands, views, the pages' fragments and live boards on a real Kestrel, with a year of activities, and a bare hub beside them.</summary>
public sealed class BenchmarkServer : IAsyncDisposable
{
    private const int Themes = 4;

    public static readonly CycleId Cycle = new(new("seutu"), 2026);

    private static readonly MemberId Administrator = new(new Guid("11111111-1111-4111-8111-111111111111"));

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly List<ActivityId> _activities = [];
    private IReadOnlyList<Fragment> _shown = [];
    private int _edits;

    private BenchmarkServer(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public IServiceProvider Services => _app.Services;
    public Uri Address => new(_app.Urls.Single());
    public long Position => Services.GetRequiredService<IViews>().Position.Value;
    public string News => $"Toiminto {_edits} päivittyi.";

    /// <param name="activities">How many the year has.</param>
    /// <param name="store">Registers where the events are kept; the embedded store when it is left out.</param>
    public static async Task<BenchmarkServer> Start(int activities, Action<IServiceCollection>? store = null)
    {
        var server = await Beside(store);
        await server.Give(new FoundPartnership(Cycle.Partnership, new LocalText("Seutu")));
        await server.Give(new DraftCycle(Cycle));
        for (int i = 0; i < Themes; i++) await server.Give(new AddTheme(Cycle.Partnership, new Theme(Theme(i), new LocalText($"Teema {i}"))));
        for (int i = 0; i < activities; i++) await server.Plan(i);
        await server.Patch();
        return server;
    }

    /// <summary>Another server on the same store, with all that is in it.</summary>
    public static async Task<BenchmarkServer> Beside(Action<IServiceCollection>? store)
    {
        string folder = Directory.CreateTempSubdirectory("vuosikello-live-benchmark-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(new DataFolder(folder));
        if (store is null) services.AddSqliteEventStore(folder);
        else store(services);
        services.AddCommands();
        services.AddProjections();
        services.AddLanguages();
        services.AddSingleton<Everybody>();
        services.AddSingleton<IMemberships>(s => s.GetRequiredService<Everybody>());
        services.AddSingleton<IMembershipViews>(s => s.GetRequiredService<Everybody>());
        services.AddSingleton<IMemberNames>(s => s.GetRequiredService<Everybody>());
        services.AddPages();
        services.AddLive();
        var app = builder.Build();
        app.MapLive();
        app.MapHub<BareHub>("/hubs/bare").AllowAnonymous();
        await app.StartAsync();
        await app.Services.GetRequiredService<IViews>().BecomeReady(default);
        return new BenchmarkServer(app, folder);
    }

    /// <summary>Changes the title of an activity in January.</summary>
    public Task Edit()
    {
        var id = _activities[_edits % _activities.Count];
        long version = Services.GetRequiredService<IBoardViews>().FindActivity(id)!.State.Version;
        return Give(new EditActivity(Cycle.Partnership, id, version, new ActivityChanges { Title = new(new LocalText($"Toiminto {++_edits}")) }));
    }

    /// <summary>What has changed on the board since this was called last, as those who look at it get it.</summary>
    public async Task<PagePatch> Patch()
    {
        var fragments = await Services.GetRequiredService<IBoardFragments>().Render(new BoardKey(Cycle, "fi", "month=1", Members: false), default);
        var patch = FragmentDiff.Between(_shown, fragments!);
        _shown = fragments!;
        return patch with { From = Position, Position = Position };
    }

    private async Task Plan(int number)
    {
        var id = new ActivityId(Guid.NewGuid());
        var day = new LocalDate(2026, 1, 1).PlusDays(number * 7 % 365);
        // Only what is on the open month of a large year shows in a patch.
        if (day.Month == 1) _activities.Add(id);
        await Give(new PlanActivity(Cycle, id, new(new($"Toiminto {number}"), new ActivityTime.Days(day, day), LocalText.Empty, [], [Theme(number % Themes)], new(new("koordinaattori")), [], new("Kunnantalo"), [], null)));
    }

    private async Task Give<TCommand>(TCommand command) where TCommand : ICommand
    {
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), Administrator, null, SystemClock.Instance.GetCurrentInstant());
        var outcome = await Services.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp));
        if (outcome is not Outcome.Done done) throw new InvalidOperationException($"The benchmark's command came to {outcome}.");
        await Services.GetRequiredService<IViews>().WaitFor(done.Position, default);
    }

    private static ThemeId Theme(int number) => new($"teema-{number}");

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Everybody : IMemberships, IMembershipViews, IMemberNames
    {
        public ValueList<Administrator> Administrators => [];

        public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) => ValueTask.FromResult(Of(member, partnership));

        public ValueTask<bool> IsAdministrator(MemberId member, CancellationToken ct) => ValueTask.FromResult(true);

        public IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) => [new Membership(member, partnership, Role.Administrator, null)];

        public IReadOnlyList<Membership> Of(MemberId member) => [];

        public bool IsAdministrator(MemberId member) => true;

        public MemberList? ListOf(PartnershipId partnership) => null;

        public string? NameOf(MemberId member, string language) => null;
    }
}
