using System.Net;

namespace Vuosikello.Web.Tests.Rules;

/// <summary>A partnership that has no rules yet.</summary>
public sealed class From_the_template_to_a_version(Site site) : IClassFixture<Site>
{
    private const string Coordinator = "0c5a3f10-7a51-4d0b-8a61-000000000007";
    private const string Rules = "/pohjois-karjala/rules";

    [Fact]
    public async Task Begins_with_a_template_adopts_what_was_shown_and_keeps_how_it_was()
    {
        var (coordinator, anybody) = (await site.Visit(Coordinator), await site.Visit());
        Assert.DoesNotContain($"{Rules}/start", (await anybody.Get(Rules)).Html, StringComparison.Ordinal);
        var start = await coordinator.Form($"{Rules}/start", "name=\"from\"");
        Assert.Equal(["template"], start["from"]);

        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{Rules}/start", start)).Status);
        Assert.Contains("Kenelle tiloja lainataan", (await coordinator.Get($"{Rules}/draft")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kenelle tiloja lainataan", (await anybody.Get(Rules)).Text, StringComparison.Ordinal);

        await Adopt(coordinator, "Kokous 22.11.2026");
        string page = (await anybody.Get(Rules)).Text;
        Assert.Contains("versio 2026", page, StringComparison.Ordinal);
        Assert.Contains("Kenelle tiloja lainataan", page, StringComparison.Ordinal);

        site.Clock.Now = Site.Today + NodaTime.Duration.FromDays(1);
        var another = await coordinator.Form($"{Rules}/draft/clauses/new?heading=premises", "name=\"reason\"");
        (another["title.fi"], another["text.fi"], another["do"]) = (["Avain"], ["Avain palautetaan."], ["save"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{Rules}/draft/clauses/new", another)).Status);
        await Adopt(coordinator, "Kokous 23.11.2026");

        string now = (await anybody.Get(Rules)).Text;
        Assert.Contains("Avain palautetaan.", now, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Rules}/compare\"", now, StringComparison.Ordinal);
        Assert.Contains("Avain palautetaan.", (await anybody.Get($"{Rules}/compare")).Text, StringComparison.Ordinal);
        string then = (await anybody.Get($"{Rules}?at=2026-11-22T20:00")).Text;
        Assert.Contains("past-banner", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Avain palautetaan.", then, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Get($"{Rules}?at=2026-11-01T12:00")).Status);
        Assert.Contains($"href=\"{Rules}/export.json\"", (await coordinator.Get($"{Rules}/versions/2026.2")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Get($"{Rules}/export.json")).Status);
    }

    [Fact]
    public async Task What_changed_after_the_coordinator_looked_is_not_adopted()
    {
        var scene = new RulesScene(site);
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        await scene.AddClause("Ensin", "Ensin tämä.");
        var form = await coordinator.Form($"{RulesScene.Rules}/adopt", "name=\"hash\"");
        await scene.AddClause("Sitten", "Sitten tämä.");

        var refused = await coordinator.Post($"{RulesScene.Rules}/adopt", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEqual(form["hash"], Visitor.FormWith(refused.Html, "name=\"hash\"")["hash"]);
        Assert.Contains("versio 2010", (await coordinator.Get(RulesScene.Rules)).Text, StringComparison.Ordinal);
    }

    private static async Task Adopt(Visitor coordinator, string decision)
    {
        var form = await coordinator.Form($"{Rules}/adopt", "name=\"hash\"");
        form["decision"] = [decision];
        var adopted = await coordinator.Post($"{Rules}/adopt", form);
        Assert.True(adopted.Status == HttpStatusCode.SeeOther, adopted.Text);
    }
}
