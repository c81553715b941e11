using System.Net;
using System.Text.Json;

namespace Vuosikello.Web.Tests.CalendarLinks;

public sealed class Links_over_the_API(Site site) : IClassFixture<Site>
{
    private const string All = "/api/partnerships/kuuma-seutu/calendar-links";
    private const string Key = "0d3c1f5e-93a4-4b0e-8f64-2f5ad0c0a001";

    private static object Body(string kind = "mine") => new { name = "Ohjelma", kind };

    private static string Path(JsonElement made) => new Uri(made.GetProperty("address").GetString()!).AbsolutePath;

    [Fact]
    public async Task A_link_is_made_listed_and_revoked_and_its_address_is_told_once()
    {
        await using var own = new Site();
        var (visitor, program) = (await ApiVisitor.SignIn(own, Site.EditorOfTuusula), Subscriber.Of(own));

        var (status, made) = await visitor.Ask("POST", All, Body(), Key);
        var (_, again) = await visitor.Ask("POST", All, Body(), Key);

        Assert.Equal(201, status);
        Assert.True(again.GetProperty("repeated").GetBoolean());
        Assert.False(again.TryGetProperty("address", out _));
        Assert.Equal(HttpStatusCode.OK, await program.Status(Path(made)));
        var listed = Assert.Single((await visitor.Get(All)).EnumerateArray().ToArray());
        Assert.Equal(("Ohjelma", "mine", made.GetProperty("id").GetString()), (listed.GetProperty("name").GetString(), listed.GetProperty("kind").GetString(), listed.GetProperty("id").GetString()));
        Assert.False(listed.TryGetProperty("revoked", out _));
        Assert.DoesNotContain("/feeds/", listed.ToString(), StringComparison.Ordinal);

        Assert.Equal(200, (await visitor.Ask("DELETE", $"{All}/{listed.GetProperty("id").GetString()}")).Status);
        Assert.Equal(HttpStatusCode.Gone, await program.Status(Path(made)));
        Assert.True((await visitor.Get(All))[0].TryGetProperty("revoked", out _));
    }

    [Fact]
    public async Task Fifty_are_in_use_at_most_here_and_on_the_page_until_one_is_revoked()
    {
        await using var own = new Site();
        var (visitor, owner) = (await ApiVisitor.SignIn(own, Site.EditorOfTuusula), await LinkOwner.SignIn(own, Site.EditorOfTuusula));
        for (int made = 0; made < 50; made++) Assert.Equal(201, (await visitor.Ask("POST", All, Body(), made == 0 ? Key : null)).Status);

        var (status, refused) = await visitor.Ask("POST", All, Body());
        var page = await owner.Send(await owner.Form());

        Assert.Equal((422, HttpStatusCode.UnprocessableEntity), (status, page.Status));
        Assert.Contains("too-many-calendar-links", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("enintään 50 kalenterilinkkiä", page.Text, StringComparison.Ordinal);
        Assert.Equal(201, (await visitor.Ask("POST", All, Body(), Key)).Status);
        await owner.Revoke();
        Assert.Equal(201, (await visitor.Ask("POST", All, Body())).Status);
    }

    [Fact]
    public async Task Each_sees_and_revokes_only_their_own()
    {
        var (owner, other, nobody) = (await ApiVisitor.SignIn(site), await ApiVisitor.SignIn(site, Site.EditorOfTuusula), await ApiVisitor.SignIn(site, null));
        var (_, made) = await owner.Ask("POST", All, Body("steering-group"));
        string one = $"{All}/{made.GetProperty("id").GetString()}";

        Assert.Empty((await other.Get(All)).EnumerateArray());
        Assert.Equal((404, 401), ((await other.Ask("DELETE", one)).Status, (await nobody.Ask("DELETE", one)).Status));
        Assert.Equal((401, 401), ((await nobody.Ask("GET", All)).Status, (await nobody.Ask("POST", All, Body())).Status));
        Assert.Equal(HttpStatusCode.OK, await Subscriber.Of(site).Status(Path(made)));
    }

    [Fact]
    public async Task What_cannot_be_made_is_refused_with_its_reason()
    {
        var visitor = await ApiVisitor.SignIn(site, Site.EditorOfTuusula);

        var (steering, nameless, nowhere, odd) = (
            await visitor.Ask("POST", All, Body("steering-group")), await visitor.Ask("POST", All, new { name = " ", kind = "mine" }),
            await visitor.Ask("POST", "/api/partnerships/ei-ole/calendar-links", Body()), await visitor.Ask("POST", All, new { name = "x", kind = "all" }));

        Assert.Equal((403, 422, 404, 400), (steering.Status, nameless.Status, nowhere.Status, odd.Status));
        Assert.Contains("ohjausryhmän", steering.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
