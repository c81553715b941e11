using System.Net;
using Vuosikello.Web.Tests.Agreements;

namespace Vuosikello.Web.Tests.Compare;

/// <summary>An agreement compared with what it now is, which has a name of its own at each stage.</summary>
public sealed class Agreements_side_by_side(Site site) : IClassFixture<Site>
{
    private async Task<string> Page(AgreementScene scene, string? member, string sides = "from=1&to=now", string language = "fi")
    {
        var answer = await (await site.Visit(member, language)).Get($"{scene.Address}/compare?{sides}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Text;
    }

    [Fact]
    public async Task Now_is_called_what_it_is()
    {
        var draft = await new AgreementScene(site).Draft();
        var scene = await new AgreementScene(site).ApprovedByAll();

        Assert.Contains("</span> luonnos nyt</p>", await Page(draft, Site.CoordinatorOfKuuma, "from=2026-11-22T11:59&to=now"), StringComparison.Ordinal);
        Assert.Contains("</span> versio 1 nyt: allekirjoitettavana</p>", await Page(scene, Site.CoordinatorOfKuuma), StringComparison.Ordinal);
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) await scene.Sign(signatory);
        Assert.Contains("</span> versio 1 nyt: voimassa</p>", await Page(scene, Site.CoordinatorOfKuuma), StringComparison.Ordinal);
        Assert.Contains("</span> version 1 nu: i kraft</p>", await Page(scene, null, language: "sv"), StringComparison.Ordinal);
        await scene.Press("amend");
        Assert.Contains("</span> luonnos nyt</p>", await Page(scene, Site.CoordinatorOfKuuma), StringComparison.Ordinal);
        Assert.Contains("</span> version 1 now: in force</p>", await Page(scene, null, language: "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_has_ended_is_no_draft()
    {
        var answer = await (await site.Visit(Site.CoordinatorOfKuuma)).Get("/kuuma-seutu/agreements/kulttuuri-illat/compare?from=1&to=now");

        Assert.Contains("</span> versio 2 nyt: päättynyt</p>", answer.Text, StringComparison.Ordinal);
        Assert.Contains(">versio 2 nyt: päättynyt</option>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("luonnos", answer.Text[answer.Text.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_language_is_named()
    {
        string page = (await (await site.Visit(Site.CoordinatorOfKuuma)).Get("/kuuma-seutu/agreements/kulttuuri-illat/compare?from=1&to=2")).Text;

        string added = page[page.IndexOf("3 Aukiolo", StringComparison.Ordinal)..];
        int[] at = [.. ((string[])["Suomeksi", "kello 21:een", "Ruotsiksi", "till klockan 21", "Englanniksi", "until 21"]).Select(words => added.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public async Task What_an_amendment_changed_is_marked_word_by_word()
    {
        var scene = await new AgreementScene(site).SignedByAll();
        await scene.Press("amend");
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = Visitor.FormWith((await coordinator.Get($"{scene.Address}/edit")).Html, "value=\"clause-edit\"");
        form["text.fi"] = ["Tilat ovat aina maksuttomia."];
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{scene.Address}/edit", form)).Status);

        string page = await Page(scene, Site.CoordinatorOfKuuma);

        Assert.Contains("Muuttunut 1, lisätty 0, poistettu 0", page, StringComparison.Ordinal);
        Assert.Matches("<ins>.*aina.*</ins>", page);
        Assert.Contains("Muuttunut 0, lisätty 0, poistettu 0", await Page(scene, null), StringComparison.Ordinal);
    }
}
