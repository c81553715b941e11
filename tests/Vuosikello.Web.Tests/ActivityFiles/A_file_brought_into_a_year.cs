using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class A_file_brought_into_a_year(Site site) : IClassFixture<Site>
{
    private const string Headings = "tunniste;otsikko;alkupäivä;alkuaika;loppuaika;paikka;vastuutaho;tila\n";

    [Fact]
    public async Task Nothing_happens_before_it_is_confirmed_and_then_exactly_what_was_shown()
    {
        var importer = await Importer.SignIn(site);
        var before = await importer.End();

        var preview = await importer.Upload(Headings + "n1;Uusi ilta;3.3.2026;17;19;Sali;;vahvistettu\nn2;Uusi leiri;6.8.2026;;;;;\n");
        Assert.Equal(before, await importer.End());
        Assert.Contains("Uusi ilta", preview.Text, StringComparison.Ordinal);
        var result = await importer.Confirm(Importer.Choice(preview));

        Assert.Equal(["ActivityPlanned", "ActivityConfirmed", "ActivityPlanned"], await importer.Since(before));
        Assert.Contains("Lisätty <strong>2</strong>", result.Text, StringComparison.Ordinal);
        Assert.Contains("Uusi leiri", (await importer.Visitor.Get(Importer.Year)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_nor_do_a_double_click_and_a_reload()
    {
        const string file = Headings + "s1;Sama ilta;3.3.2026;17;19;Sali;;vahvistettu\ns2;Sama kysely;maalis–huhtikuu;;;;;\n";
        var importer = await Importer.SignIn(site);
        var choice = Importer.Choice(await importer.Upload(file));
        await Task.WhenAll(importer.Confirm(choice), importer.Confirm(choice));
        var after = await importer.End();

        Assert.Equal(HttpStatusCode.OK, (await importer.Confirm(choice)).Status);
        var again = await importer.Upload(file);

        Assert.Contains("Tiedosto ei muuta mitään", again.Text, StringComparison.Ordinal);
        Assert.Equal(after, await importer.End());
    }

    [Fact]
    public async Task A_change_in_the_file_is_shown_field_by_field_and_becomes_exactly_those_events()
    {
        var importer = await Importer.SignIn(site);
        await importer.Take(Headings + "c1;Muuttuva ilta;3.3.2026;17;19;Sali;;\nc2;Pysyvä ilta;4.3.2026;17;19;Sali;;\n");
        var before = await importer.End();

        var preview = await importer.Upload(Headings + "c1;Muuttuva ilta;10.3.2026;17;19;Kirjasto;;peruttu\nc2;Pysyvä ilta;4.3.2026;17;19;;;\n");
        Assert.Contains("ti 3.3.2026 klo 17–19", preview.Text, StringComparison.Ordinal);
        Assert.Contains("ti 10.3.2026 klo 17–19", preview.Text, StringComparison.Ordinal);
        await importer.Confirm(Importer.Choice(preview));

        Assert.Equal(["ActivityRescheduled", "ActivityRelocated", "ActivityCancelled"], await importer.Since(before));
    }

    [Fact]
    public async Task What_people_changed_since_stays_unless_the_file_changed_too_and_the_importer_chooses_it()
    {
        var importer = await Importer.SignIn(site);
        await importer.Take(Headings + "k1;Kiistelty ilta;3.3.2026;17;19;Sali;;\n");
        await Edit("Kiistelty ilta", form => form["venue.name"] = ["Heidän paikkansa"]);
        var before = await importer.End();

        // the file says what it said: theirs stands
        var same = await importer.Upload(Headings + "k1;Kiistelty ilta;3.3.2026;17;19;Sali;;\n");
        Assert.Contains("Tiedosto ei muuta mitään", same.Text, StringComparison.Ordinal);
        Assert.Contains("Täällä muutettu, tiedostossa entisellään: Paikka", same.Text, StringComparison.Ordinal);

        // both changed it: shown, and theirs stands
        var clash = await importer.Upload(Headings + "k1;Kiistelty ilta;3.3.2026;17;20;Kirjasto;;\n");
        Assert.Contains("Heidän paikkansa", clash.Text, StringComparison.Ordinal);
        Assert.Contains("Muokkaaja, seudun yhdistykset", clash.Text, StringComparison.Ordinal);
        await importer.Confirm(Importer.Choice(clash));
        Assert.Equal(["ActivityRescheduled"], await importer.Since(before));

        var again = await importer.Upload(Headings + "k1;Kiistelty ilta;3.3.2026;17;20;Kirjasto;;\n");
        var choice = Importer.Choice(again);
        choice["instead"] = [$"{Of("Kiistelty ilta").Id}:venue"];
        await importer.Confirm(choice);
        Assert.Equal(["ActivityRescheduled", "ActivityRelocated"], await importer.Since(before));
    }

    [Fact]
    public async Task What_somebody_changed_after_the_preview_is_not_overwritten_and_is_told()
    {
        var importer = await Importer.SignIn(site);
        await importer.Take(Headings + "m1;Myöhäinen ilta;3.3.2026;17;19;Sali;;\n");
        var choice = Importer.Choice(await importer.Upload(Headings + "m1;Myöhäinen ilta;3.3.2026;17;19;Kirjasto;;\n"));
        await Edit("Myöhäinen ilta", form => form["venue.name"] = ["Heidän paikkansa"]);
        var before = await importer.End();

        var result = await importer.Confirm(choice);

        Assert.Equal(before, await importer.End());
        Assert.Contains("Joku muutti tätä esikatselun jälkeen", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_not_ticked_is_not_taken_and_what_is_gone_from_the_file_is_named()
    {
        var importer = await Importer.SignIn(site);
        await importer.Take(Headings + "p1;Poisjäävä ilta;3.3.2026;17;19;;;\n");
        var before = await importer.End();

        var preview = await importer.Upload(Headings + "p2;Valittu;4.3.2026;;;;;\np3;Valitsematta;5.3.2026;;;;;\n");
        Assert.Contains("Poisjäävä ilta", preview.Text, StringComparison.Ordinal);
        var choice = Importer.Choice(preview);
        choice["row"] = choice["row"][..1];
        await importer.Confirm(choice);

        Assert.Equal(["ActivityPlanned"], await importer.Since(before));
        Assert.Equal(ActivityStatus.Proposed, Of("Poisjäävä ilta").State.Status);
    }

    [Fact]
    public async Task Nothing_chosen_shows_the_preview_again()
    {
        var importer = await Importer.SignIn(site);
        var choice = Importer.Choice(await importer.Upload(Headings + "e1;Ei mitään;3.3.2026;;;;;\n"));
        choice.Remove("row");

        var answer = await importer.Confirm(choice);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Et valinnut mitään", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Ei mitään", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_file_comes_in_step_by_step_and_pressing_the_button_goes_on()
    {
        string rows = string.Concat(Enumerable.Range(0, 230).Select(i => string.Create(CultureInfo.InvariantCulture, $"l{i};Pitkä {i};3.3.2026;;;;;\n")));
        var importer = await Importer.SignIn(site);
        var before = await importer.End();

        var answer = await importer.Take(Headings + rows);
        Assert.Contains("100 / 230 tuotu", answer.Text, StringComparison.Ordinal);
        answer = await importer.Confirm(Visitor.FormWith(answer.Html, "data-continue"));
        answer = await importer.Confirm(Visitor.FormWith(answer.Html, "data-continue"));

        Assert.Contains("Lisätty <strong>230</strong>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(230, (await importer.Since(before)).Count);
    }

    [Fact]
    public async Task What_was_withdrawn_here_does_not_come_back_by_itself()
    {
        var importer = await Importer.SignIn(site);
        const string file = Headings + "w1;Poistettu ilta;3.3.2026;;;;;\n";
        await importer.Take(file);
        string address = $"{Importer.Year}/activities/{Of("Poistettu ilta").Id}";
        await importer.Visitor.Post($"{address}/withdraw", await importer.Visitor.Form($"{address}/withdraw", "/withdraw"));
        Assert.Null(site.Services.GetRequiredService<IBoardViews>().Find(new CycleId(new("kuuma-seutu"), 2026))!.Activities.FirstOrDefault(a => a.Details.Title.Fi == "Poistettu ilta"));

        var preview = await importer.Upload(file);

        Assert.Contains("poistettua ei tuoda takaisin", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Tiedosto ei muuta mitään", preview.Text, StringComparison.Ordinal);
    }

    private ActivityView Of(string title) =>
        Assert.Single(site.Services.GetRequiredService<IBoardViews>().Find(new CycleId(new("kuuma-seutu"), 2026))!.Activities, a => a.Details.Title.Fi == title);

    private async Task Edit(string title, Action<Dictionary<string, string[]>> change)
    {
        var other = await site.Visit(Site.EditorOfAssociations);
        string address = $"{Importer.Year}/activities/{Of(title).Id}/edit";
        var form = await other.Form(address);
        change(form);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.Post(address, form)).Status);
    }
}
