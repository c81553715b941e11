using System.Globalization;
using System.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.ActivityFiles.Reading;
using static Vuosikello.Web.Tests.ActivityFiles.Reading;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class Tables_that_people_write
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task Letters_are_right_in_every_encoding_that_Excel_writes(string encoding, bool mark)
    {
        var how = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] octets = [.. mark ? how.GetPreamble() : [], .. how.GetBytes("Otsikko\tPäivä\r\nÄäkköset – åäö\t3.3.2026\r\n")];

        Assert.Equal("Ääkköset – åäö", Assert.Single((await Read(octets)).Rows).Title);
    }

    [Theory]
    [InlineData("Ilta ä")]
    [InlineData("Ilta åäö")]
    public async Task The_last_letters_of_a_file_in_an_old_encoding_are_not_lost(string title)
    {
        byte[] octets = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"date;title\n2026-03-03;{title}");

        Assert.Equal(title, Assert.Single((await Read(octets)).Rows).Title);
    }

    [Theory]
    [InlineData("otsikko;päivä\nIlta, kevät;3.3.2026\n")]
    [InlineData("otsikko,päivä\n\"Ilta, kevät\",3.3.2026\n")]
    [InlineData("otsikko\tpäivä\r\nIlta, kevät\t3.3.2026")]
    [InlineData("sep=;\r\notsikko;päivä\r\nIlta, kevät;3.3.2026\r\n")]
    [InlineData("\n\n;;\notsikko;päivä;\n;;\n\nIlta, kevät;3.3.2026;\n;;\n")]
    public async Task Separators_are_found_and_empty_lines_do_not_matter(string table)
    {
        var reading = await Read(table);

        Assert.Equal("Ilta, kevät", Assert.Single(reading.Rows).Title);
        Assert.Equal([], reading.Wrong);
    }

    [Fact]
    public async Task Headings_and_names_are_known_in_three_languages_and_however_they_are_spelled()
    {
        var swedish = await Read("Rubrik;Start-datum;OMRÅDEN;Tema;Ansvarig;Status;Rubrik (fi)\nMöte;3.3.2026;nurmijarvi|ÖST, SKARGARDEN;möteslokaler;tusby KOMMUN;bekräftad;Kokous\n", "sv");
        var said = Assert.Single(swedish.Rows).Said;

        Assert.Equal([], swedish.Wrong);
        Assert.Equal(new LocalText("Kokous", "Möte"), said.Title);
        Assert.Equal([new AreaId("nurmijarvi"), new AreaId("ita")], said.Areas!);
        Assert.Equal([new ThemeId("tilat")], said.Themes!);
        Assert.Equal((new PartnerId("tuusula"), ActivityStatus.Confirmed), (said.Partner, said.Status));
    }

    [Fact]
    public async Task An_unknown_area_or_theme_is_left_out_and_told_with_the_nearest_known_one_and_an_unknown_responsible_partner_costs_the_row()
    {
        var without = await Read($"{Headings};Ilta;3.3.2026;;;;Nurmijarv;Kokoontumistila;;\n");
        Assert.Equal([(FileNotes.UnknownArea, "Nurmijärvi"), (FileNotes.UnknownTheme, "Kokoontumistilat")], without.Remarks.Select(n => (n.Code, n.Arguments[1])));
        Assert.Equal((null, null), (Assert.Single(without.Rows).Said.Areas, without.Rows[0].Said.Themes));

        var reading = await Read($"{Headings};Ilta;3.3.2026;;;;;;Tuusula kunta;tehty\n");
        Assert.Equal([(FileNotes.UnknownPartner, "Tuusulan kunta"), (FileNotes.UnknownStatus, "")], reading.Wrong.Select(n => (n.Code, n.Arguments.ElementAtOrDefault(1) ?? "")));
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public async Task What_is_like_none_is_told_with_those_that_there_are()
    {
        var note = Assert.Single((await Read($"{Headings};Ilta;3.3.2026;;;;Vantaa;;;\n")).Remarks);

        Assert.Equal(("Vantaa", "", "Itä, saaristo, Nurmijärvi"), (note.Arguments[0], note.Arguments[1], note.Arguments[2]));
    }

    [Fact]
    public async Task A_year_that_was_not_written_is_told()
    {
        var reading = await Read($"{Headings};Ilta;ma 14.12.;;;;;;;\n;Aamu;14.12.2026;;;;;;;\n");

        Assert.Equal((FileNotes.YearAssumed, 2), (Assert.Single(reading.Remarks).Code, reading.Remarks[0].Line));
    }

    [Fact]
    public async Task An_unknown_heading_is_told_and_the_rest_is_read()
    {
        var reading = await Read("otsiko;otsikko;päivä\nx;Ilta;3.3.2026\n");

        Assert.Equal((FileNotes.UnknownHeading, "otsikko"), (Assert.Single(reading.Remarks).Code, reading.Remarks[0].Arguments[1]));
        Assert.Equal("Ilta", Assert.Single(reading.Rows).Title);
    }

    [Fact]
    public async Task A_cell_in_quotes_has_its_lines_and_marks_and_rows_are_numbered_as_Excel_does()
    {
        var reading = await Read("otsikko;päivä;kuvaus\n\"Sanottu \"\"näin\"\"\";3.3.2026;\"yksi\n\nkaksi; kolme\"\nVäärä;31.2.2026;\n");

        var row = Assert.Single(reading.Rows);
        Assert.Equal(("Sanottu \"näin\"", "yksi\n\nkaksi; kolme", 2), (row.Title, row.Said.Description.Fi, row.Line));
        Assert.Equal(3, Assert.Single(reading.Wrong).Line);
        Assert.Equal(4, Assert.Single((await Read("sep=;\r\notsikko;päivä\r\n\"Kaksi\r\nriviä\";3.3.2026\r\n;\r\nVäärä;31.2.2026\r\n")).Wrong).Line);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_no_other_line()
    {
        var reading = await Read("otsikko;päivä\nYksi;3.3.2026\n\"Kaksi;4.3.2026\nKolme;5.3.2026\n");

        Assert.Contains(reading.Wrong, n => (n.Code, n.Line) == (FileNotes.QuoteNotClosed, 3));
        Assert.Equal(["Yksi", "Kolme"], reading.Rows.Select(r => r.Title).Where(t => !t.StartsWith("Kaksi", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_line_twice_is_one_activity_and_two_lines_of_one_name_are_told_apart_by_a_key()
    {
        var same = await Read($"{Headings};Ilta;3.3.2026;17;;18;;;;\n;Ilta;3.3.2026;17;;18;;;;\n");
        Assert.Equal((FileNotes.SameRow, 3), (Assert.Single(same.PassedOver).Code, same.PassedOver[0].Line));
        Assert.Single(same.Rows);

        var alike = await Read($"{Headings};Ilta;3.3.2026;17;;18;;;;\n;Ilta;3.3.2026;19;;20;;;;\n");
        Assert.Equal(FileNotes.TwoOnOneDay, Assert.Single(alike.Wrong).Code);

        var keyed = await Read($"{Headings}a;Ilta;3.3.2026;17;;18;;;;\nb;Ilta;3.3.2026;19;;20;;;;\nb;Aamu;4.3.2026;9;;10;;;;\n");
        Assert.Equal(2, keyed.Rows.Select(r => r.Activity).Distinct().Count());
        Assert.Equal(FileNotes.TwoOfOneKey, Assert.Single(keyed.Wrong).Code);
    }

    [Fact]
    public async Task An_activity_is_the_same_by_its_key_whatever_else_changes_and_otherwise_by_title_and_day()
    {
        Assert.Equal((await Row("a;Ilta;3.3.2026;;;;;;;")).Activity, (await Row("a;Aamu;4.4.2026;;;;;;;")).Activity);
        Assert.Equal((await Row(";Kevät-ilta;3.3.2026;;;;;;;")).Activity, (await Row(";kevat ilta;3.3.2026;17;;19;;;;")).Activity);
        Assert.NotEqual((await Row(";Ilta;3.3.2026;;;;;;;")).Activity, (await Row(";Ilta;4.3.2026;;;;;;;")).Activity);
    }

    [Fact]
    public async Task What_begins_like_a_formula_is_text_and_loses_the_apostrophe_that_made_it_so()
    {
        var reading = await Read("otsikko;päivä;kuvaus\n'=1+1;3.3.2026;'kevät\n");

        Assert.Equal(("=1+1", "'kevät"), (reading.Rows[0].Title, reading.Rows[0].Said.Description.Fi));
    }

    [Fact]
    public async Task A_file_full_of_what_is_unknown_is_told_of_in_part()
    {
        string headings = string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $";outo{i}")));
        string names = string.Join('|', Enumerable.Range(0, 20_000));

        var reading = await Read($"otsikko;päivä;alueet{headings}\nIlta;3.3.2026;{names}\n");

        Assert.Equal((0, 100), (reading.Wrong.Count, reading.Remarks.Count));
    }

    [Fact]
    public async Task More_rows_than_people_plan_in_a_year_are_refused()
    {
        string rows = string.Concat(Enumerable.Range(0, FileLimits.Rows + 1).Select(i => $"{i.ToString(CultureInfo.InvariantCulture)};3.3.2026\n"));

        Assert.Equal(FileNotes.TooManyRows, Refusal(await Read("otsikko;päivä\n" + rows)));
        Assert.Equal(FileLimits.Rows, (await Read("otsikko;päivä\n" + rows[(rows.IndexOf('\n', StringComparison.Ordinal) + 1)..])).Rows.Count);
    }

    public static TheoryData<byte[], string> OtherThings => new()
    {
        { [], FileNotes.Empty },
        { "\n;;\n"u8.ToArray(), FileNotes.Empty },
        { [.. "PK\u0003\u0004"u8, .. new byte[26], .. "[Content_Types].xml"u8], FileNotes.Workbook },
        { [.. "PK\u0003\u0004"u8, .. new byte[26], .. "kevat.ics"u8], FileNotes.Archive },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileNotes.Workbook },
        { [0x89, .. "PNG\r\n"u8, 0x1A, 10, 0, 0, 0, 13], FileNotes.Picture },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], FileNotes.Picture },
        { "%PDF-1.7"u8.ToArray(), FileNotes.Document },
        { "<!DOCTYPE html><title>Kirjaudu</title>"u8.ToArray(), FileNotes.WebPage },
        { [1, 2, 3, 0, 0, 7, 200, 201], FileNotes.Unknown },
        { "yksi;kaksi\n1;2\n"u8.ToArray(), FileNotes.NoHeadings },
        { "otsikko;paikka\nIlta;Sali\n"u8.ToArray(), FileNotes.NoDateColumn },
        { "päivä;paikka\n3.3.2026;Sali\n"u8.ToArray(), FileNotes.NoTitleColumn },
        { "otsikko;päivä\n"u8.ToArray(), FileNotes.NoRows },
        { new byte[FileLimits.Octets + 1], FileNotes.TooLarge },
    };

    [Theory]
    [MemberData(nameof(OtherThings))]
    public async Task A_file_that_is_none_of_these_is_refused_with_what_to_do(byte[] octets, string code) => Assert.Equal(code, Refusal(await Read(octets)));

    private static string Refusal(FileReading reading)
    {
        Assert.True(reading.IsRefused);
        return reading.Wrong[0].Code;
    }
}
