using Vuosikello.Domain;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>One line of a table by what its columns are.</summary>
/// <param name="Line">Where it begins; from 1.</param>
/// <param name="Cells">By column and, for texts, language; empty ones are not there.</param>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<(CsvColumn Column, string Language), (string Heading, string Text)> Cells)
{
    public string? this[CsvColumn column] => Find(column)?.Text;

    /// <summary>The cell of a column that has no language.</summary>
    public (string Heading, string Text)? Find(CsvColumn column) => Cells.TryGetValue((column, ""), out var cell) ? cell : null;

    public LocalText Text(CsvColumn column) => new(Of(column, "fi"), Of(column, "sv"), Of(column, "en"));

    private string? Of(CsvColumn column, string language) => Cells.TryGetValue((column, language), out var cell) ? cell.Text : null;
}

/// <summary>What the headings of a table make of its lines.</summary>
internal sealed class CsvLayout
{
    private const int MostColumns = 100;
    private readonly Dictionary<int, (CsvColumn Column, string Language, string Heading)> _columns = [];

    /// <param name="headings">The first line.</param>
    /// <param name="language">The language of texts whose heading says none.</param>
    /// <param name="notes">Hears of headings that are none.</param>
    public CsvLayout(CsvLine headings, string language, ReadingNotes notes)
    {
        var all = headings.Cells.Take(MostColumns).Select((heading, i) => (Heading: heading, Index: i, Found: CsvHeadings.Find(heading)));
        // A column that says its language is that language's, wherever it stands.
        foreach (var (heading, i, of) in all.Where(h => h.Heading.Length > 0).OrderBy(h => h.Found?.Language is null))
        {
            if (of is not { } found) Tell(FileNotes.UnknownHeading, Shortened(heading), CsvHeadings.Nearest(heading, language), "");
            else if (_columns.Values.Any(c => (c.Column, c.Language) == (found.Column, Of(found)))) Tell(FileNotes.HeadingTwice, heading);
            else _columns[i] = (found.Column, Of(found), heading);

            void Tell(string code, params ReadOnlySpan<string> arguments) =>
                notes.Remarks.Add(new FileNote(code, headings.Number, Shortened(heading), "", ValueList.Create(arguments)));
        }

        string Of((CsvColumn Column, string? Language) found) =>
            found.Column is CsvColumn.Title or CsvColumn.Description or CsvColumn.Role ? found.Language ?? language : "";
    }

    public bool IsEmpty => _columns.Count == 0;

    public bool Has(CsvColumn column) => _columns.Values.Any(c => c.Column == column);

    public CsvRow Row(CsvLine line) => new(line.Number, _columns
        .Where(c => c.Key < line.Cells.Length && line.Cells[c.Key].Length > 0)
        .ToDictionary(c => (c.Value.Column, c.Value.Language), c => (c.Value.Heading, line.Cells[c.Key])));

    internal static string Shortened(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
