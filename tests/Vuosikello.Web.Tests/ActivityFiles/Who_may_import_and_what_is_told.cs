using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class Who_may_import_and_what_is_told(Site site) : IClassFixture<Site>
{
    private const string Headings = "tunniste;otsikko;alkupäivä;alkuaika;loppuaika;paikka;vastuutaho;tila\n";

    [Fact]
    public async Task An_editor_plans_for_the_own_organisation_and_changes_no_status_of_others()
    {
        var coordinator = await Importer.SignIn(site);
        await coordinator.Take(Headings + "o1;Keravan ilta;3.3.2026;17;19;;Kerava;\n");
        var editor = await Importer.SignIn(site, Site.EditorOfTuusula);
        var before = await editor.End();

        var preview = await editor.Upload(Reading.Calendar(
            Reading.Event($"{Of("Keravan ilta").Id}@vuosikello", ";TZID=Europe/Helsinki:20260303T170000", "DURATION:PT2H", "SUMMARY:Keravan ilta", "LOCATION:Sali", "STATUS:CONFIRMED"),
            Reading.Event("o2@x", ";TZID=Europe/Helsinki:20260304T170000", "DURATION:PT2H", "SUMMARY:Tuusulan ilta", "STATUS:CONFIRMED")), "vuosi.ics");
        Assert.Contains("Tilaa ei oteta tiedostosta", preview.Text, StringComparison.Ordinal);
        await editor.Confirm(Importer.Choice(preview));

        Assert.Equal(["ActivityConfirmed", "ActivityPlanned", "ActivityRelocated"], (await editor.Since(before)).Order(StringComparer.Ordinal));
        Assert.Equal(new PartnerId("tuusula"), Of("Tuusulan ilta").Details.Responsible?.Partner);
    }

    [Theory]
    [InlineData(Site.SteeringGroup, HttpStatusCode.Forbidden)]
    [InlineData(Site.SignatoryOfKerava, HttpStatusCode.Forbidden)]
    public async Task Who_may_not_plan_does_not_import(string member, HttpStatusCode expected)
    {
        var importer = await Importer.SignIn(site, member);

        Assert.Equal(expected, (await importer.Visitor.Get(Importer.Import)).Status);
        Assert.Equal(expected, (await importer.Confirm([])).Status);
        Assert.DoesNotContain("/import\"", (await importer.Visitor.Get(Importer.Year)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_brings_nothing_in()
    {
        var importer = await Importer.SignIn(site);
        var choice = Importer.Choice(await importer.Upload(Headings + "f1;Väärennös;3.3.2026;;;;;\n"));
        choice.Remove("__RequestVerificationToken");
        var before = await importer.End();

        Assert.Equal(HttpStatusCode.BadRequest, (await importer.Confirm(choice)).Status);
        Assert.Equal(before, await importer.End());
    }

    [Fact]
    public async Task What_the_domain_refuses_and_what_cannot_be_read_is_told_with_its_line()
    {
        var importer = await Importer.SignIn(site);

        var preview = await importer.Upload(Headings + "r1;Lopussa alku;3.3.2026;19;17;;;\nr2;Väärä päivä;31.2.2026;;;;;\nr3;<b>Hyvä</b>;3.3.2026;;;;;\n");

        Assert.Matches(@"Rivi 2[^R]*Lopussa alku", preview.Text);
        Assert.Contains("Rivi 3, sarake alkupäivä", preview.Text, StringComparison.Ordinal);
        Assert.Single(Importer.Choice(preview)["row"]);
        Assert.DoesNotContain("<b>Hyvä", preview.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_the_form_leads_back_to_the_page_of_a_partnership_and_nowhere_else()
    {
        var importer = await Importer.SignIn(site);

        Assert.Equal(Importer.Import, (await importer.Visitor.Get($"{Importer.Import}/confirm")).Location?.ToString());
        var elsewhere = await importer.Visitor.Get("/%5Cevil.example/2026/import/confirm");
        Assert.Equal((HttpStatusCode.NotFound, null), (elsewhere.Status, elsewhere.Location));
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_are_counted_once_and_told_in_the_order_of_the_file()
    {
        var importer = await Importer.SignIn(site);

        var preview = await importer.Upload(Headings + "j1;Lopussa alku;3.3.2026;19;17;;;\nj2;Väärä kaikki;3.3.2026;;;;Olematon;tehty\n");

        Assert.Contains("Ei voi tuoda <strong>2</strong>", preview.Html, StringComparison.Ordinal);
        Assert.True(preview.Text.IndexOf("Lopussa alku: </strong>", StringComparison.Ordinal) is var first and > 0 && first < preview.Text.IndexOf("Väärä kaikki: </strong>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_calendar_the_event_and_its_day_come_before_what_is_said_and_the_line_behind_it()
    {
        var importer = await Importer.SignIn(site);

        var preview = await importer.Upload(Reading.Calendar(Reading.Event("q@x", ":20260303T150000Z", "SUMMARY:Hiljainen ilta", "DTEND:20260303T150000Z")), "vuosi.ics");

        Assert.Matches(@"Hiljainen ilta, [^<]*3\.3\.2026: </strong>[^(]*\(rivi 4\)", preview.Text);
    }

    [Theory]
    [InlineData("fi", "Excel-työkirja")]
    [InlineData("sv", "Excel-arbetsbok")]
    [InlineData("en", "Excel workbook")]
    public async Task A_workbook_is_answered_with_what_to_do_in_ones_own_language(string language, string expected)
    {
        var importer = await Importer.SignIn(site, language: language);

        var answer = await importer.Upload([.. "PK\u0003\u0004"u8, .. new byte[26], .. "xl/workbook.xml"u8], "kevat.csv");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_answered_and_not_cut_off()
    {
        var importer = await Importer.SignIn(site);

        var answer = await importer.Upload(new byte[Web.ActivityFiles.Reading.FileLimits.Octets + 1]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("liian suuri", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_sample_of_each_language_can_be_imported_as_it_is(string language)
    {
        var importer = await Importer.SignIn(site, language: language);
        string sample = (await importer.Visitor.Get($"{Importer.Import}/sample.csv?lang={language}")).Html;

        var preview = await importer.Upload(sample);

        Assert.Equal(3, Importer.Choice(preview)["row"].Length);
        Assert.Contains("<strong>0</strong>", preview.Html[preview.Html.LastIndexOf("file-counts", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("file-where", preview.Html, StringComparison.Ordinal);
    }

    private ActivityView Of(string title) =>
        Assert.Single(site.Services.GetRequiredService<IBoardViews>().Find(new CycleId(new("kuuma-seutu"), 2026))!.Activities, a => a.Details.Title.Fi == title);
}
