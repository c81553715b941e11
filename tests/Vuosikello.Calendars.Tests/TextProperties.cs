using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests;

public sealed class TextProperties
{
    private static readonly string[] Pieces =
        ["a", "ä", "å", "€", "🎉", "👩‍👩‍👧", "e\u0301", " ", "  ", "\t", "\n", "\r\n", "\\", "\\n", ";", ",", ":", "\"", "^", "<b>x</b>", "\0", "\a", "\u007F", "\u2028", "\uFEFF", "\uD83C", "\uDF89", "BEGIN:VEVENT", new('x', 74), new('ö', 40)];

    internal static readonly Gen<string> TextGen = Gen.Elements(Pieces).ListOf().Select(string.Concat);
    private static readonly Arbitrary<string> Texts = TextGen.ToArbitrary();
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 100_000 : 500);

    [Fact]
    public void Any_text_made_clean_is_written_cleanly_and_read_back_as_it_was() =>
        Prop.ForAll(Texts, text =>
        {
            string clean = CalendarText.Clean(text);
            var e = Example.Event("1", Example.Day(2009, 1, 1)) with { Summary = clean, Description = text.Length > 0 ? clean : null };

            byte[] calendar = Example.Bytes(e);

            Assert.Empty(CalendarLinter.Lint(calendar));
            string line = Example.Lines(e).Single(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal));
            Assert.Equal(clean, Unescaped(line["SUMMARY:".Length..]));
        }).Check(Configuration);

    [Fact]
    public void A_clean_text_stays_as_it_is_and_cleaning_twice_changes_nothing() =>
        Prop.ForAll(Texts, text =>
        {
            string clean = CalendarText.Clean(text);

            Assert.Equal(-1, CalendarText.IndexOfUnwritable(clean));
            Assert.Same(clean, CalendarText.Clean(clean));
        }).Check(Configuration);

    [Theory]
    [InlineData(74)]
    [InlineData(75)]
    [InlineData(76)]
    [InlineData(149)]
    [InlineData(150)]
    public void A_line_of_any_length_folds_into_lines_of_at_most_75_octets(int octets)
    {
        string summary = new('x', octets - "SUMMARY:".Length);

        byte[] calendar = Example.Bytes(Example.Event("1", Example.Day(2009, 1, 1)) with { Summary = summary });

        Assert.Empty(CalendarLinter.Lint(calendar));
        Assert.Contains("SUMMARY:" + summary, Encoding.UTF8.GetString(calendar).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_go_and_halves_of_pairs_are_replaced() =>
        Assert.Equal("a\nb\tc\uFFFDd", CalendarText.Clean("a\r\nb\tc\uD83Cd\0\a"));

    [Fact]
    public void Line_ends_of_every_kind_become_the_one_that_programs_know() =>
        Assert.Equal("a\nb\nc\nd\ne", CalendarText.Clean("a\u2028b\u2029c\u0085d\r\ne"));

    /// <summary>RFC 5545 section 3.3.11, read backwards.</summary>
    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\') text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }
        return text.ToString();
    }
}
