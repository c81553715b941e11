using System.Text;
using Vuosikello.Domain;
using static Vuosikello.Web.Tests.ActivityFiles.Reading;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class The_language_of_a_table(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("otsikko;päivä;status", "fi")]
    [InlineData("Rubrik;Datum;Status", "sv")]
    [InlineData("Title;Date;Status", "en")]
    // as many of one as of another
    [InlineData("otsikko;datum", "sv")]
    public async Task Is_that_of_its_headings_where_nobody_says_another(string headings, string expected)
    {
        var scope = Scope with { Language = "sv", LanguageIsChosen = false };

        var reading = await Web.ActivityFiles.Reading.ActivityFileReader.Read(Encoding.UTF8.GetBytes($"{headings}\nIlta;3.3.2026\n"), scope);

        Assert.Equal(expected, reading.Language);
        Assert.Equal(expected switch { "sv" => new LocalText(sv: "Ilta"), "en" => new LocalText(en: "Ilta"), _ => new LocalText("Ilta") }, Assert.Single(reading.Rows).Said.Title);
    }

    [Theory]
    [InlineData("otsikko;päivä;otsikko sv\nIlta;3.3.2026;Kväll\n")]
    [InlineData("otsikko sv;päivä;otsikko\nKväll;3.3.2026;Ilta\n")]
    public async Task Of_a_column_that_says_it_goes_before_that_of_the_others(string table) =>
        Assert.Equal(new LocalText(sv: "Kväll"), Assert.Single((await Read(table, "sv")).Rows).Said.Title);

    [Fact]
    public async Task A_Finnish_table_is_unchanged_whoever_imports_it_and_a_text_in_another_language_is_shown_with_its_language()
    {
        const string file = "otsikko;päivä;otsikko sv\nKielten ilta;6.6.2026;\n";
        var finnish = await Importer.SignIn(site);
        await finnish.Take(file);
        var swedish = await Importer.SignIn(site, language: "sv");

        var preview = await swedish.Upload(Encoding.UTF8.GetBytes(file), language: "");
        Assert.Contains("Filen ändrar ingenting", preview.Text, StringComparison.Ordinal);

        var translated = await swedish.Upload(Encoding.UTF8.GetBytes(file.Replace("2026;", "2026;Språkens kväll", StringComparison.Ordinal)), language: "");
        Assert.Contains("svenska: Språkens kväll", translated.Text, StringComparison.Ordinal);
    }
}
