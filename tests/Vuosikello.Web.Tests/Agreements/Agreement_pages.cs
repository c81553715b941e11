using System.Net;
using Vuosikello.Web.Tests.Printing;

namespace Vuosikello.Web.Tests.Agreements;

/// <summary>The list of agreements and an agreement's page.</summary>
public sealed class Agreement_pages(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_public_sees_what_is_in_force_without_who_signed_and_nothing_of_drafts()
    {
        var draft = await new AgreementScene(site).Draft();
        var inForce = await new AgreementScene(site).SignedByAll();
        var visitor = await site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(draft.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{draft.Address}/agreement.pdf")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get($"{inForce.Address}/text?version=1")).Status);
        string list = (await visitor.Get(AgreementScene.All)).Html;
        string page = (await visitor.Get(inForce.Address)).Text;

        Assert.Contains($"href=\"{inForce.Address}\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Address, list, StringComparison.Ordinal);
        Assert.Contains("Tilat ovat maksuttomia.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Allekirjoittaja, Keravan kaupunki", page, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.Get($"{inForce.Address}/edit")).Status);
    }

    [Fact]
    public async Task The_form_for_a_new_agreement_sent_twice_makes_one_and_two_of_one_name_are_two()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{AgreementScene.All}/new");
        (form["title.fi"], form["parties"], form["from"], form["notice"]) = (["Kahdesti lähetetty"], ["tuusula", "kerava"], ["2027-01-01"], ["3"]);
        var other = await coordinator.Form($"{AgreementScene.All}/new");
        (other["title.fi"], other["parties"], other["from"], other["notice"]) = (form["title.fi"], form["parties"], form["from"], form["notice"]);

        var (first, second, third) = (await coordinator.Post($"{AgreementScene.All}/new", form), await coordinator.Post($"{AgreementScene.All}/new", form), await coordinator.Post($"{AgreementScene.All}/new", other));

        Assert.Equal("/kuuma-seutu/agreements/kahdesti-lahetetty/edit", first.Location?.ToString());
        Assert.Equal(first.Location, second.Location);
        Assert.Equal("/kuuma-seutu/agreements/kahdesti-lahetetty-2/edit", third.Location?.ToString());
    }

    [Fact]
    public async Task What_is_missing_from_a_new_agreement_is_said_by_its_field()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{AgreementScene.All}/new");
        (form["title.fi"], form["parties"]) = (["Yksin sovittu"], ["tuusula"]);

        var withoutDay = await coordinator.Post($"{AgreementScene.All}/new", form);
        form["from"] = ["1.1.2027"];
        var alone = await coordinator.Post($"{AgreementScene.All}/new", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutDay.Status);
        Assert.Contains("href=\"#field-term\"", withoutDay.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.Status);
        Assert.Contains("href=\"#field-parties\"", alone.Html, StringComparison.Ordinal);
        Assert.Equal("Yksin sovittu", Visitor.FormOf(alone.Html)["title.fi"][0]);
    }

    [Fact]
    public async Task An_agreement_under_a_framework_stands_under_it_in_the_list()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        await Framework("Puitteet", "puitteet", "Puitteiden alla");

        string list = (await coordinator.Get(AgreementScene.All)).Text;

        string under = list[list.IndexOf("aria-label=\"Sopimukset, jotka kuuluvat puitesopimukseen Puitteet\"", StringComparison.Ordinal)..];
        Assert.Contains("/agreements/puitteiden-alla\"", under[..under.IndexOf("</ul>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_an_agreement_names_the_framework_that_it_is_under()
    {
        var coordinator = await ApiVisitor.SignIn(site);
        await Framework("Paperin puitteet", "paperin-puitteet", "Paperilla puitteiden alla");

        string paper = await ReadPdf.Running(await coordinator.Bytes($"{AgreementScene.All}/paperilla-puitteiden-alla/agreement.pdf?lang=fi"));

        Assert.Contains("Kuuluu puitesopimukseen Paperin puitteet", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_of_a_new_agreement_is_told_all_that_it_lacks_at_once_and_which_date()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);

        var refused = await coordinator.Post($"{AgreementScene.All}/new", await coordinator.Form($"{AgreementScene.All}/new"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("href=\"#field-title\">Nimi puuttuu: kirjoita se ainakin yhdellä kielellä.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-parties\">Sopimuksella on oltava vähintään kaksi osapuolta.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-term\">Ensimmäinen voimassaolopäivä puuttuu.", refused.Text, StringComparison.Ordinal);
    }

    private async Task Framework(string title, string slug, string under)
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form($"{AgreementScene.All}/new");
        (form["title.fi"], form["kind"], form["parties"], form["from"]) = ([title], ["Framework"], ["tuusula", "kerava"], ["2027-01-01"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{AgreementScene.All}/new", form)).Status);
        form = await coordinator.Form($"{AgreementScene.All}/new");
        (form["title.fi"], form["under"], form["parties"], form["from"]) = ([under], [slug], ["tuusula", "kerava"], ["2027-01-01"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{AgreementScene.All}/new", form)).Status);
    }

    [Fact]
    public async Task While_an_amendment_is_made_the_old_version_stays_in_force_beside_it()
    {
        var scene = await new AgreementScene(site).SignedByAll();
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.Press("amend")).Status);
        await scene.AddClause(coordinator, "Lisätty", "Muutoksessa lisätty pykälä.");

        string members = (await coordinator.Get(scene.Address)).Text;
        string publicly = (await (await site.Visit()).Get(scene.Address)).Text;
        await scene.Offer();
        await scene.Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) await scene.Sign(signatory);
        string after = (await coordinator.Get(scene.Address)).Text;

        Assert.Contains("Voimassa oleva sopimus, versio 1", members, StringComparison.Ordinal);
        Assert.Contains("Muutoksessa lisätty pykälä.", members, StringComparison.Ordinal);
        Assert.DoesNotContain("Muutoksessa lisätty pykälä.", publicly, StringComparison.Ordinal);
        Assert.Contains("Voimassa oleva sopimus, versio 2", after, StringComparison.Ordinal);
        Assert.Contains("Muutoksessa lisätty pykälä.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Muutoksessa lisätty pykälä.", (await coordinator.Get($"{scene.Address}?version=1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_says_beforehand_when_the_agreement_ends_and_needs_a_reason()
    {
        var scene = await new AgreementScene(site).SignedByAll();
        var kerava = await site.Visit(Site.SignatoryOfKerava);
        var page = await kerava.Get($"{scene.Address}/notice");
        var form = Visitor.FormWith(page.Html, "name=\"reason.fi\"");

        var without = await kerava.Post($"{scene.Address}/notice", form);
        form["reason.fi"] = ["Tila myydään."];
        var given = await kerava.Post($"{scene.Address}/notice", form);

        Assert.Contains("sopimus päättyy 22.2.2027", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.SeeOther, given.Status);
        Assert.Contains("Keravan kaupunki irtisanoi sopimuksen 22.11.2026. Se päättyy 22.2.2027.", (await kerava.Get(scene.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.Visit(Site.CoordinatorOfKuuma)).Get($"{scene.Address}/notice")).Status);
    }

    [Fact]
    public async Task A_text_that_changed_after_the_coordinator_read_it_is_not_laid_before_the_parties()
    {
        var scene = await new AgreementScene(site).Draft();
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = Visitor.FormWith((await coordinator.Get(scene.Address)).Html, $"action=\"{scene.Address}/offer\"");
        await scene.AddClause(await site.Visit(Site.EditorOfTuusula), "Lisätty", "Lisätty koordinaattorin lukiessa.");

        var refused = await coordinator.Post($"{scene.Address}/offer", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Lisätty koordinaattorin lukiessa.", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Voimassa oleva sopimus, versio 1")]
    [InlineData("sv", "Gällande avtal, version 1")]
    [InlineData("en", "Agreement in force, version 1")]
    public async Task The_page_speaks_the_readers_language(string language, string words)
    {
        var scene = await new AgreementScene(site).SignedByAll();

        Assert.Contains(words, (await (await site.Visit(Site.SteeringGroup, language)).Get(scene.Address)).Text, StringComparison.Ordinal);
    }
}
