using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Web.Tokens;

namespace Vuosikello.Web.Tests.Tokens;

public sealed class Coming_with_a_token(Site site) : IClassFixture<Site>
{
    private const string Kuuma = "/api/partnerships/kuuma-seutu", Activities = Kuuma + "/years/2026/activities";
    private static readonly object Activity = new { title = new { fi = "Koneen suunnittelema" }, time = new { kind = "days", first = "2026-12-01", last = "2026-12-01" } };

    [Fact]
    public async Task A_program_plans_for_its_person_and_for_the_organisation_that_was_chosen()
    {
        var (caller, _, _) = await ApiCaller.Make(site, Site.EditorOfTuusula, TokenReach.Plan, "tuusula");

        var (status, _, body) = await caller.Ask("POST", Activities, Activity);

        Assert.True(status == 201, body.ToString());
        var planned = site.Services.GetRequiredService<IBoardViews>().Find(new(new("kuuma-seutu"), 2026))!.Activities.Single(a => a.Details.Title.In("fi") == "Koneen suunnittelema");
        var stamp = site.Services.GetRequiredService<IBoardViews>().FindActivity(planned.Id)!.Planned;
        Assert.Equal((Guid.Parse(Site.EditorOfTuusula), new PartnerId("tuusula")), (stamp.By.Value, stamp.For));
    }

    [Fact]
    public async Task One_that_only_reads_changes_nothing_whatever_its_person_may()
    {
        var (caller, _, _) = await ApiCaller.Make(site, Site.CoordinatorOfKuuma, TokenReach.Read);

        Assert.Equal(200, (await caller.Ask("GET", $"{Kuuma}/rounds")).Status);
        Assert.Equal(200, (await caller.Ask("GET", $"{Kuuma}/members")).Status);
        foreach (var (method, address) in new[] { ("POST", Activities), ("PUT", $"{Kuuma}/name"), ("DELETE", $"{Kuuma}/areas/nurmijarvi"), ("POST", $"{Kuuma}/changes/seen") })
        {
            var (status, _, problem) = await caller.Ask(method, address, Activity);
            Assert.Equal((403, "urn:vuosikello:problem:not-by-token"), (status, problem.GetProperty("type").GetString()));
        }
    }

    [Fact]
    public async Task What_speaks_for_an_organisation_and_what_lets_others_in_is_done_by_people()
    {
        var (coordinator, _, _) = await ApiCaller.Make(site, Site.CoordinatorOfKuuma, TokenReach.Coordinate);
        var (signatory, _, _) = await ApiCaller.Make(site, Site.SignatoryOfTuusula, TokenReach.Coordinate, "tuusula");
        var (planner, _, _) = await ApiCaller.Make(site, Site.CoordinatorOfKuuma, TokenReach.Plan);

        Assert.Equal(403, (await coordinator.Ask("POST", $"{Kuuma}/invitations", new { role = "reader" })).Status);
        Assert.Equal(403, (await coordinator.Ask("POST", $"{Kuuma}/members/{Site.SteeringGroup}/roles", new { role = "coordinator" })).Status);
        Assert.Equal(403, (await coordinator.Ask("POST", $"{Kuuma}/rounds/kesapiha/guest-links", new { partner = "nurmijarvi" })).Status);
        Assert.Equal(403, (await signatory.Ask("PATCH", $"{Kuuma}/rounds/kesapiha/statements/tuusula", new { stands = Array.Empty<object>() }, h => h.TryAddWithoutValidation("If-Match", "\"1\""))).Status);
        Assert.Equal(403, (await planner.Ask("PUT", $"{Kuuma}/years/2026/emphasis", new { fi = "Tilat" })).Status);
        Assert.Equal(200, (await coordinator.Ask("PUT", $"{Kuuma}/years/2026/emphasis", new { fi = "Tilat" })).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Who_answers_for_an_organisation_is_said_by_people(string method)
    {
        var (coordinator, _, _) = await ApiCaller.Make(site, Site.CoordinatorOfKuuma, TokenReach.Coordinate);
        var card = (await coordinator.Ask("GET", $"{Kuuma}/partners/tuusula")).Body;
        var contact = card.GetProperty("contacts").EnumerateArray().FirstOrDefault();
        string id = contact.ValueKind == System.Text.Json.JsonValueKind.Object ? contact.GetProperty("id").GetString()! : Guid.NewGuid().ToString();

        var (status, _, problem) = await coordinator.Ask(method, $"{Kuuma}/partners/tuusula/contacts/{id}/person", new { name = "Esimerkki" });

        Assert.Equal((403, "urn:vuosikello:problem:not-by-token"), (status, problem.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task It_never_may_more_than_its_person_and_loses_what_they_lose_at_once()
    {
        const string reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";
        var (caller, _, _) = await ApiCaller.Make(site, reader, TokenReach.Coordinate);
        Assert.Equal(403, (await caller.Ask("PUT", $"{Kuuma}/name", new { fi = "Kaapattu" })).Status);
        var coordinator = await ApiVisitor.SignIn(site);
        string roles = $"{Kuuma}/members/{reader}/roles";
        Assert.Equal(200, (await coordinator.Ask("POST", roles, new { role = "coordinator" })).Status);
        Assert.Equal(200, (await caller.Ask("PUT", $"{Kuuma}/years/2026/emphasis", new { fi = "Lukijan hetki" })).Status);

        Assert.Equal(200, (await coordinator.Ask("POST", $"{roles}/end", new { role = "coordinator" })).Status);
        Assert.Equal(403, (await caller.Ask("PUT", $"{Kuuma}/years/2026/emphasis", new { fi = "Ohi" })).Status);
    }

    [Fact]
    public async Task Outside_its_partnership_it_is_nobody_also_where_its_person_is_somebody()
    {
        var (caller, _, _) = await ApiCaller.Make(site, Site.SteeringGroup, TokenReach.Coordinate, partnership: "paijat-hame");

        Assert.Equal(200, (await caller.Ask("GET", "/api/partnerships/paijat-hame/rounds")).Status);
        Assert.Equal(401, (await caller.Ask("GET", $"{Kuuma}/rounds")).Status);
        Assert.Equal(401, (await caller.Ask("PUT", $"{Kuuma}/name", new { fi = "Kaapattu" })).Status);
        var (admin, _, _) = await ApiCaller.Make(site, Site.Administrator, TokenReach.Coordinate);
        Assert.Equal(401, (await admin.Ask("GET", "/api/administrators")).Status);
        Assert.Equal(403, (await admin.Ask("PUT", Kuuma, new { fi = "Perustettu" })).Status);
    }

    [Theory]
    [InlineData("vk_0000000000000000000000000000000000000000000")]
    [InlineData("vk_")]
    [InlineData("")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task A_wrong_one_is_told_so_and_cookies_beside_it_count_for_nothing(string wrong)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var signedIn = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Kuuma}/members");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {wrong}".Trim());

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer realm=\"vuosikello\", error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("wrong-token", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_opens_no_page_no_hub_and_no_account()
    {
        var (caller, _, _) = await ApiCaller.Make(site, Site.CoordinatorOfKuuma, TokenReach.Coordinate);

        foreach (string page in new[] { "/account", "/account/tokens", "/kuuma-seutu/members", "/kuuma-seutu/rounds", "/administration" })
            Assert.Equal((int)HttpStatusCode.Redirect, (await caller.Ask("GET", page, headers: h => h.Accept.ParseAdd("text/html"))).Status);
    }

    [Fact]
    public async Task Too_many_requests_with_one_or_too_many_wrong_ones_have_to_wait()
    {
        await using var busy = new Site { Also = builder => builder.ConfigureTestServices(services => services.AddSingleton(_ => new TokenLimits(2, 1))) };
        var (caller, _, secret) = await ApiCaller.Make(busy, Site.CoordinatorOfKuuma, TokenReach.Read);
        var (other, _, _) = await ApiCaller.Make(busy, Site.CoordinatorOfKuuma, TokenReach.Read);
        var wrong = new ApiCaller(busy.CreateClient(), secret + "x");

        Assert.Equal((200, 200), ((await caller.Ask("GET", Kuuma)).Status, (await caller.Ask("GET", Kuuma)).Status));
        Assert.Equal((401, 429), ((await wrong.Ask("GET", Kuuma)).Status, (await wrong.Ask("GET", Kuuma)).Status));
        Assert.Equal(200, (await other.Ask("GET", Kuuma)).Status);
        var (status, headers, problem) = await caller.Ask("GET", Kuuma);
        Assert.True(status == 429, $"{status} {problem}");
        Assert.Equal("60", headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task On_the_account_one_is_made_shown_once_listed_with_its_last_use_and_ended()
    {
        var visitor = await site.Visit(Site.EditorOfTuusula, "en");
        Assert.Contains("href=\"/account/tokens\"", (await visitor.Get("/account")).Html, StringComparison.Ordinal);
        var form = await visitor.Form("/account/tokens", "name=\"place\"");
        (form["name"], form["place"], form["days"]) = ([""], ["kuuma-seutu/kerava"], ["400"]);
        var refused = await visitor.Post("/account/tokens", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("A token is valid for 1 to 366 days.", refused.Text, StringComparison.Ordinal);

        (form["name"], form["place"], form["days"], form["reach"]) = (["Web pages"], ["kuuma-seutu/tuusula"], ["30"], ["Plan"]);
        var made = await visitor.Post("/account/tokens", form);
        string secret = System.Text.RegularExpressions.Regex.Match(made.Html, "vk_[A-Za-z0-9_-]{43}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Value;
        Assert.NotEmpty(secret);
        Assert.Contains("Copy the token", made.Text, StringComparison.Ordinal);
        var listed = await visitor.Get("/account/tokens");
        Assert.DoesNotContain(secret, listed.Html, StringComparison.Ordinal);
        Assert.Contains("not used yet", listed.Text, StringComparison.Ordinal);

        var caller = new ApiCaller(site.CreateClient(), secret);
        Assert.Equal(200, (await caller.Ask("GET", $"{Kuuma}/rounds")).Status);
        Assert.Contains("last used", (await visitor.Get("/account/tokens")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/account/tokens/end", await visitor.Form("/account/tokens", ": Web pages</span>"))).Status);
        Assert.Equal(401, (await caller.Ask("GET", $"{Kuuma}/rounds")).Status);
    }

    [Fact]
    public async Task The_document_of_the_API_says_how_to_come_with_one()
    {
        var document = await (await ApiVisitor.SignIn(site, null)).Get("/openapi/v1.json");

        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token");
        Assert.Equal(("http", "bearer"), (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()));
        Assert.Contains(document.GetProperty("security").EnumerateArray(), one => one.TryGetProperty("token", out _));
    }
}
