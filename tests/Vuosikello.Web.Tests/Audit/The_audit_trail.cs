using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Audit;

namespace Vuosikello.Web.Tests.Audit;

public sealed class The_audit_trail(Site site) : IClassFixture<Site>
{
    private const string Page = "/administration/audit";

    [Fact]
    public async Task An_administrator_reads_who_took_data_out_and_whose_rights_changed()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Get("/kuuma-seutu/rules/export.json")).Status);
        var administrator = await site.Visit(Site.Administrator);

        var exports = await administrator.Get($"{Page}?kind=export");
        Assert.Contains("pelisääntöjen vienti", exports.Text, StringComparison.Ordinal);
        Assert.Contains("Koordinaattori, KUUMA", exports.Text, StringComparison.Ordinal);
        var rights = await administrator.Get($"{Page}?kind=role-granted");
        Assert.Contains("Rooli annettu", rights.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pelisääntöjen vienti", rights.Text, StringComparison.Ordinal);
        Assert.Contains("Valvontaloki", (await administrator.Get("/administration")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_sign_ins_are_in_it_without_a_name()
    {
        var stranger = await site.Visit();
        var form = await stranger.Form("/sign-in/sent", "action=\"/sign-in/code\"");
        form["code"] = ["12345678"];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Post("/sign-in/code", form)).Status);

        var list = await (await ApiVisitor.SignIn(site, Site.Administrator)).Get("/api/audit?kind=sign-in-refused");

        var entry = Assert.Single(list.GetProperty("entries").EnumerateArray());
        Assert.Equal("code", entry.GetProperty("what").GetString());
        Assert.False(entry.TryGetProperty("by", out var by) && by.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task What_was_brought_in_from_a_file_is_in_it()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var signedIn = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var file = new StringContent("key;title;date\nvl1;Tuotu ilta;2026-03-03\n", System.Text.Encoding.UTF8, "text/csv");
        using var taken = await client.PostAsync(new Uri("/api/partnerships/kuuma-seutu/years/2026/import?language=en", UriKind.Relative), file, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);

        var entries = (await (await ApiVisitor.SignIn(site, Site.Administrator)).Get("/api/audit?kind=import")).GetProperty("entries").EnumerateArray();
        var entry = Assert.Single(entries);
        Assert.Equal(("activities-import", Site.CoordinatorOfKuuma), (entry.GetProperty("what").GetString(), entry.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_token_is_told_from_others_by_the_beginning_of_its_id()
    {
        string id = "3f2b9c1e-58a7-4d31-9f0e-6c2d8b7a4e15";
        await site.Services.GetRequiredService<IAudit>().Note(AuditKind.TokenMade, new() { By = new(Guid.Parse(Site.EditorOfTuusula)), What = id }, TestContext.Current.CancellationToken);

        string page = (await (await site.Visit(Site.Administrator)).Get($"{Page}?kind=token-made")).Text;

        Assert.Contains("3f2b9c1e", page, StringComparison.Ordinal);
        Assert.DoesNotContain(id, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?person=tuusula")]
    [InlineData($"?person={Site.EditorOfTuusula}")]
    public async Task It_is_narrowed_to_a_person_by_name_or_id(string query)
    {
        var page = await (await site.Visit(Site.Administrator)).Get(Page + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"person={Site.EditorOfTuusula}", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"person={Site.SteeringGroup}", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_that_cannot_be_are_said_to_be_so()
    {
        var page = await (await site.Visit(Site.Administrator)).Get($"{Page}?from=2026-12-01&to=2026-11-01");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(400, (await (await ApiVisitor.SignIn(site, Site.Administrator)).Ask("GET", "/api/audit?kind=nonsense")).Status);
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Get(Page)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await (await site.Visit()).Get(Page)).Status);
        Assert.Equal(403, (await (await ApiVisitor.SignIn(site)).Ask("GET", "/api/audit")).Status);
        Assert.Equal(401, (await (await ApiVisitor.SignIn(site, null)).Ask("GET", "/api/audit")).Status);
    }

    [Fact]
    public async Task Every_kind_has_its_words_in_every_language()
    {
        foreach (string language in new[] { "fi", "sv", "en" })
            Assert.DoesNotContain("Kind.", (await (await site.Visit(Site.Administrator, language)).Get(Page)).Text, StringComparison.Ordinal);
    }
}
