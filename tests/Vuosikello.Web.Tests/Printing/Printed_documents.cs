using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Vuosikello.Web.Printing;

namespace Vuosikello.Web.Tests.Printing;

/// <summary>What is printed, read back by other programs.</summary>
public sealed class Printed_documents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Instant At = Instant.FromUtc(2026, 7, 1, 21, 30);

    [Fact]
    public async Task Have_a_title_a_language_a_header_and_numbered_pages()
    {
        byte[] pdf = Print([new Block.Paragraph("Ensimmäinen"), new Block.NextPage(), new Block.Paragraph("Toinen"), new Block.NextPage(), new Block.Paragraph("Kolmas")]);

        await ReadPdf.IsSound(pdf);
        string about = await ReadPdf.About(pdf);
        Assert.Matches(@"Title:\s+Yhteenveto – ääkkösin", about);
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Pages:\s+3", about);
        Assert.Matches(@"Page size:\s+595\.28 x 841\.89 pts \(A4\)", about);
        Assert.Matches(@"CreationDate:\s+Wed Jul\s+1 21:30:00 2026", about);
        Assert.Contains("/Lang (sv)", System.Text.Encoding.Latin1.GetString(Print([], "sv")), StringComparison.Ordinal);
        string[] pages = (await ReadPdf.Text(pdf)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, pages.Length);
        foreach (var (index, page) in pages.Index())
        {
            Assert.Matches(@"KUUMA-seutu\s+2\.7\.2026 klo 0\.30", page);
            Assert.Matches($@"Yhteenveto – ääkkösin\s+{index + 1}/3", page);
        }
    }

    [Theory]
    [InlineData("Äyskärin öinen Åbo-ilta, šokki, žurnalisti, café")]
    [InlineData("Sámegiella: čáhci, đ, ŋ, ŧ, ž; Nuõrttsääʹm: ǩiõll, ǧ, ǥ, ʒ, ǯ; Anarâškielâ")]
    [InlineData("Привет, Ελλάδα, § 12 – ”lainaus” … ≤ ≥ → ✓ ☐ €")]
    [InlineData("🎉 Juhla 🚲 😀")]
    public async Task Show_every_letter_and_sign(string text)
    {
        byte[] pdf = Print([new Block.Paragraph(text), new Block.Paragraph(new Run(text, RunStyle.Strong)), new Block.Paragraph(new Run(text, RunStyle.Emphasis))]);

        await ReadPdf.IsSound(pdf);
        Assert.Equal(3, Regex.Count(await ReadPdf.Running(pdf), Regex.Escape(text)));
    }

    [Fact]
    public async Task Show_an_unknown_sign_for_what_no_font_has_and_nothing_for_what_only_joins()
    {
        string running = await ReadPdf.Running(Print([new Block.Paragraph("a\uD800b 👩\u200D👧 e\u0301 \U000E0001c\u00ADd \u0001e")]));

        Assert.Contains("a\uFFFDb 👩👧 é cd e", running, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Break_a_text_of_a_hundred_thousand_characters_over_pages_and_lose_none_of_it()
    {
        string[] words = [.. Enumerable.Range(0, 14_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"sana{n}"))];
        string text = string.Join(' ', words);
        Assert.InRange(text.Length, 100_000, 150_000);

        byte[] pdf = Print([new Block.Paragraph(text)]);

        await ReadPdf.IsSound(pdf);
        Assert.Equal(words, Found(await ReadPdf.Running(pdf), @"sana\d+"));
        Assert.InRange(Pages(await ReadPdf.About(pdf)), 20, 60);
    }

    [Fact]
    public async Task Break_a_word_that_is_longer_than_a_line_also_in_a_cell()
    {
        string word = string.Concat(Enumerable.Range(0, 400).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n:D3}")));

        byte[] pdf = Print([new Block.Paragraph(word), new Block.Table([new("a"), new("b", 4)], [[word, "lyhyt"]])]);

        string withoutFurniture = Regex.Replace(await ReadPdf.Running(pdf), @"2\.7\.2026 klo 0\.30|ääkkösin \d/\d", "", RegexOptions.None, Patience);
        Assert.Equal(word + word, string.Concat(withoutFurniture.Where(char.IsAsciiDigit)));
        await NothingStandsOutside(pdf);
    }

    [Fact]
    public async Task Repeat_a_tables_headings_on_each_page_and_keep_every_row()
    {
        var rows = Enumerable.Range(1, 200).Select(n => (IReadOnlyList<PrintedText>)[string.Create(CultureInfo.InvariantCulture, $"rivi{n}."), "Esimerkkilän kylät ry", string.Join(' ', Enumerable.Repeat("tilojen lainaamisesta sovitaan", n % 9))]);

        byte[] pdf = Print([new Block.Table([new("Numero"), new("Kumppani"), new("Huomautus", 3)], [.. rows])]);

        await ReadPdf.IsSound(pdf);
        string text = await ReadPdf.Text(pdf);
        string[] pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 4);
        Assert.All(pages, page => Assert.Matches(@"Numero\s+Kumppani\s+Huomautus", page));
        Assert.Equal(Enumerable.Range(1, 200), Found(text, @"(?<=rivi)\d+(?=\.)").Select(n => int.Parse(n, CultureInfo.InvariantCulture)));
        Assert.Equal(1, Regex.Count(await ReadPdf.Structure(pdf), @"\bHuomautus\b"));
        await NothingStandsOutside(pdf);
    }

    [Fact]
    public async Task Let_a_row_that_is_longer_than_a_page_go_on_over_pages()
    {
        string[] words = [.. Enumerable.Range(0, 3_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"sana{n}"))];

        byte[] pdf = Print([new Block.Table([new("Pykälä"), new("Teksti", 2)], [["1", string.Join(' ', words)], ["2", "loppu"]])]);

        Assert.Equal(words, Found(await ReadPdf.Running(pdf), @"sana\d+"));
        await NothingStandsOutside(pdf);
    }

    [Fact]
    public async Task Tell_a_screen_reader_what_is_what()
    {
        byte[] pdf = Print(
        [
            new Block.Heading("Tilat"), new Block.Heading("Salit", 2), new Block.Paragraph("Tekstiä"), new Block.Items(["yksi", "kaksi"], Numbered: true),
            new Block.Table([new("Sarake")], [["arvo"]]), new Block.Definitions([("Avattu", "3.8.2026")]),
        ]);

        string[] tags = [.. (await ReadPdf.Structure(pdf)).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('/')).Select(l => l.TrimEnd(':'))];
        Assert.Equal(
            ["Document", "H1", "\"Yhteenveto – ääkkösin\"", "H2", "\"Tilat\"", "H3", "\"Salit\"", "P", "\"Tekstiä\"",
             "L", "LI", "Lbl", "\"1.\"", "LBody", "\"yksi\"", "LI", "Lbl", "\"2.\"", "LBody", "\"kaksi\"",
             "Table", "TR", "TH", "\"Sarake\"", "TR", "TD", "\"arvo\"", "Table", "TR", "TH", "\"Avattu\"", "TD", "\"3.8.2026\""],
            tags.Select(t => t.Replace(" (block)", "", StringComparison.Ordinal).Replace(" (inline)", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Are_the_same_bytes_for_the_same_document_and_others_for_another()
    {
        byte[] once = Print([new Block.Paragraph("Sama")]);

        Assert.Equal(once, Print([new Block.Paragraph("Sama")]));
        Assert.NotEqual(once, Print([new Block.Paragraph("Toinen")]));
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("sv-FI")]
    [InlineData("en-GB")]
    public async Task Are_the_same_in_every_culture_that_the_reader_may_have(string culture)
    {
        byte[] usual = Print([new Block.Paragraph("Sama")]);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            byte[] pdf = Print([new Block.Paragraph("Sama")]);
            Assert.Equal(usual, pdf);
            await ReadPdf.IsSound(pdf);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Carry_their_fonts_with_them_and_only_the_glyphs_they_show()
    {
        byte[] pdf = Print([new Block.Paragraph("ǩ 🎉")]);

        string[] fonts = [.. (await ReadPdf.Fonts(pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];
        Assert.Equal(4, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
        Assert.InRange(pdf.Length, 1, 60_000);
    }

    [Fact]
    public async Task Keep_a_heading_with_what_it_heads()
    {
        for (int lines = 30; lines < 52; lines++)
        {
            byte[] pdf = Print([.. Enumerable.Repeat(new Block.Paragraph("rivi"), lines / 2), new Block.Heading("Otsikko"), new Block.Paragraph("alla")]);
            Assert.All((await ReadPdf.Text(pdf)).Split('\f'), page => Assert.Equal(page.Contains("Otsikko", StringComparison.Ordinal), page.Contains("alla", StringComparison.Ordinal)));
        }
    }

    private static byte[] Print(IReadOnlyList<Block> blocks, string language = "fi") =>
        Printer.Print(new PrintedDocument("Yhteenveto – ääkkösin", language, "KUUMA-seutu", At, blocks));

    private static IEnumerable<string> Found(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.None, Patience).Select(m => m.Value);

    private static int Pages(string about) => int.Parse(Assert.Single(Found(about, @"(?<=Pages:\s+)\d+")), CultureInfo.InvariantCulture);

    // Every word's box, as poppler measures it, is within the page's margins.
    private static async Task NothingStandsOutside(byte[] pdf)
    {
        var words = Regex.Matches(await ReadPdf.Boxes(pdf), "xMin=\"(?<left>[\\d.]+)\" yMin=\"(?<top>[\\d.]+)\" xMax=\"(?<right>[\\d.]+)\" yMax=\"(?<bottom>[\\d.]+)\"", RegexOptions.ExplicitCapture, Patience);
        Assert.NotEmpty(words);
        Assert.All(words, word =>
        {
            Assert.True(Of(word, "left") >= 61 && Of(word, "right") <= 595.28 - 61, word.Value);
            Assert.True(Of(word, "top") >= 36 && Of(word, "bottom") <= 841.89 - 30, word.Value);
        });

        static double Of(Match word, string side) => double.Parse(word.Groups[side].Value, CultureInfo.InvariantCulture);
    }
}
