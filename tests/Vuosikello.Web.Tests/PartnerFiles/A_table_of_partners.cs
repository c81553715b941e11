using System.Net;
using System.Text;
using Vuosikello.Web.Tests.ActivityFiles;

namespace Vuosikello.Web.Tests.PartnerFiles;

/// <summary>A table brought into the register, and the register taken out as one.</summary>
public sealed class A_table_of_partners(Site site) : IClassFixture<Site>
{
    private const string Import = "/kuuma-seutu/partners/import";
    private const string Export = "/kuuma-seutu/partners/export.csv";

    [Fact]
    public async Task Nothing_happens_before_it_is_confirmed_and_the_same_again_changes_nothing()
    {
        const string file = "nimi;rekisterinumero;kotipaikka;tehtävä;yhteyshenkilö;sähköposti\r\nSalmen soutajat;1.001;Nurmijärvi;rehtori;Esimerkki Soutaja;soutaja@example.org\r\nSalmen kuoro;1.002;;;;\r\n";
        var importer = await Importer.SignIn(site);
        var before = await importer.End();

        var preview = await Upload(importer, file);
        Assert.Equal(before, await importer.End());
        Assert.Contains("Uusia kumppaneita: 2", preview.Text, StringComparison.Ordinal);
        var done = await Confirm(importer, preview);

        Assert.Contains("Tuotiin 2 riviä.", done.Text, StringComparison.Ordinal);
        Assert.Equal(["PartnerJoined", "PartnerJoined"], await importer.Since(before));
        string card = (await importer.Visitor.Get("/kuuma-seutu/partners/salmen-soutajat")).Text;
        Assert.Contains("Esimerkki Soutaja", card, StringComparison.Ordinal);
        Assert.Contains("1.001", card, StringComparison.Ordinal);
        var again = await Upload(importer, file);
        Assert.Contains("Ennallaan: 2", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("import/confirm", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_is_shown_field_by_field_and_an_empty_cell_changes_nothing()
    {
        var importer = await Importer.SignIn(site);
        await Take(importer, "nimi;rekisterinumero;verkkosivu;alueet\r\nKosken viitta;2001;example.org/viitta;Nurmijärvi\r\n");

        var preview = await Upload(importer, "nimi;rekisterinumero;verkkosivu;alueet\r\nKosken viitta ry;2001;;\r\n");

        Assert.Contains("Muuttuvia: 1", preview.Text, StringComparison.Ordinal);
        Assert.Contains("<del>Kosken viitta</del>", preview.Html, StringComparison.Ordinal);
        Assert.Contains("<ins>Kosken viitta ry</ins>", preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Verkkosivu:", preview.Text, StringComparison.Ordinal);
        await Confirm(importer, preview);
        Assert.Contains("https://example.org/viitta", (await importer.Visitor.Get("/kuuma-seutu/partners/kosken-viitta")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_rows_are_named_by_their_line_with_the_reason_and_left_out()
    {
        var importer = await Importer.SignIn(site);

        var preview = await Upload(importer,
            "nimi;y-tunnus;alueet;laji;sähköposti\r\nOikea rivi;;;;\r\nVäärä tunnus;0112038-8;;;\r\nVäärä alue;;Nurmijarv;;\r\nVäärä laji;;;kerhotalo;\r\nOikea rivi;;;;\r\n;0112038-9;;;\r\nVäärä posti;;;;ei-osoite\r\n");

        Assert.Contains("Virheellisiä, jäävät pois: 6", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Rivi 3: Väärä tunnus: ”0112038-8” ei ole Y-tunnus.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Rivi 4: Väärä alue: Aluetta ”Nurmijarv” ei ole. Tarkoititko ”Nurmijärvi”?", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Rivi 5: Väärä laji: Lajia ”kerhotalo” ei tunneta.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Rivi 6: Oikea rivi: Sama kumppani on jo rivillä 2.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Rivi 7: : Nimi puuttuu.", preview.Text.Replace("Rivi 7:  ", "Rivi 7: ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("”ei-osoite” ei ole sähköpostiosoite.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Tuo 1 rivi", preview.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namn;typ;område", "Åns roddare;förening;Nurmijärvi", "ans-roddare", "sv")]
    [InlineData("Name,Kind,Area", "Riverside rowers,association,Nurmijärvi", "riverside-rowers", "en")]
    public async Task Headings_are_read_in_any_language_and_the_name_is_in_that_of_the_headings(string headings, string row, string id, string language)
    {
        var importer = await Importer.SignIn(site);

        await Take(importer, $"{headings}\r\n{row}\r\n");

        Assert.Contains($"lang=\"{language}\"", (await importer.Visitor.Get($"/kuuma-seutu/partners/{id}")).Html.Split("<h1")[1].Split("</h1>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_as_Excel_writes_it_with_a_mark_or_in_the_old_encoding()
    {
        var importer = await Importer.SignIn(site);
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("nimi;laji\r\nÄänekkäät merkillä;yhdistys\r\n")];
        byte[] old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("nimi;laji\r\nÖiset laulajat;yhdistys\r\n");

        Assert.Contains("Äänekkäät merkillä", (await importer.Upload(marked, address: Import)).Text, StringComparison.Ordinal);
        Assert.Contains("Öiset laulajat", (await importer.Upload(old, address: Import)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_rows_are_refused_with_what_to_do()
    {
        var importer = await Importer.SignIn(site);
        byte[] million = Encoding.UTF8.GetBytes("nimi\r\n" + string.Concat(Enumerable.Repeat("Yhdistys ry\r\n", 1_000_000)));
        byte[] tenThousandAndOne = Encoding.UTF8.GetBytes("nimi\r\n" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"Y{i}\r\n")));

        var tooLarge = await importer.Upload(million, address: Import);
        var tooMany = await importer.Upload(tenThousandAndOne, address: Import);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (tooLarge.Status, tooMany.Status));
        Assert.Contains("role=\"alert\"", tooLarge.Html, StringComparison.Ordinal);
        Assert.Contains("10", tooMany.Text.Split("role=\"alert\"")[1].Split("</div>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_out_and_brought_back_changes_nothing_and_no_cell_is_a_formula()
    {
        await using var own = new Site();
        var importer = await Importer.SignIn(own);
        await Take(importer,
            "nimi;verkkosivu;tehtävä;yhteyshenkilö;puhelin;alueet;teemat;rekisterinumero\r\n"
            + "'=HYPERLINK(\"http://example.org\");;;;;;;\r\n'+358 kuoro;;puheenjohtaja;'@nimi;'+358 00;Nurmijärvi;Tilat;7.001\r\n'-viiva;;;;;;;\r\n\"Lainattu \"\"nimi\"\"; puolipiste\";https://example.org;;;;;;\r\n");
        var before = await importer.End();

        string table = (await importer.Visitor.Get(Export)).Html;
        var back = await Upload(importer, table);

        Assert.Contains("=HYPERLINK", table, StringComparison.Ordinal);
        foreach (string line in table.Split("\r\n"))
            foreach (string cell in line.Split(';'))
                Assert.False(cell.Trim('"') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], cell);
        Assert.Contains("Muuttuvia: 0", back.Text, StringComparison.Ordinal);
        Assert.Contains("Uusia kumppaneita: 0", back.Text, StringComparison.Ordinal);
        Assert.Contains("Virheellisiä, jäävät pois: 0", back.Text, StringComparison.Ordinal);
        Assert.Equal(before, await importer.End());
    }

    [Fact]
    public async Task Only_the_coordinator_imports_and_only_members_take_the_table_out()
    {
        var editor = await site.Visit(Site.EditorOfTuusula);

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Get(Import)).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.Get(Export)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await site.Visit()).Get(Export)).Status);
    }

    private static Task<Answer> Upload(Importer importer, string file) => importer.Upload(Encoding.UTF8.GetBytes(file), address: Import);

    private static Task<Answer> Confirm(Importer importer, Answer preview) => importer.Visitor.Post(Import + "/confirm", Importer.Choice(preview));

    private static async Task Take(Importer importer, string file) =>
        Assert.Equal(HttpStatusCode.OK, (await Confirm(importer, await Upload(importer, file))).Status);
}
