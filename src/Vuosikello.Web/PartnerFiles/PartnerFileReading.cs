using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>A row of a table of partners: its cells by column, those that say something.</summary>
/// <param name="Line">As Excel numbers rows; the headings of most tables are row 1.</param>
internal sealed record PartnerCells(int Line, IReadOnlyDictionary<(PartnerColumn Column, string? Language), string> Cells)
{
    public string? this[PartnerColumn column] => Cells.GetValueOrDefault((column, null));

    public string? this[PartnerColumn column, string language] => Cells.GetValueOrDefault((column, language));
}

/// <summary>What a table of partners holds.</summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="Language">Of the headings; texts without a language of their own are in it.</param>
/// <param name="Unknown">Headings that are none.</param>
/// <param name="Wrong">Why nothing of it could be read, a text of the import's (<c>Note.…</c>); null when it could.</param>
internal sealed record PartnerFileReading(IReadOnlyList<PartnerCells> Rows, string Language, IReadOnlyList<string> Unknown, (string Code, object[] Arguments)? Wrong = null)
{
    /// <summary>The most rows of one file: well above the associations of the largest region.</summary>
    public const int MostRows = 10_000;

    public static PartnerFileReading Of(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty) return Refused(FileNotes.Empty);
        var kind = FileKinds.Of(octets);
        if (kind != FileKind.Table) return Refused(kind == FileKind.Calendar ? FileNotes.Unknown : kind.ToString());
        if (CsvTable.Read(FileText.Decode(octets), MostRows, heading => PartnerHeadings.Find(heading) is not null) is not { } table) return Refused(FileNotes.Empty);
        if (table.Lines.Count > MostRows) return Refused(FileNotes.TooManyRows, MostRows);
        var columns = table.Headings.Cells.Select(PartnerHeadings.Find).ToArray();
        if (!Array.Exists(columns, column => column?.Column is PartnerColumn.Name or PartnerColumn.ShortName)) return Refused(FileNotes.NoHeadings);
        if (table.Lines.Count == 0) return Refused(FileNotes.NoRows);
        return new(
            [.. table.Lines.Select(line => Cells(line, columns))], PartnerHeadings.LanguageOf(table.Headings.Cells),
            [.. table.Headings.Cells.Where((heading, i) => heading.Length > 0 && columns[i] is null)]);
    }

    // Of two columns of one meaning the first that says something counts.
    private static PartnerCells Cells(CsvLine line, (PartnerColumn Column, string? Language)?[] columns)
    {
        var cells = new Dictionary<(PartnerColumn, string?), string>();
        for (int i = 0; i < Math.Min(columns.Length, line.Cells.Length); i++)
            if (columns[i] is { } column && line.Cells[i].Length > 0) cells.TryAdd(column, line.Cells[i]);
        return new(line.Number, cells);
    }

    private static PartnerFileReading Refused(string code, params object[] arguments) => new([], "fi", [], (code, arguments));
}
