using System.Net;

namespace Vuosikello.Web.Tests.Memberships;

public sealed class The_administrators_page : IAsyncDisposable
{
    private const string Page = "/administration";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_administrator_finds_people_by_their_names_appoints_and_dismisses_them()
    {
        var administrator = await _site.Visit(Site.Administrator);
        var found = await administrator.Get($"{Page}?q=koordinaattori, kuuma");
        Assert.Contains("Löytyi 1.", found.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Post($"{Page}/appoint", Visitor.FormWith(found.Html, $"action=\"{Page}/appoint\""))).Status);
        var appointed = await _site.Visit(Site.CoordinatorOfKuuma);
        var page = await appointed.Get(Page);
        Assert.Equal(HttpStatusCode.OK, page.Status);

        // The first form is that of the first administrator, whom the other one dismisses.
        Assert.Equal(HttpStatusCode.SeeOther, (await appointed.Post($"{Page}/dismiss", Visitor.FormWith(page.Html, $"action=\"{Page}/dismiss\""))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Get(Page)).Status);
    }

    [Fact]
    public async Task The_last_one_cannot_go()
    {
        var administrator = await _site.Visit(Site.Administrator);

        var answer = await administrator.Post($"{Page}/dismiss", await administrator.Form(Page, $"action=\"{Page}/dismiss\""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Palvelulla on oltava ylläpitäjä. Nimitä ensin toinen.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partnership_is_founded_with_the_short_name_that_its_name_makes()
    {
        var administrator = await _site.Visit(Site.Administrator);
        var form = await administrator.Form(Page, $"action=\"{Page}/found\"");
        form["name.fi"] = ["Itä-Uusimaa"];

        var answer = await administrator.Post($"{Page}/found", form);

        Assert.Equal("/ita-uusimaa/settings", answer.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/ita-uusimaa/members")).Status);
        form["command"] = [Guid.NewGuid().ToString()];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Post($"{Page}/found", form)).Status);
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_changes_anything_by_it()
    {
        var administrator = await _site.Visit(Site.Administrator);
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);

        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Get(Page)).Status);
        var form = await coordinator.Form("/kuuma-seutu/members", "action=\"/kuuma-seutu/members/end\"");
        form["member"] = [Site.CoordinatorOfKuuma];
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Post($"{Page}/appoint", form)).Status);
        Assert.DoesNotContain("Koordinaattori, KUUMA", (await administrator.Get(Page)).Text, StringComparison.Ordinal);
    }
}
