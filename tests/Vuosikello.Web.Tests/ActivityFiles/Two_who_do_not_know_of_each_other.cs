using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class Two_who_do_not_know_of_each_other(Site site) : IClassFixture<Site>
{
    private const string Headings = "tunniste;otsikko;alkupäivä;paikka\n";

    [Fact]
    public async Task Each_organisations_numbers_are_its_own()
    {
        var tuusula = await Importer.SignIn(site, Site.EditorOfTuusula);
        await tuusula.Take(Headings + "2;Avustushaku;3.3.2026;\n");
        var associations = await Importer.SignIn(site, Site.EditorOfAssociations);
        var before = await associations.End();

        await associations.Take(Headings + "2;Kivipolun konsertti;4.4.2026;\n");

        Assert.Equal(["ActivityPlanned"], await associations.Since(before));
        Assert.NotEqual(Of("Avustushaku").Id, Of("Kivipolun konsertti").Id);
    }

    [Fact]
    public async Task A_number_that_is_used_again_for_something_else_is_not_ticked_but_asked_about()
    {
        var importer = await Importer.SignIn(site);
        await importer.Take(Headings + "7;Kevään avajaiset;3.3.2026;\n");

        var preview = await importer.Upload(Headings + "7;Syksyn kilpailu;9.9.2026;\n");

        Assert.Contains("Onko tämä toinen toiminto?", preview.Text, StringComparison.Ordinal);
        Assert.False(Importer.Choice(preview).ContainsKey("row"));
    }

    [Fact]
    public async Task What_is_there_by_its_title_and_day_is_not_planned_again_unasked()
    {
        var tuusula = await Importer.SignIn(site, Site.EditorOfTuusula);
        await tuusula.Take(Headings + ";Yhteinen kevätjuhla;5.5.2026;\n");
        var associations = await Importer.SignIn(site, Site.EditorOfAssociations);

        var preview = await associations.Upload(Headings + "44;Yhteinen Kevätjuhla;5.5.2026;\n45;Oma juhla;5.5.2026;\n");

        Assert.Contains("Samanniminen toiminto on jo samana päivänä", preview.Text, StringComparison.Ordinal);
        Assert.Single(Importer.Choice(preview)["row"]);
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_sample_gives_no_numbers_and_has_a_column_for_all_that_a_table_can_say(string language)
    {
        var importer = await Importer.SignIn(site, language: language);

        string[] lines = (await importer.Visitor.Get($"{Importer.Import}/sample.csv?lang={language}")).Html.TrimEnd().Split("\r\n");

        Assert.Equal(Enum.GetValues<Web.ActivityFiles.Reading.CsvColumn>().Length, lines[0].Split(';').Length);
        Assert.All(lines[1..], line => Assert.StartsWith(";", line, StringComparison.Ordinal));
    }

    private ActivityView Of(string title) =>
        Assert.Single(site.Services.GetRequiredService<IBoardViews>().Find(new CycleId(new("kuuma-seutu"), 2026))!.Activities, a => a.Details.Title.Fi == title);
}
