using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Api;
using Vuosikello.Web.Board;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Tests.Live;

/// <summary>The live boards and the API on a real Kestrel with the real store, commands and views; who asks says so in a header.</summary>
public sealed class LiveServer : IAsyncDisposable
{
    public static readonly PartnershipId Partnership = new("testiseutu");
    public static readonly CycleId Cycle = new(Partnership, 2026);
    public static readonly Guid Coordinator = new("11111111-1111-4111-8111-111111111111");
    public static readonly Guid Outsider = new("22222222-2222-4222-8222-222222222222");

    public static readonly Guid Reader = new("33333333-3333-4333-8333-333333333333");

    private readonly WebApplication _app;
    private readonly string _folder;

    private LiveServer(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => _app.Services;
    public IViews Views => Services.GetRequiredService<IViews>();
    public HttpClient Http { get; private set; } = null!;

    public static async Task<LiveServer> Start(Action<WebApplication>? more = null, Action<IServiceCollection>? services = null)
    {
        string folder = Directory.CreateTempSubdirectory("vuosikello-live-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new DataFolder(folder));
        Register(builder.Services, folder);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseLanguages();
        app.UseStatusCodePages();
        app.Use(SignInByHeader);
        app.UseAuthorization();
        app.MapLive();
        app.MapApi();
        more?.Invoke(app);
        await app.StartAsync();
        var address = new Uri(app.Urls.Single());
        var server = new LiveServer(app, folder) { Address = address, Http = new HttpClient { BaseAddress = address } };
        await server.Give(new FoundPartnership(Partnership, new LocalText("Testiseutu")));
        await server.Give(new DraftCycle(Cycle));
        return server;
    }

    public async Task<Outcome.Done> Give<TCommand>(TCommand command) where TCommand : ICommand
    {
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), new MemberId(Coordinator), null, SystemClock.Instance.GetCurrentInstant());
        var done = Assert.IsType<Outcome.Done>(await Services.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp)));
        await Views.WaitFor(done.Position, default);
        return done;
    }

    public async Task<ActivityId> Plan(string title, LocalDate? day = null)
    {
        var id = new ActivityId(Guid.NewGuid());
        var date = day ?? new LocalDate(2026, 5, 11);
        await Give(new PlanActivity(Cycle, id, new ActivityDetails(new(title), new ActivityTime.Days(date, date), LocalText.Empty, [], [], null, [], null, [], null)));
        return id;
    }

    public Task<Outcome.Done> Retitle(ActivityId id, string title)
    {
        long version = Services.GetRequiredService<IBoardViews>().FindActivity(id)!.State.Version;
        return Give(new EditActivity(Partnership, id, version, new ActivityChanges { Title = new(new LocalText(title)) }));
    }

    /// <summary>A page that has just been rendered and joined its board.</summary>
    public async Task<HubClient> Watch(Guid? member = null, long? position = null, string language = "fi")
    {
        var client = await new HubClient().Connect(Address, LiveRegistration.Address, member?.ToString());
        Assert.True(await client.IsLetIn("Join", LiveBoards.KeyOf(Cycle, ""), language, position ?? Views.Position.Value));
        return client;
    }

    private static void Register(IServiceCollection services, string folder)
    {
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<INewIds, NewIds>();
        services.AddSqliteEventStore(folder);
        services.AddCommands();
        services.AddProjections();
        services.AddLanguages();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentMember>();
        services.AddScoped<Texts>();
        services.AddSingleton<TestMembers>();
        services.AddFake(s => s.GetRequiredService<TestMembers>());
        services.AddSingleton<IMemberNames>(s => s.GetRequiredService<TestMembers>());
        services.AddRazorComponents();
        services.AddSingleton<IBoardFragments, TestFragments>();
        services.AddLivePages<LiveBoards>();
        services.AddActivities();
        services.AddProblemDetails();
        services.AddLive();
        services.AddApi();
        services.AddSingleton<IAudit, NoAudit>();
    }

    private static Task SignInByHeader(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers["X-Member"].ToString() is { Length: > 0 } member)
        {
            string partner = http.Request.Headers["X-For"].ToString();
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(CurrentMember.MemberClaim, member), new Claim(CurrentMember.ForClaim, partner)], "test"));
        }
        return next(http);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>There are no accounts here, so nothing is taken down.</summary>
internal sealed class NoAudit : IAudit
{
    public Task Note(AuditKind kind, AuditNote note, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>A coordinator and a reader of the one partnership, and somebody with no standing in it.</summary>
public sealed class TestMembers : FakeMemberships, IMemberNames
{
    public override IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) =>
        member.Value == LiveServer.Coordinator ? [new Membership(member, partnership, Role.Administrator, null)]
        : member.Value == LiveServer.Reader ? [new Membership(member, partnership, Role.Reader, null)]
        : [];

    public string? NameOf(MemberId member, string language) => member.Value == LiveServer.Coordinator ? "Koordinaattori" : null;
}

/// <summary>A board of one list; members see a control more.</summary>
public sealed class TestFragments(IBoardViews boards) : IBoardFragments
{
    private int _rendered;

    public int Rendered => Volatile.Read(ref _rendered);

    /// <summary>What makes each entry as large as a test wants it.</summary>
    public string Filler { get; set; } = "";

    public ValueTask<IReadOnlyList<Fragment>?> Render(BoardKey key, CancellationToken ct)
    {
        Interlocked.Increment(ref _rendered);
        return ValueTask.FromResult<IReadOnlyList<Fragment>?>(boards.Find(key.Cycle) is not { } board ? null :
        [
            .. board.Activities.Select(a => new Fragment(
                $"l-{a.Id}", "list", $"<li id=\"l-{a.Id}\">{System.Net.WebUtility.HtmlEncode(a.Details.Title.In(key.Language))}{(key.Members ? "<button>Muokkaa</button>" : "")}<i>{Filler}</i></li>")),
        ]);
    }
}
