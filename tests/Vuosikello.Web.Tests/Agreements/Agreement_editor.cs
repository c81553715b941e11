using System.Net;
using System.Text.RegularExpressions;

namespace Vuosikello.Web.Tests.Agreements;

/// <summary>Two people in one draft.</summary>
public sealed class Agreement_editor(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("mine", "Minun tekstini.")]
    [InlineData("theirs", "Heidän tekstinsä.")]
    public async Task Two_who_reword_one_clause_see_both_texts_and_the_later_chooses(string choice, string stays)
    {
        var scene = await new AgreementScene(site).Draft();
        var (mine, theirs) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.EditorOfTuusula));
        var (myForm, theirForm) = (await Clause(mine, scene), await Clause(theirs, scene));
        (myForm["text.fi"], theirForm["text.fi"]) = (["Minun tekstini."], ["Heidän tekstinsä."]);
        Assert.Equal(HttpStatusCode.SeeOther, (await theirs.Post($"{scene.Address}/edit", theirForm)).Status);

        var clash = await mine.Post($"{scene.Address}/edit", myForm);

        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("Muokkaaja, Tuusulan kunta", clash.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"clash-value\">Heidän tekstinsä.</span>", clash.Text, StringComparison.Ordinal);
        var again = Visitor.FormWith(clash.Html, "name=\"clash.text\"");
        Assert.Equal("Minun tekstini.", again["text.fi"][0]);
        again["clash.text"] = [choice];
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.Post($"{scene.Address}/edit", again)).Status);
        Assert.Contains($">{stays}</p>", (await mine.Get(scene.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_and_text_of_one_clause_by_two_people_merge()
    {
        var scene = await new AgreementScene(site).Draft();
        var (mine, theirs) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.EditorOfTuusula));
        var (myForm, theirForm) = (await Clause(mine, scene), await Clause(theirs, scene));
        (myForm["title.fi"], theirForm["text.fi"]) = (["Kulut"], ["Heidän tekstinsä."]);

        Assert.Equal(HttpStatusCode.SeeOther, (await theirs.Post($"{scene.Address}/edit", theirForm)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.Post($"{scene.Address}/edit", myForm)).Status);

        string page = (await mine.Get(scene.Address)).Text;
        Assert.Contains("<span>Kulut</span>", page, StringComparison.Ordinal);
        Assert.Contains(">Heidän tekstinsä.</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_into_a_clause_that_was_removed_meanwhile_comes_back_as_a_new_one()
    {
        var scene = await new AgreementScene(site).Draft();
        var (mine, theirs) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.EditorOfTuusula));
        var form = await Clause(mine, scene);
        form["text.fi"] = ["Minun tekstini."];
        var removal = Visitor.FormWith((await theirs.Get($"{scene.Address}/edit")).Html, "value=\"clause-remove\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await theirs.Post($"{scene.Address}/edit", removal)).Status);

        var lost = await mine.Post($"{scene.Address}/edit", form);

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Muokkaaja, Tuusulan kunta poisti pykälän", lost.Text.Replace(" (Tuusulan kunta)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.Post($"{scene.Address}/edit", Visitor.FormWith(lost.Html, "data-form=\"lost\""))).Status);
        Assert.Contains(">Minun tekstini.</p>", (await mine.Get(scene.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clauses_are_moved_and_removed()
    {
        var scene = await new AgreementScene(site).Draft();
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        await scene.AddClause(coordinator, "Toinen", "Kakkonen.");
        await scene.AddClause(coordinator, "Kolmas", "Kolmonen.");

        await Do(coordinator, scene, "clause-up", "Kolmas");
        await Do(coordinator, scene, "clause-down", "Kustannukset");
        Assert.Equal(["Kolmas", "Kustannukset", "Toinen"], await Titles(coordinator, scene));
        await Do(coordinator, scene, "clause-remove", "Kustannukset");

        Assert.Equal(["Kolmas", "Toinen"], await Titles(coordinator, scene));
    }

    [Fact]
    public async Task Editors_of_different_commitments_never_meet_and_of_the_same_one_they_choose()
    {
        var scene = await new AgreementScene(site).Draft();
        var (mine, theirs) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.EditorOfTuusula));
        foreach (string what in (string[])["Kokoaa tarpeet", "Julkaisee ajat"]) await Commit(mine, scene, what);
        string before = (await mine.Get($"{scene.Address}/edit")).Html;
        var (first, second) = (Commitment(before, "Kokoaa tarpeet"), Commitment(before, "Julkaisee ajat"));
        var same = Commitment(before, "Kokoaa tarpeet");
        first["what.fi"] = ["Kerää yhdistysten tarpeet"];
        second["what.fi"] = ["Julkaisee vapaat ajat"];
        same["what.fi"] = ["Kerää kaikkien tarpeet"];

        Assert.Equal(HttpStatusCode.SeeOther, (await theirs.Post($"{scene.Address}/edit", Signed(first, await theirs.Get($"{scene.Address}/edit")))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.Post($"{scene.Address}/edit", second)).Status);
        var clash = await mine.Post($"{scene.Address}/edit", same);

        Assert.Equal(HttpStatusCode.Conflict, clash.Status);
        Assert.Contains("Kerää yhdistysten tarpeet", clash.Text, StringComparison.Ordinal);
        var again = Visitor.FormWith(clash.Html, "name=\"clash\"");
        again["clash"] = ["mine"];
        Assert.Equal(HttpStatusCode.SeeOther, (await mine.Post($"{scene.Address}/edit", again)).Status);
        string page = (await mine.Get(scene.Address)).Text;
        Assert.Contains("Kerää kaikkien tarpeet", page, StringComparison.Ordinal);
        Assert.Contains("Julkaisee vapaat ajat", page, StringComparison.Ordinal);
        Assert.Contains("joka vuosi 29.2.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_refusal_sends_back_is_as_it_was_typed_and_never_markup()
    {
        var scene = await new AgreementScene(site).Draft();
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = Visitor.FormWith((await coordinator.Get($"{scene.Address}/edit")).Html, "data-form=\"clause-new\"");
        form["title.fi"] = ["<script>alert(1)</script> \"Äyskäri\" 🎉"];

        var refused = await coordinator.Post($"{scene.Address}/edit", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain("<script>alert", refused.Html, StringComparison.Ordinal);
        Assert.Equal(form["title.fi"], Visitor.FormWith(refused.Html, "data-form=\"clause-new\"")["title.fi"]);
    }

    [Fact]
    public async Task The_term_the_notice_and_the_attachments_are_set_by_forms_of_their_own()
    {
        var scene = await new AgreementScene(site).Draft();
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var term = await Small(coordinator, scene, "term");
        (term["until"], term["renewed"]) = (["2028-02-29"], ["24"]);
        var notice = await Small(coordinator, scene, "notice");
        (notice["notice"], notice["noticeUnit"]) = (["1"], ["Months"]);
        var attachment = await Small(coordinator, scene, "attachment-new");
        (attachment["title.fi"], attachment["link"], attachment["sha256"]) = (["Luettelo"], ["https://example.org/luettelo.pdf"], ["ei tiiviste"]);

        foreach (var form in (Dictionary<string, string[]>[])[term, notice]) Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{scene.Address}/edit", form)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post($"{scene.Address}/edit", attachment)).Status);
        attachment["sha256"] = [new string('a', 64)];
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{scene.Address}/edit", attachment)).Status);

        string page = (await coordinator.Get(scene.Address)).Text;
        Assert.Contains("1.1.2026 – 29.2.2028; jatkuu itsestään (24 kuukautta kerrallaan)", page, StringComparison.Ordinal);
        Assert.Contains("<dd>1 kuukausi</dd>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/luettelo.pdf\"", page, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string[]>> Small(Visitor person, AgreementScene scene, string form) =>
        Visitor.FormWith((await person.Get($"{scene.Address}/edit")).Html, $"data-form=\"{form}\"");

    private static async Task<Dictionary<string, string[]>> Clause(Visitor person, AgreementScene scene) =>
        Visitor.FormWith((await person.Get($"{scene.Address}/edit")).Html, "value=\"clause-edit\"");

    private static async Task Do(Visitor person, AgreementScene scene, string action, string title)
    {
        string html = (await person.Get($"{scene.Address}/edit")).Html;
        string clause = html[html.LastIndexOf("<li class=\"clause clause-editor\"", html.IndexOf($"<span>{title}</span>", StringComparison.Ordinal), StringComparison.Ordinal)..];
        Assert.Equal(HttpStatusCode.SeeOther, (await person.Post($"{scene.Address}/edit", Visitor.FormWith(clause, $"value=\"{action}\""))).Status);
    }

    private static async Task<string[]> Titles(Visitor person, AgreementScene scene) =>
        [.. Regex.Matches((await person.Get(scene.Address)).Text, "§</span> <span>(?<title>.*?)</span>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["title"].Value)];

    private static async Task Commit(Visitor person, AgreementScene scene, string what)
    {
        var form = await Small(person, scene, "commitment-new");
        (form["by"], form["what.fi"], form["due"], form["day"], form["month"]) = (["kerava"], [what], ["yearly"], ["29"], ["2"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await person.Post($"{scene.Address}/edit", form)).Status);
    }

    private static Dictionary<string, string[]> Commitment(string html, string what) => Visitor.FormWith(html, $">{what}</textarea>");

    // A form that one person was shown, sent by another: everything but the token of their session.
    private static Dictionary<string, string[]> Signed(Dictionary<string, string[]> form, Answer own)
    {
        form["__RequestVerificationToken"] = Visitor.FormWith(own.Html, "data-form=\"clause-new\"")["__RequestVerificationToken"];
        return form;
    }
}
