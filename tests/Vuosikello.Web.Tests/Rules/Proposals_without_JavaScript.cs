using System.Net;

namespace Vuosikello.Web.Tests.Rules;

/// <summary>From a proposal to the draft, by forms alone.</summary>
public sealed class Proposals_without_JavaScript(Site site) : IClassFixture<Site>
{
    private readonly RulesScene _scene = new(site);

    [Fact]
    public async Task A_proposal_stands_beside_its_clause_until_the_coordinator_takes_it()
    {
        string clause = await _scene.AddClause("Siivous", "Tila siivotaan käytön jälkeen.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Tila siivotaan heti käytön jälkeen.", "Seuraava tulee usein pian");
        string beside = await _scene.ClauseInDraft(clause);
        Assert.Contains(">Tila siivotaan käytön jälkeen.</p>", beside, StringComparison.Ordinal);
        Assert.Contains("Muutosehdotus", beside, StringComparison.Ordinal);
        Assert.Contains("Seuraava tulee usein pian", beside, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await RulesScene.Press(await site.Visit(Site.CoordinatorOfKuuma), proposal, "take")).Status);

        string taken = await _scene.ClauseInDraft(clause);
        Assert.Contains(">Tila siivotaan heti käytön jälkeen.</p>", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("Muutosehdotus", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_edits_a_proposal_and_takes_it_so()
    {
        string clause = await _scene.AddClause("Melu", "Melusta sovitaan.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Melua ei saa olla.");

        var taken = await RulesScene.Press(await site.Visit(Site.CoordinatorOfKuuma), proposal, "edit", ("text.fi", "Melua ei saa olla kello 22:n jälkeen."));

        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        Assert.Contains(">Melua ei saa olla kello 22:n jälkeen.</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
        string page = (await (await site.Visit(Site.EditorOfTuusula)).Get(proposal)).Text;
        Assert.Contains("Otettu luonnokseen muokattuna.", page, StringComparison.Ordinal);
        Assert.Contains("kello 22:n jälkeen", page[page.IndexOf("Luonnokseen otettu teksti ehdotukseen verrattuna", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_proposal_changes_nothing_and_says_why()
    {
        string clause = await _scene.AddClause("Valot", "Valot sammutetaan.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Valot jätetään päälle.");

        Assert.Equal(HttpStatusCode.SeeOther, (await RulesScene.Press(await site.Visit(Site.CoordinatorOfKuuma), proposal, "decline", ("verdict", "Sähkö maksaa"))).Status);

        Assert.Contains(">Valot sammutetaan.</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
        string page = (await (await site.Visit(Site.EditorOfTuusula)).Get(proposal)).Text;
        Assert.Contains("Sähkö maksaa", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"take\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_without_a_reason_says_so_at_the_field_to_which_the_summary_leads()
    {
        string proposal = await _scene.Propose(Site.EditorOfTuusula, await _scene.AddClause("Ikkunat", "Ikkunat suljetaan."), "Ikkunat jätetään auki.");

        var refused = await RulesScene.Press(await site.Visit(Site.CoordinatorOfKuuma), proposal, "decline");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("<a class=\"ds-link\" href=\"#field-verdict\">Kerro, miksi ehdotus hylätään", refused.Text, StringComparison.Ordinal);
        string field = refused.Text[refused.Text.IndexOf("id=\"field-verdict\"", StringComparison.Ordinal)..];
        field = field[..field.IndexOf("</textarea>", StringComparison.Ordinal)];
        Assert.Contains("id=\"i-verdict-problems\"", field, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"i-verdict-problems\" aria-invalid=\"true\"", field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_edits_one_language_of_a_proposal_is_asked_about_the_others_and_may_say_why()
    {
        string clause = await _scene.AddClause("Hiljaisuus", "Illalla ollaan hiljaa.", "På kvällen är det tyst.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Yöllä ollaan hiljaa.");
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        Assert.Contains("Ennalleen jää: ruotsi.", (await coordinator.Get(proposal)).Text, StringComparison.Ordinal);

        var asked = await RulesScene.Press(coordinator, proposal, "edit", ("text.fi", "Kello 22 jälkeen ollaan hiljaa."), ("why", "Yö alkaa kello 22."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("href=\"#field-others\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains(">Illalla ollaan hiljaa.</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
        var again = Visitor.FormWith(asked.Html, "value=\"edit\"");
        Assert.Equal(["Kello 22 jälkeen ollaan hiljaa."], again["text.fi"]);
        (again["others"], again["do"]) = (["stay"], ["edit"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(proposal, again)).Status);
        Assert.Contains(">Kello 22 jälkeen ollaan hiljaa.</p>", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
        Assert.Contains("Yö alkaa kello 22.", (await (await site.Visit(Site.EditorOfTuusula)).Get(proposal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_edits_one_language_of_a_proposal_that_changed_all_is_asked_about_the_others_that_still_say_what_was_proposed()
    {
        string clause = await _scene.AddClause("Kengät", "Kengät jätetään eteiseen.", "Skorna lämnas i tamburen.");
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await RulesScene.Reworded(editor, clause, "Kengät jätetään telineeseen.");
        (form["text.sv"], form["reason"], form["do"]) = (["Skorna ställs i hyllan."], ["Eteinen on ahdas"], ["propose"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post(RulesScene.Change(clause), form)).Status);
        string proposal = $"{RulesScene.Rules}/proposals/{form["command"][0]}";
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);

        var asked = await RulesScene.Press(coordinator, proposal, "edit", ("text.fi", "Kengät jätetään naulakon alle."));
        var both = await RulesScene.Press(coordinator, proposal, "edit", ("text.fi", "Kengät jätetään naulakon alle."), ("text.sv", "Skorna lämnas under hängaren."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("href=\"#field-others\"", asked.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, both.Status);
    }

    [Fact]
    public async Task Only_the_organisation_that_made_a_proposal_revises_and_withdraws_it()
    {
        string clause = await _scene.AddClause("Ovet", "Ovet lukitaan.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Ovet suljetaan.");
        Assert.DoesNotContain("value=\"withdraw\"", (await (await site.Visit(Site.EditorOfAssociations)).Get(proposal)).Html, StringComparison.Ordinal);
        var editor = await site.Visit(Site.EditorOfTuusula);

        Assert.Equal(HttpStatusCode.SeeOther, (await RulesScene.Press(editor, proposal, "revise", ("text.fi", "Ovet suljetaan ja lukitaan."))).Status);
        Assert.Contains("suljetaan ja", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RulesScene.Press(editor, proposal, "withdraw")).Status);

        Assert.Contains("Peruttu.", (await editor.Get(proposal)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Muutosehdotus", await _scene.ClauseInDraft(clause), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_on_a_clause_that_was_removed_meanwhile_is_taken_as_a_new_clause()
    {
        string clause = await _scene.AddClause("Tuolit", "Tuolit pinotaan.");
        string proposal = await _scene.Propose(Site.EditorOfTuusula, clause, "Tuolit pinotaan viiden pinoihin.");
        await _scene.Remove(clause);
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        Assert.Contains("id=\"rules-homeless\"", (await coordinator.Get(RulesScene.Draft)).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await RulesScene.Press(coordinator, proposal, "as-new")).Status);

        string draft = (await coordinator.Get(RulesScene.Draft)).Text;
        Assert.Contains(">Tuolit pinotaan viiden pinoihin.</p>", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"rules-homeless\"", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_into_a_clause_that_was_removed_meanwhile_goes_on_as_a_new_clause()
    {
        string clause = await _scene.AddClause("Pöydät", "Pöydät pyyhitään.");
        var editor = await site.Visit(Site.EditorOfTuusula);
        var form = await RulesScene.Reworded(editor, clause, "Pöydät pyyhitään ja siirretään paikoilleen.");
        form["do"] = ["propose"];
        await _scene.Remove(clause);

        var refused = await editor.Post(RulesScene.Change(clause), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var again = Visitor.FormWith(refused.Html, $"action=\"{RulesScene.Draft}/clauses/new\"");
        Assert.Equal(["Pöydät pyyhitään ja siirretään paikoilleen."], again["text.fi"]);
        again["do"] = ["propose"];
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{RulesScene.Draft}/clauses/new", again)).Status);
        Assert.Contains("Ehdotus uudeksi kohdaksi", (await editor.Get($"{RulesScene.Rules}/proposals/{again["command"][0]}")).Text, StringComparison.Ordinal);
    }
}
