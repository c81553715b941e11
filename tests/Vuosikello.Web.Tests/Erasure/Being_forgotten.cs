using System.Net;
using System.Text.Json;

namespace Vuosikello.Web.Tests.Erasure;

public sealed class Being_forgotten : IAsyncDisposable
{
    private const string Editor = "0c5a3f10-7a51-4d0b-8a61-000000000020", Signatory = "0c5a3f10-7a51-4d0b-8a61-000000000019";
    private const string Own = "/account/erase", OfSomebody = "/administration/erase";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task One_is_told_what_goes_and_what_stays_and_nothing_happens_without_being_sure()
    {
        var signatory = await _site.Visit(Signatory, "en");

        var page = await signatory.Get(Own);
        Assert.Contains("These roles end:", page.Text, StringComparison.Ordinal);
        Assert.Contains("Article 17(3)", page.Text, StringComparison.Ordinal);
        Assert.Contains("These signatures stay valid.", page.Text, StringComparison.Ordinal);
        var refused = await signatory.Post(Own, Visitor.FormWith(page.Html, $"action=\"{Own}\"").Where(field => field.Key != "sure").ToDictionary());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Tick the box to confirm.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await signatory.Get("/account")).Status);
    }

    [Fact]
    public async Task The_history_then_says_that_somebody_of_the_organisation_did_it_and_the_proof_still_holds()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma, "en");
        const string name = "Editor, Apple Tree";
        Assert.Contains(name, (await coordinator.Get($"/kuuma-seutu/history?member={Editor}")).Text, StringComparison.OrdinalIgnoreCase);
        var editor = await _site.Visit(Editor, "en");

        var gone = await Erase(editor, Own);

        Assert.Equal((HttpStatusCode.SeeOther, "/erased"), (gone.Status, gone.Location?.ToString()));
        Assert.Contains("Your data has been erased", (await editor.Get("/erased")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Get("/account")).Status);
        foreach (var (language, said) in new[] { ("fi", "Poistettu henkilö, Omenapuun naapuriyhdistys"), ("sv", "Borttagen person, Grannföreningen Äppelträdet"), ("en", "Removed person, of Apple Tree") })
        {
            var history = (await (await _site.Visit(Site.CoordinatorOfKuuma, language)).Get($"/kuuma-seutu/history?member={Editor}")).Text;
            Assert.Contains(said, history, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(name, (await coordinator.Get("/kuuma-seutu/members")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Person erased", (await (await _site.Visit(Site.Administrator, "en")).Get("/administration/audit?kind=person-erased")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_erases_somebody_who_asked_for_it_by_mail()
    {
        var administrator = await _site.Visit(Site.Administrator, "en");
        Assert.Contains("Nobody was found.", (await administrator.Get($"{OfSomebody}?email=nobody@esimerkki.example")).Text, StringComparison.Ordinal);
        var found = await administrator.Get($"{OfSomebody}?email=JASEN-11@vuosikello.example");

        var form = Visitor.FormWith(found.Html, $"action=\"{OfSomebody}\"");
        form["sure"] = ["yes"];
        Assert.Equal([Site.SignatoryOfKerava], form["member"]);
        var answer = await administrator.Post(OfSomebody, form);

        Assert.Equal("/administration", answer.Location?.ToString());
        Assert.Contains("Nobody was found.", (await administrator.Get($"{OfSomebody}?email=jasen-11@vuosikello.example")).Text, StringComparison.Ordinal);
        Assert.Contains(Site.SignatoryOfKerava, (await administrator.Get("/administration/audit?kind=person-erased")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_is_told_to_appoint_another_first()
    {
        var administrator = await _site.Visit(Site.Administrator);

        var page = await administrator.Get(Own);

        Assert.Contains("Nimitä ensin toinen ylläpitäjä.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{Own}\"", page.Html, StringComparison.Ordinal);
        var (status, _) = await (await ApiVisitor.SignIn(_site, Site.Administrator)).Ask("DELETE", "/api/account");
        Assert.Equal(422, status);
    }

    [Fact]
    public async Task The_only_coordinator_is_told_who_will_be_missing_and_may_go_all_the_same()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma, "en");
        Assert.Contains("will have no coordinator", (await coordinator.Get(Own)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Erase(coordinator, Own)).Status);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_erases_somebody_else()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Get(OfSomebody)).Status);
        var form = await coordinator.Form(Own, $"action=\"{Own}\"");
        form["member"] = [Site.EditorOfTuusula];
        form["sure"] = ["yes"];
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Post(OfSomebody, form)).Status);
        Assert.Equal(403, (await (await ApiVisitor.SignIn(_site)).Ask("DELETE", $"/api/persons/{Site.EditorOfTuusula}")).Status);
    }

    [Fact]
    public async Task Everything_that_is_held_is_read_and_taken_along()
    {
        var editor = await _site.Visit(Editor, "en");
        Assert.Contains("jasen-20@vuosikello.example", (await editor.Get("/account/data")).Text, StringComparison.Ordinal);

        var held = JsonDocument.Parse((await editor.Get("/account/data.json")).Html).RootElement;

        Assert.Equal("jasen-20@vuosikello.example", held.GetProperty("accounts").GetProperty("person")[0].GetProperty("email").GetString());
        Assert.Contains(held.GetProperty("roles").EnumerateArray(), role => role.GetProperty("partner").GetString() == "omenapuu");
        Assert.Contains(held.GetProperty("events").EnumerateArray(), e => e.GetProperty("isYours").GetBoolean() && e.GetProperty("for").GetString() == "omenapuu");
        Assert.Contains(held.GetProperty("events").EnumerateArray(), e => !e.GetProperty("isYours").GetBoolean() && e.GetProperty("type").GetString() == "role-granted.v1");
        Assert.DoesNotContain("jasen-01", held.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await (await _site.Visit()).Get("/account/data.json")).Status);
        Assert.Equal(401, (await (await ApiVisitor.SignIn(_site, null)).Ask("GET", "/api/account/data")).Status);
    }

    [Fact]
    public async Task On_the_page_what_is_held_is_said_in_words_and_not_in_those_of_the_program()
    {
        var editor = await _site.Visit(Editor, "en");
        await editor.Get("/account/data");

        string page = (await editor.Get("/account/data")).Text;

        foreach (string said in new[] { "Own data looked at or downloaded", "looked at on the page", "Role given", "Apple Tree" }) Assert.Contains(said, page, StringComparison.OrdinalIgnoreCase);
        foreach (string word in new[] { ">own-data<", "role-granted", "omenapuu" }) Assert.DoesNotContain(word, page, StringComparison.Ordinal);
    }

    private static async Task<Answer> Erase(Visitor visitor, string address)
    {
        var form = await visitor.Form(address, $"action=\"{address}\"");
        form["sure"] = ["yes"];
        return await visitor.Post(address, form);
    }
}
