using CsvHelper;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>A table of text as offices' programs export it: cells by lines, whatever stands between them.</summary>
/// <param name="Headings">The first line that is not empty.</param>
/// <param name="Lines">The others.</param>
/// <param name="OpenQuote">The line with a quotation mark that is never closed; null where there is none. Its marks and those below it are then taken line by line.</param>
internal sealed record CsvTable(CsvLine Headings, IReadOnlyList<CsvLine> Lines, int? OpenQuote)
{
    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>The table of a text; null where it has nothing but empty lines.</summary>
    /// <param name="text">The file.</param>
    /// <param name="most">How many lines are read below the headings; one more is, so that whoever asks can tell.</param>
    /// <param name="isHeading">Whether a cell of the first line is a heading that is known.</param>
    public static CsvTable? Read(string text, int most, Predicate<string> isHeading)
    {
        // Excel's own first line says the separator; otherwise the one that makes the most known headings of the first line is it.
        char? separator = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : Separators.MaxBy(s => Recognised(text, s, isHeading));
        var lines = Parsed(text, separator, most + 2, wholeQuotes: true, out int? open);
        if (open is not null) lines = Parsed(text, separator, most + 2, wholeQuotes: false, out _);
        return lines is [var headings, .. var below] ? new(headings, below, open) : null;
    }

    private static int Recognised(string text, char separator, Predicate<string> isHeading) =>
        Parsed(text, separator, 1, wholeQuotes: false, out _) is [var first] ? first.Cells.Count(cell => isHeading(cell)) : 0;

    private static List<CsvLine> Parsed(string text, char? separator, int most, bool wholeQuotes, out int? open)
    {
        int? found = null;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = wholeQuotes,
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote) found = (int)record.LineNumber;
            },
        };
        var lines = new List<CsvLine>();
        // Excel does not show its own first line, and a row that has several lines within a cell is one row.
        int hidden = separator is null ? 1 : 0;
        using var reader = CsvReader.FromText(text, options);
        while (lines.Count < most && reader.Read())
        {
            var cells = new string[reader.FieldCount];
            int number = (int)reader.LineNumber - hidden;
            for (int i = 0; i < cells.Length; i++)
            {
                string raw = reader.GetString(i);
                hidden += raw.AsSpan().Count('\n');
                cells[i] = Cell(raw);
            }
            if (Array.Exists(cells, cell => cell.Length > 0)) lines.Add(new(number, cells));
        }
        open = separator is null ? found - 1 : found;
        return lines;
    }

    // What begins like a formula may have been written with an apostrophe before it, so that no program counts it.
    private static string Cell(string cell)
    {
        string tidy = cell.Trim().ReplaceLineEndings("\n");
        return tidy is ['\'', '=' or '+' or '-' or '@', ..] ? tidy[1..] : tidy;
    }
}

/// <param name="Number">Its number among the rows as Excel shows them; the headings of most tables are row 1.</param>
/// <param name="Cells">Without the spaces around them.</param>
internal sealed record CsvLine(int Number, string[] Cells);
