using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Wheel;

namespace Vuosikello.Web.Tests.Wheel;

public sealed class WheelAddressTests : IAsyncLifetime
{
    private readonly Views _views = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddProblemDetails();
        builder.Services.AddLanguages();
        builder.Services.AddSingleton<IBoardViews>(_views).AddSingleton<IPartnershipViews>(_views).AddSingleton<IClock>(_views).AddSingleton<IAsItWas, NoPast>();
        builder.Services.AddWheel();
        _app = builder.Build();
        _app.UseLanguages();
        _app.MapWheel();
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_wheel_of_a_year_is_an_SVG_picture_with_its_own_colours()
    {
        var response = await _client.GetAsync("/kuuma/2009/wheel.svg?lang=sv");
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        string svg = await response.Content.ReadAsStringAsync();
        Assert.Contains(">februari<", svg, StringComparison.Ordinal);
        Assert.Contains(".wheel-ring-1", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_picture_already_is_told_so()
    {
        var tag = (await _client.GetAsync("/kuuma/2009/wheel.svg")).Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await Asked(tag));
    }

    [Fact]
    public async Task A_change_and_a_new_day_each_make_a_new_picture()
    {
        var tag = (await _client.GetAsync("/kuuma/2009/wheel.svg")).Headers.ETag!;
        _views.Now += Duration.FromDays(1);
        Assert.Equal(HttpStatusCode.OK, await Asked(tag));

        tag = (await _client.GetAsync("/kuuma/2009/wheel.svg")).Headers.ETag!;
        _views.Emphasis = "Uusi painopiste";
        Assert.Equal(HttpStatusCode.OK, await Asked(tag));
    }

    [Fact]
    public async Task Asking_for_the_head_alone_brings_no_picture()
    {
        var response = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/kuuma/2009/wheel.svg"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/kuuma/1999/wheel.svg", HttpStatusCode.NotFound)]
    [InlineData("/kuuma/2009/wheel.svg?rings=partners", HttpStatusCode.BadRequest)]
    [InlineData("/kuuma/2009/wheel.svg?at=1999-01-01T00:00", HttpStatusCode.NotFound)]
    [InlineData("/kuuma/2009/wheel.svg?at=yesterday", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_said_in_problem_details(string address, HttpStatusCode status)
    {
        var response = await _client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private async Task<HttpStatusCode> Asked(EntityTagHeaderValue having)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/kuuma/2009/wheel.svg");
        request.Headers.IfNoneMatch.Add(having);
        return (await _client.SendAsync(request)).StatusCode;
    }

    /// <summary>Nothing was there before.</summary>
    private sealed class NoPast : IAsItWas
    {
        public ValueTask<AggregateView<TState>?> Of<TState>(StreamName stream, Instant at, CancellationToken ct) where TState : class, IState<TState> => new(default(AggregateView<TState>));
        public ValueTask<PartnershipView?> Partnership(PartnershipId partnership, Instant at, CancellationToken ct) => new(default(PartnershipView));
        public ValueTask<BoardView?> Board(CycleId cycle, Instant at, CancellationToken ct) => new(default(BoardView));
        public ValueTask<BoardView?> BoardForPublic(CycleId cycle, Instant at, CancellationToken ct) => new(default(BoardView));
        public ValueTask<IReadOnlyList<AggregateView<Agreement>>> Agreements(PartnershipId partnership, Instant at, bool forPublic, CancellationToken ct) => new([]);
        public ValueTask<ActivityView?> Activity(ActivityId activity, Instant at, CancellationToken ct) => new(default(ActivityView));
    }

    /// <summary>One partnership with one empty year, at a moment of the test's choice.</summary>
    private sealed class Views : IBoardViews, IPartnershipViews, IClock
    {
        private static readonly CycleId Year = new(new PartnershipId("kuuma"), 2009);
        private static readonly Stamp Stamp = new(new CommandId(Guid.Empty), new MemberId(Guid.Empty), null, Instant.FromUtc(2009, 1, 1, 0, 0));
        private readonly BoardView _board = new(Year, [], default);
        private PartnershipView _partnership = Named("");

        public Instant Now { get; set; } = Instant.FromUtc(2009, 4, 28, 12, 0);

        public string Emphasis
        {
            set => _partnership = Named(value);
        }

        public ImmutableArray<PartnershipView> All => [_partnership];

        public Instant GetCurrentInstant() => Now;

        public BoardView? Find(CycleId cycle) => cycle == Year ? _board : null;

        public ActivityView? FindActivity(ActivityId activity) => null;

        public PartnershipView? Find(PartnershipId id) => id == Year.Partnership ? _partnership : null;

        private static PartnershipView Named(string emphasis) => new(
            new Partnership(
                Year.Partnership, new LocalText("KUUMA-seutu"), ImmutableSortedDictionary<string, Area>.Empty, ImmutableSortedDictionary<string, Theme>.Empty,
                ImmutableSortedDictionary<string, Partner>.Empty, ImmutableSortedDictionary<string, WorkingGroup>.Empty, 0),
            [new CycleView(new AnnualCycle(Year, CyclePhase.Draft, new LocalText(emphasis), null, 0), Stamp)]);
    }
}
