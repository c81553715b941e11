using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections;

namespace Vuosikello.Web.Tests.Matrix;

/// <summary>One server for the whole matrix.</summary>
[CollectionDefinition(Name)]
public sealed class OneGround : ICollectionFixture<Ground>
{
    public const string Name = "matrix";
}

/// <summary>The whole server with the demo, every actor at its door, and a few things that are nobody's business.</summary>
public sealed partial class Ground : IAsyncLifetime
{
    /// <summary>Stands in whatever only some may see: no refusal may hold it.</summary>
    public const string Secret = "Matriisin salaisuus";

    private readonly Dictionary<string, (string Header, string Value)> _papers = new(StringComparer.Ordinal);
    private HttpClient _client = null!;

    internal Site Site { get; } = new();

    internal IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _client = Site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        Endpoints = [.. Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
        foreach (var actor in Actor.All.Where(actor => actor.Member is not null)) _papers[actor.Name] = await PapersOf(actor);
        await Give(new EndRole(new("pohjois-karjala"), new(Guid.Parse(Actor.Stranger)), Role.Editor, new("jarjestot")));
        await Give(new DraftAgreement(new(new(Actor.Kuuma), Sample.Tuusulas), new AgreementContent(
            AgreementKind.Partnership, null, new LocalText(Secret), [new("tuusula"), new("seudun-yhdistykset")], new AgreementTerm(new(2027, 1, 1)), null, null, [], [], [], [])));
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await Site.DisposeAsync();
    }

    internal (string Header, string Value)? Papers(Actor actor) => _papers.TryGetValue(actor.Name, out var papers) ? papers : null;

    /// <summary>Asks as an actor, and tells the status, the kind of problem, and the body.</summary>
    internal async Task<(int Status, string Problem, string Body)> Ask(Actor actor, string method, string address, object? body, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (Papers(actor) is { } papers) request.Headers.TryAddWithoutValidation(papers.Header, papers.Value);
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (method is not ("GET" or "DELETE")) request.Content = JsonContent.Create(body ?? new { });
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // To be led to the sign-in page is to be refused; to be led elsewhere is not.
        if (answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true) return (401, "", text);
        bool problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return ((int)answer.StatusCode, problem && JsonDocument.Parse(text).RootElement.TryGetProperty("type", out var type) ? type.GetString()!.Split(':')[^1] : "", text);
    }

    /// <summary>A new activity of Kuuma that an organisation answers for.</summary>
    internal async Task<Guid> Activity(string partner)
    {
        var id = Guid.NewGuid();
        var day = new ActivityTime.Days(new(2026, 12, 1), new(2026, 12, 1));
        await Give(new PlanActivity(new(new(Actor.Kuuma), 2026), new(id), new ActivityDetails(
            new LocalText(Secret), day, LocalText.Empty, [], [], new Responsible(LocalText.Empty, new PartnerId(partner)), [], null, [], null)));
        return id;
    }

    /// <summary>A command of the server itself.</summary>
    internal async Task Give<TCommand>(TCommand command) where TCommand : ICommand
    {
        using var scope = Site.Services.CreateScope();
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), SystemMember.Id, null, Site.Today);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp), TestContext.Current.CancellationToken);
        if (outcome is not Outcome.Done done) throw new InvalidOperationException($"{command} came to {outcome}");
        await Site.Services.GetRequiredService<IViews>().WaitFor(done.Position, TestContext.Current.CancellationToken);
    }

    /// <summary>An endpoint's address with its places filled in.</summary>
    internal static string AddressOf(RouteEndpoint endpoint, Func<string, string> place) =>
        "/" + Places().Replace(endpoint.RoutePattern.RawText!, match => Uri.EscapeDataString(place(match.Groups["name"].Value))).TrimStart('/');

    private async Task<(string Header, string Value)> PapersOf(Actor actor)
    {
        if (actor.Reach is { } reach)
        {
            var wanted = new WantedToken(actor.Name, new PartnershipId(Actor.Kuuma), null, reach, 30);
            var made = await Site.Services.GetRequiredService<TokenStore>().Make(new MemberId(Guid.Parse(actor.Member!)), wanted, TestContext.Current.CancellationToken);
            return ("Authorization", $"Bearer {made!.Value.Secret}");
        }
        using var form = new FormUrlEncodedContent([new("member", actor.Member!)]);
        using var answer = await _client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return ("Cookie", string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
