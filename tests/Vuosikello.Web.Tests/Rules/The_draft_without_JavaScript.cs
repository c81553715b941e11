using System.Net;

namespace Vuosikello.Web.Tests.Rules;

/// <summary>Who writes in the draft, and what becomes of two who write in one clause.</summary>
public sealed class The_draft_without_JavaScript(Site site) : IClassFixture<Site>
{
    private readonly RulesScene _scene = new(site);

    [Fact]
    public async Task An_editor_proposes_but_neither_writes_nor_takes_nor_adopts()
    {
        string clause = await _scene.AddClause("Roskat", "Roskat viedään.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Roskat lajitellaan.");
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await RulesScene.Reworded(editor, clause, "Roskat jätetään.");
        form["do"] = ["save"];

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Post(RulesScene.Change(clause), form)).Status);
        foreach (string button in (string[])["take", "decline"])
        {
            form["do"] = [button];
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.Post(proposal, form)).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Get($"{RulesScene.Rules}/adopt")).Status);
        Assert.Contains(">Roskat viedään.</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_reads_the_draft_and_proposes_nothing()
    {
        string clause = await _scene.AddClause("Eläimet", "Eläimistä sovitaan.");
        var reader = await site.Visit(RulesScene.Reader);

        string draft = (await reader.Get(RulesScene.Draft)).Text;

        Assert.Contains(">Eläimistä sovitaan.</p>", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("may-propose", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(RulesScene.Change(clause))).Status);
    }

    [Fact]
    public async Task The_public_reads_what_was_adopted_and_no_draft()
    {
        string clause = await _scene.AddClause("Salainen", "Vielä valmisteltavana.");
        var anybody = await site.Visit();

        Assert.NotEqual(HttpStatusCode.OK, (await anybody.Get(RulesScene.Draft)).Status);
        var rules = await anybody.Get(RulesScene.Rules);

        Assert.Equal(HttpStatusCode.OK, rules.Status);
        Assert.Contains("versio 2010", rules.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(clause, rules.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Vielä valmisteltavana.", (await anybody.Get($"{RulesScene.Rules}/compare")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("export.json", (await anybody.Get($"{RulesScene.Rules}/versions/2010")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_reword_one_clause_see_both_texts_and_the_later_chooses()
    {
        string clause = await _scene.AddClause("Avaimet", "Avain palautetaan.");
        var (one, other) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.CoordinatorOfKuuma));
        var (theirs, mine) = (await RulesScene.Reworded(one, clause, "Avain palautetaan heti."), await RulesScene.Reworded(other, clause, "Avain palautetaan huomenna."));
        (theirs["do"], mine["do"]) = (["save"], ["save"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Post(RulesScene.Change(clause), theirs)).Status);

        var clash = await other.Post(RulesScene.Change(clause), mine);

        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains(">Avain palautetaan heti.</p>", clash.Text, StringComparison.Ordinal);
        var again = Visitor.FormWith(clash.Html, "name=\"text-seen\"");
        Assert.Equal(["Avain palautetaan huomenna."], again["text.fi"]);
        again["do"] = ["save"];
        Assert.Equal(HttpStatusCode.SeeOther, (await other.Post(RulesScene.Change(clause), again)).Status);
        Assert.Contains(">Avain palautetaan huomenna.</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_and_text_of_one_clause_by_two_people_merge()
    {
        string clause = await _scene.AddClause("Vanha nimi", "Vanha teksti.");
        var (one, other) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.CoordinatorOfKuuma));
        var reworded = await RulesScene.Reworded(one, clause, "Uusi teksti.");
        var retitled = await other.Form(RulesScene.Change(clause), "name=\"text-seen\"");
        retitled["title.fi"] = ["Uusi nimi"];
        (reworded["do"], retitled["do"]) = (["save"], ["save"]);

        Assert.Equal(HttpStatusCode.SeeOther, (await one.Post(RulesScene.Change(clause), reworded)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.Post(RulesScene.Change(clause), retitled)).Status);

        string merged = await _scene.ClauseInDraft(clause);
        Assert.Contains("<span>Uusi nimi</span>", merged, StringComparison.Ordinal);
        Assert.Contains(">Uusi teksti.</p>", merged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_of_a_hundred_thousand_characters_is_written_and_one_more_is_refused()
    {
        string longest = new('ä', 100_000);
        string clause = await _scene.AddClause("Pitkä", longest);
        Assert.Contains($">{longest}</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await RulesScene.Reworded(coordinator, clause, longest + "ö");
        form["do"] = ["save"];

        var refused = await coordinator.Post(RulesScene.Change(clause), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(100_001, Visitor.FormWith(refused.Html, "name=\"text-seen\"")["text.fi"][0].Length);
        await _scene.Remove(clause);
    }

    [Fact]
    public async Task What_is_typed_is_never_markup()
    {
        string clause = await _scene.AddClause("<script>alert(1)</script>", "</textarea><b>Lihava</b>");

        string html = (await (await site.Visit(Site.CoordinatorOfKuuma)).Get(RulesScene.Change(clause))).Html;

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Lihava", html, StringComparison.Ordinal);
    }
}
