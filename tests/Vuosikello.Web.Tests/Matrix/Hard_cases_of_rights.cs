using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Tests.Matrix;

public sealed partial class Hard_cases_of_rights : IAsyncDisposable
{
    private const string Kuuma = "/api/partnerships/kuuma-seutu", Members = "/kuuma-seutu/members";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whoever_works_for_two_organisations_chooses_for_whom_and_each_event_says_so()
    {
        var coordinator = await ApiVisitor.SignIn(_site);
        Assert.Equal(200, (await coordinator.Ask("POST", $"{Kuuma}/members/{Site.EditorOfTuusula}/roles", new { role = "editor", partner = "nurmijarvi" })).Status);
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        var (person, browser) = (new ApiVisitor(client), new Visitor(client));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post("/sign-in/demo", new() { ["member"] = [Site.EditorOfTuusula] })).Status);

        foreach (string partner in new[] { "nurmijarvi", "tuusula" })
        {
            var form = await browser.Form("/account/acting", "action=\"/account/acting\"");
            form["partner"] = [partner];
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post("/account/acting", form)).Status);
            var planned = await person.Plan(2026, new { title = new { fi = partner }, time = new { kind = "days", first = "2026-12-01", last = "2026-12-01" } });
            var stamp = _site.Services.GetRequiredService<IBoardViews>().FindActivity(new ActivityId(planned))!.Planned;
            Assert.Equal((Guid.Parse(Site.EditorOfTuusula), new PartnerId(partner)), (stamp.By.Value, stamp.For));
        }
        Assert.Equal(200, (await coordinator.Ask("POST", $"{Kuuma}/members/{Site.EditorOfTuusula}/roles/end", new { role = "editor", partner = "tuusula" })).Status);
        Assert.Equal(403, (await person.Ask("POST", $"{Kuuma}/years/2026/activities", new { title = new { fi = "Ohi" }, time = new { kind = "days", first = "2026-12-01", last = "2026-12-01" } })).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays_on_the_page_and_over_the_API_whoever_sends_them_away()
    {
        var administrator = await ApiVisitor.SignIn(_site, Site.Administrator);
        var (status, problem) = await administrator.Ask("DELETE", $"/api/administrators/{Site.Administrator}");
        Assert.Equal(422, status);
        Assert.Contains("last-administrator", problem.ToString(), StringComparison.Ordinal);

        Assert.Equal(200, (await administrator.Ask("PUT", $"/api/administrators/{Site.CoordinatorOfKuuma}", new { })).Status);
        Assert.Equal(200, (await administrator.Ask("DELETE", $"/api/administrators/{Site.Administrator}")).Status);
        Assert.Equal(403, (await administrator.Ask("PUT", $"/api/administrators/{Site.Administrator}", new { })).Status);
        var other = await ApiVisitor.SignIn(_site);
        Assert.Equal(422, (await other.Ask("DELETE", $"/api/administrators/{Site.CoordinatorOfKuuma}")).Status);
    }

    [Fact]
    public async Task Two_invitations_for_one_person_give_both_roles_and_each_is_taken_once()
    {
        string[] links = [await Invite("editor", "tuusula"), await Invite("signatory", "tuusula")];
        var invited = await _site.Visit(Site.Administrator);
        foreach (string link in links)
            Assert.Equal(HttpStatusCode.SeeOther, (await invited.Post(link, Visitor.FormWith((await invited.Get(link)).Html, "method=\"post\" class=\"stack\""))).Status);

        string own = (await invited.Get(Members)).Text;
        Assert.Contains("muokkaaja, Tuusulan kunta", own, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("allekirjoittaja, Tuusulan kunta", own, StringComparison.OrdinalIgnoreCase);
        var somebodyElse = await _site.Visit(Site.SteeringGroup);
        foreach (string link in links) Assert.Equal(HttpStatusCode.Gone, (await somebodyElse.Get(link)).Status);
    }

    private async Task<string> Invite(string role, string partner)
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["partner"]) = ([role], [partner]);
        return new Uri(Links().Match((await coordinator.Post(Members, form)).Text).Value).AbsolutePath;
    }

    [GeneratedRegex("(?<=>)https?://[^<\"\\s]+/invitations/[A-Za-z0-9_-]{43}(?=<)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
