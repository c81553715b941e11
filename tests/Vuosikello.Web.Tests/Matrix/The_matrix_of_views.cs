using Microsoft.AspNetCore.Routing;
using Vuosikello.Commands;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Tests.Matrix;

/// <summary>Every address that shows something × role × own, other and closed partnership. Which view it shows says the endpoint, what the view needs the table; what that means for each actor this test.</summary>
[Collection(OneGround.Name)]
public sealed class The_matrix_of_views(Ground ground)
{
    private const string Closed = "pohjois-karjala";

    /// <summary>Pages are drawn: of so many one is tried, by chance; all with <c>VUOSIKELLO_LONG=1</c>.</summary>
    private const int Sampled = 4;

    /// <summary>What has nothing to do with who asks, or is opened by a secret.</summary>
    private static readonly View[] Apart = [View.Files, View.Health, View.LiveConnection, View.DevelopmentMail, View.SignIn, View.SignOut, View.DemoSignIn];

    public static TheoryData<string> Actors => [.. Actor.All.Select(actor => actor.Name)];

    private IEnumerable<(RouteEndpoint Endpoint, View View)> Shown =>
        from endpoint in ground.Endpoints
        let view = endpoint.Metadata.GetMetadata<ShownView>()?.View
        where view is { } known && !Apart.Contains(known) && ViewRights.Of(known).Need != ViewNeed.Holder
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
        select (endpoint, view!.Value);

    [Theory]
    [MemberData(nameof(Actors))]
    public async Task Nobody_sees_what_the_table_does_not_say(string name)
    {
        var actor = Actor.All.Single(a => a.Name == name);
        bool whole = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), out int wanted) ? wanted : Environment.TickCount;
        var chance = new Random(seed);
        var wrong = new List<string>();
        foreach (var (endpoint, view) in Shown)
            foreach (string partnership in InPartnership(endpoint) ? new[] { Actor.Kuuma, Actor.Elsewhere } : [""])
                if ((whole || chance.Next(Sampled) == 0) && await Try(actor, endpoint, view, partnership) is { } mistake) wrong.Add(mistake);

        Assert.True(wrong.Count == 0, $"VUOSIKELLO_SEED={seed}\n{string.Join('\n', wrong)}");
        Assert.True(Shown.Count() > 80, "The endpoints were not found.");
    }

    [Fact]
    public async Task A_partnership_for_its_members_is_not_there_for_anybody_else()
    {
        await ground.Give(new RestrictPartnershipToMembers(new(Closed)));
        var wrong = new List<string>();
        foreach (var actor in Actor.All.Where(actor => !actor.IsAdministrator && actor.Roles.All(role => role.Role != Role.SteeringGroupMember)))
            foreach (var (endpoint, _) in Shown.Where(shown => InPartnership(shown.Endpoint)))
            {
                string address = Address(endpoint, Closed);
                var (status, _, body) = await ground.Ask(actor, "GET", address, null, Accept(endpoint));
                if (status != 404 || body.Contains("Pohjois-Karjala", StringComparison.Ordinal)) wrong.Add($"{actor.Name}, {address}: {status}");
            }
        await ground.Give(new OpenPartnershipToAll(new(Closed)));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<string?> Try(Actor actor, RouteEndpoint endpoint, View view, string partnership)
    {
        string address = Address(endpoint, partnership);
        var (status, _, body) = await ground.Ask(actor, "GET", address, null, Accept(endpoint));
        bool may = May(actor, view, partnership, OfApi(endpoint));
        bool refused = status is 401 or 403;
        string said = $"{actor.Name}, {view} at {address}: {status}";
        return status >= 500 && !body.Contains("log-away", StringComparison.Ordinal) ? said
            : !may && !refused ? $"{said}, and they may not"
            : may && refused && !Finer(actor, view) ? $"{said}, and they may"
            : refused && body.Contains(Ground.Secret, StringComparison.OrdinalIgnoreCase) ? $"{said}, and tells what it is about" : null;
    }

    private static bool May(Actor actor, View view, string partnership, bool ofApi)
    {
        var (need, command) = ViewRights.Of(view);
        bool nobody = actor.Member is null || (actor.Reach is not null && (!ofApi || partnership != Actor.Kuuma));
        return need switch
        {
            ViewNeed.Everybody or ViewNeed.Onlooker => true,
            _ when nobody => false,
            ViewNeed.Oneself => true,
            ViewNeed.Member or ViewNeed.Invited => actor.IsAdministrator || actor.IsMember(partnership),
            ViewNeed.Sender => actor.Could(Rights.Of(command!), partnership, null),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, "This test does not say what the need means."),
        };
    }

    /// <summary>Where the very thing is refused to some whom the table lets come so far: another's statement, text or card.</summary>
    private static bool Finer(Actor actor, View view) =>
        view is View.CalendarLinks or View.Statement or View.AgreementDraft or View.AgreementSigning or View.AgreementNotice or View.PartnerCardForm or View.Export or View.Round && !actor.IsAdministrator;

    private static string Address(RouteEndpoint endpoint, string partnership) => Ground.AddressOf(endpoint, place => place switch
    {
        "partnership" => partnership,
        "agreement" => Sample.Tuusulas,
        "partner" => "tuusula",
        "year" => "2026",
        _ => Sample.Place(place),
    });

    private static bool InPartnership(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Contains("{partnership}", StringComparison.Ordinal);

    private static bool OfApi(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    private static string Accept(RouteEndpoint endpoint) => OfApi(endpoint) ? "application/json" : "text/html";
}
