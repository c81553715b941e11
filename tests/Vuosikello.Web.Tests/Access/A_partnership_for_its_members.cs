using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Access;

public sealed partial class A_partnership_for_its_members : IAsyncLifetime
{
    private const string Hidden = "pohjois-karjala", Unknown = "olematon-seutu";
    private const string Coordinator = "0c5a3f10-7a51-4d0b-8a61-000000000007", Editor = "0c5a3f10-7a51-4d0b-8a61-000000000008";

    private readonly Site _site = new();

    public async ValueTask InitializeAsync() => await Restrict();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData(Site.EditorOfTuusula)]
    public async Task Is_to_everybody_else_what_an_unknown_one_is_at_every_address(string? member)
    {
        var somebody = await Prowler.In(_site, member);
        var (hidden, unknown) = (Addresses(Hidden), Addresses(Unknown));

        Assert.InRange(hidden.Count, 80, 1000);
        // The first page leaves a cookie, and has headers for that.
        await somebody.Get($"/{Unknown}/settings");
        foreach (var (here, nowhere) in hidden.Zip(unknown))
        {
            var (seen, missing) = (await somebody.Get(here), await somebody.Get(nowhere));
            Assert.Equal(missing.Status, seen.Status);
            Assert.Equal(Same(missing.All).Replace(Unknown, Hidden, StringComparison.Ordinal), Same(seen.All));
            Assert.True(seen.Status == 404 || here.Contains("/invitations/", StringComparison.Ordinal) || here.Contains("/guest/", StringComparison.Ordinal), $"{here} was answered with {seen.Status}");
        }
    }

    [Fact]
    public async Task Is_in_no_list_and_no_count_but_its_members()
    {
        var (nobody, stranger, editor) = (await Prowler.In(_site, null), await Prowler.In(_site, Site.EditorOfTuusula), await Prowler.In(_site, Editor));

        foreach (string list in (string[])["/", "/api/partnerships", "/robots.txt", "/openapi/v1.json", "/account", "/account/acting"])
        {
            Assert.DoesNotContain(Hidden, (await nobody.Get(list)).All, StringComparison.Ordinal);
            Assert.DoesNotContain(Hidden, (await stranger.Get(list)).All, StringComparison.Ordinal);
        }
        Assert.Contains(Hidden, (await editor.Get("/")).All, StringComparison.Ordinal);
        Assert.Contains(Hidden, (await editor.Get("/api/partnerships")).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_promised_to_strangers_on_the_front_page_when_there_is_no_other()
    {
        var stranger = await _site.Visit(language: "en");
        Assert.Contains("Anyone can look at it", (await stranger.Get("/")).Text, StringComparison.Ordinal);

        foreach (var (other, coordinator) in new[] { ("kuuma-seutu", Site.CoordinatorOfKuuma), ("paijat-hame", "0c5a3f10-7a51-4d0b-8a61-000000000004") })
            Assert.Equal(200, (await (await ApiVisitor.SignIn(_site, coordinator)).Ask("POST", $"/api/partnerships/{other}/restrict-to-members", new { })).Status);

        string front = (await stranger.Get("/")).Text;
        Assert.Contains("The partners plan it together.", front, StringComparison.Ordinal);
        foreach (string promise in new[] { "Anyone can look at it", "You need no account" }) Assert.DoesNotContain(promise, front, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_seen_by_its_members_and_what_they_see_no_cache_keeps()
    {
        var editor = await Prowler.In(_site, Editor);

        foreach (string address in (string[])[$"/{Hidden}/2014", $"/{Hidden}/2014/wheel.svg", $"/{Hidden}/settings", $"/{Hidden}/history", $"/api/partnerships/{Hidden}", $"/{Hidden}/subscribe"])
        {
            var (status, all) = await editor.Get(address);
            Assert.Equal(200, status);
            Assert.Matches("private|no-store", CacheControl().Match(all).Value);
            Assert.DoesNotContain("Cross-Origin-Resource-Policy: cross-origin", all, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(".ics", (await editor.Get($"/{Hidden}/subscribe")).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_gone_for_a_program_that_knows_the_tag_of_a_picture_or_a_calendar_from_before()
    {
        await Open();
        var program = await Prowler.In(_site, null);
        string[] addresses = [$"/{Hidden}/2014/wheel.svg", $"/feeds/{Hidden}/2014.ics", $"/feeds/{Hidden}.ics"];
        var tags = new List<string>();
        foreach (string address in addresses)
        {
            var (status, all) = await program.Get(address);
            Assert.Equal(200, status);
            tags.Add(Tag().Match(all).Groups["tag"].Value.Trim());
            Assert.Equal(304, (await program.Get(address, tags[^1])).Status);
        }

        await Restrict();

        foreach (var (address, tag) in addresses.Zip(tags)) Assert.Equal(404, (await program.Get(address, tag)).Status);
    }

    [Fact]
    public async Task Shows_nothing_of_itself_on_pages_that_were_open_when_it_became_one()
    {
        var pages = _site.Services.GetRequiredService<OpenPages>();
        var circle = _site.Services.GetRequiredService<Circle>();
        var (stranger, member) = (circle.Find(null, null, new(Hidden)), circle.Find(new MemberId(new Guid(Editor)), new("liperi"), new(Hidden)));

        foreach (string key in (string[])[$"board/{Hidden}/2014", $"rules/{Hidden}", $"agreement/{Hidden}/jokin", $"round/{Hidden}/jokin"])
            Assert.Null(pages.Find(key)!.CircleFor(stranger));
        Assert.NotNull(pages.Find($"board/{Hidden}/2014")!.CircleFor(member));
        await Open();
        Assert.NotNull(pages.Find($"board/{Hidden}/2014")!.CircleFor(circle.Find(null, null, new(Hidden))));
    }

    [Fact]
    public async Task Ends_the_private_calendars_of_who_is_no_member_any_more()
    {
        var editor = await ApiVisitor.SignIn(_site, Editor);
        var (status, made) = await editor.Ask("POST", $"/api/partnerships/{Hidden}/calendar-links", new { name = "Oma", kind = "mine" });
        Assert.Equal(201, status);
        string feed = new Uri(made.GetProperty("address").GetString()!).PathAndQuery;
        var program = await Prowler.In(_site, null);
        Assert.Equal(200, (await program.Get(feed)).Status);

        Assert.Equal(200, (await editor.Ask("POST", $"/api/partnerships/{Hidden}/members/own-roles/give-up", new { role = "editor", partner = "liperi" })).Status);

        var (gone, told) = await program.Get(feed);
        Assert.Equal(404, gone);
        Assert.DoesNotContain("Karjala", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_made_so_and_public_again_by_its_coordinator_on_the_settings_page_and_the_history_says_so()
    {
        var coordinator = await _site.Visit(Coordinator);
        string page = $"/{Hidden}/settings";

        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(page, Visitor.FormWith((await coordinator.Get(page)).Html, "value=\"open\""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await _site.Visit()).Get($"/{Hidden}/2014")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(page, Visitor.FormWith((await coordinator.Get(page)).Html, "value=\"restrict\""))).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.Visit()).Get($"/{Hidden}/2014")).Status);
        string history = (await coordinator.Get($"/{Hidden}/history")).Text;
        Assert.Contains("rajasi kumppanuuden sen jäsenille", history, StringComparison.Ordinal);
        Assert.Contains("avasi kumppanuuden kaikille", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_as_it_is_for_who_may_not_change_that()
    {
        var editor = await ApiVisitor.SignIn(_site, Editor);
        Assert.Equal(403, (await editor.Ask("POST", $"/api/partnerships/{Hidden}/open-to-all", new { })).Status);
        var stranger = await ApiVisitor.SignIn(_site, Site.CoordinatorOfKuuma);
        Assert.Equal(404, (await stranger.Ask("POST", $"/api/partnerships/{Hidden}/open-to-all", new { })).Status);
        Assert.Equal(404, (await stranger.Ask("POST", $"/api/partnerships/{Unknown}/open-to-all", new { })).Status);
    }

    private async Task Restrict() => Assert.Equal(200, (await (await ApiVisitor.SignIn(_site, Coordinator)).Ask("POST", $"/api/partnerships/{Hidden}/restrict-to-members", new { })).Status);

    private async Task Open() => Assert.Equal(200, (await (await ApiVisitor.SignIn(_site, Coordinator)).Ask("POST", $"/api/partnerships/{Hidden}/open-to-all", new { })).Status);

    private IReadOnlyList<string> Addresses(string partnership)
    {
        var crawler = new Crawler(_site) { Values = { ["partnership"] = [partnership], ["year"] = ["2014"], ["address"] = [$"{partnership}.ics", $"{partnership}/2014.ics", $"{partnership}/partners/liperi.ics"] } };
        return [.. crawler.Addresses(OfPartnership)];

        static bool OfPartnership(RouteEndpoint endpoint) =>
            endpoint.RoutePattern.RawText!.Contains("{partnership}", StringComparison.Ordinal) || endpoint.RoutePattern.RawText.StartsWith("/feeds/", StringComparison.Ordinal);
    }

    // What is new in each answer: tokens, ids of requests.
    private static string Same(string answer) => Fresh().Replace(answer, "");

    [GeneratedRegex("(traceId\":\"[^\"]*)|(__RequestVerificationToken\"[^>]*>)|(Set-Cookie: [^\n]*\n)|(value=\"[0-9a-f-]{36}\")|(Date: [^\n]*\n)|(Content-Length: [0-9]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Fresh();

    [GeneratedRegex("ETag: (?<tag>[^\\n]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("Cache-Control: [^\\n]*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CacheControl();
}
