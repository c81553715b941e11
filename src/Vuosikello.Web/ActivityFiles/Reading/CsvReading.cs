using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Reads a table of activities, one in each line.</summary>
internal sealed class CsvReading(ReadingScope scope)
{
    /// <summary>How many unknown names of one cell are told: more than a few mean another mistake.</summary>
    private const int UnknownTold = 3;

    private readonly ReadingNotes _notes = new();
    private string _language = scope.Language;
    private readonly Dictionary<ActivityId, (CsvRow Row, string Name)> _seen = [];

    public FileReading Read(ReadOnlySpan<byte> octets)
    {
        if (CsvTable.Read(FileText.Decode(octets), FileLimits.Rows, heading => CsvHeadings.Find(heading) is not null) is not { } table) return FileReading.Refused(FileKind.Table, FileNotes.Empty);
        if (table.OpenQuote is { } line) _notes.Wrong.Add(new FileNote(FileNotes.QuoteNotClosed, line, "", "", []));
        if (!scope.LanguageIsChosen) _language = CsvHeadings.LanguageOf(table.Headings.Cells) ?? scope.Language;
        var layout = new CsvLayout(table.Headings, _language, _notes);
        if (layout.IsEmpty) return FileReading.Refused(FileKind.Table, FileNotes.NoHeadings, CsvLayout.Shortened(table.Headings.Cells[0]));
        if (!layout.Has(CsvColumn.Title)) return FileReading.Refused(FileKind.Table, FileNotes.NoTitleColumn);
        if (!layout.Has(CsvColumn.Date)) return FileReading.Refused(FileKind.Table, FileNotes.NoDateColumn);
        if (table.Lines.Count == 0) return FileReading.Refused(FileKind.Table, FileNotes.NoRows);
        if (table.Lines.Count > FileLimits.Rows) return FileReading.Refused(FileKind.Table, FileNotes.TooManyRows, $"{FileLimits.Rows}");
        var rows = table.Lines.Select(layout.Row).Select(Row).OfType<FileRow>().ToList();
        return new(FileKind.Table, rows, _notes.Wrong, _notes.PassedOver, _notes.Remarks) { Language = _language };
    }

    private FileRow? Row(CsvRow row)
    {
        int before = _notes.Wrong.Count;
        var title = row.Text(CsvColumn.Title);
        string name = CsvLayout.Shortened(title.In(_language));
        if (title.IsEmpty) Wrong(row, FileNotes.TitleMissing, "", "");
        var time = new CsvTime(scope, row, name, _notes).Read();
        var said = Said(row, name) with { Title = title, Time = time };
        if (_notes.Wrong.Count > before || time is null) return null;
        var id = Identity(row, title, time);
        if (!_seen.TryAdd(id, (row, name))) return Again(row, _seen[id].Row, name);
        return new FileRow(id, row.Line, name, said);
    }

    // A key of the file's own stays the same when all else changes; without one the title and the day are what tells activities apart.
    // Both are the organisation's own: two that number their rows from one do not meet.
    private ActivityId Identity(CsvRow row, LocalText title, ActivityTime time) => row[CsvColumn.Key] is { } key
        ? FileIds.Activity(scope.Cycle, Own("key"), key)
        : FileIds.Activity(scope.Cycle, Own("title"), FormattableString.Invariant($"{Folded.Words(title.In("fi"))}/{ActivityStart.Of(time).Date:uuuu-MM-dd}"));

    private string Own(string source) => scope.Importer is { } partner ? $"{source}@{partner}" : source;

    private FileRow? Again(CsvRow row, CsvRow first, string name)
    {
        bool same = row.Cells.Count == first.Cells.Count && row.Cells.All(c => first.Cells.TryGetValue(c.Key, out var other) && other.Text == c.Value.Text);
        string line = FormattableString.Invariant($"{first.Line}");
        if (same) _notes.PassedOver.Add(new FileNote(FileNotes.SameRow, row.Line, "", name, [line]));
        else if (row.Find(CsvColumn.Key) is { } key) Wrong(row, FileNotes.TwoOfOneKey, key.Heading, name, CsvLayout.Shortened(key.Text), line);
        else Wrong(row, FileNotes.TwoOnOneDay, "", name, line);
        return null;
    }

    private SaidOfActivity Said(CsvRow row, string name) => new()
    {
        Description = row.Text(CsvColumn.Description),
        Role = row.Text(CsvColumn.Role),
        Place = row[CsvColumn.Place],
        Address = row[CsvColumn.Address],
        Link = row[CsvColumn.Link],
        RegistrationLink = row[CsvColumn.RegistrationLink],
        Areas = Names(row, CsvColumn.Areas, scope.Names.Areas, FileNotes.UnknownArea, name),
        Themes = Names(row, CsvColumn.Themes, scope.Names.Themes, FileNotes.UnknownTheme, name),
        Participants = Names(row, CsvColumn.Participants, scope.Names.Partners, FileNotes.UnknownParticipant, name),
        Partner = Partner(row, name),
        Deadline = Deadline(row, name),
        Status = Status(row, name),
    };

    private ValueList<TId>? Names<TId>(CsvRow row, CsvColumn column, KnownNames<TId> known, string unknownCode, string name) where TId : struct
    {
        if (row.Find(column) is not { } cell) return null;
        var found = known.All(cell.Text, out var unknown);
        // The row is worth more than one of its names: it is taken without it.
        foreach (string missing in unknown.Take(UnknownTold))
            _notes.Remarks.Add(new FileNote(unknownCode, row.Line, cell.Heading, name, [CsvLayout.Shortened(missing), known.Nearest(missing), known.Some]));
        return found.Count > 0 ? found : null;
    }

    private PartnerId? Partner(CsvRow row, string name)
    {
        if (row.Find(CsvColumn.Partner) is not { } cell) return null;
        if (scope.Names.Partners.Find(cell.Text) is { } partner) return partner;
        Wrong(row, FileNotes.UnknownPartner, cell.Heading, name, CsvLayout.Shortened(cell.Text), scope.Names.Partners.Nearest(cell.Text), scope.Names.Partners.Some);
        return null;
    }

    private RegistrationDeadline? Deadline(CsvRow row, string name)
    {
        if (row.Find(CsvColumn.RegistrationDeadline) is not { } cell) return null;
        if (WrittenDeadline.Read(cell.Text, scope.Cycle.Year) is { } deadline) return deadline;
        Wrong(row, FileNotes.NotADeadline, cell.Heading, name, CsvLayout.Shortened(cell.Text));
        return null;
    }

    private ActivityStatus? Status(CsvRow row, string name)
    {
        if (row.Find(CsvColumn.Status) is not { } cell) return null;
        var status = WrittenStatus.Find(cell.Text);
        if (status is ActivityStatus.Held) Wrong(row, FileNotes.HeldStatus, cell.Heading, name);
        else if (status is null) Wrong(row, FileNotes.UnknownStatus, cell.Heading, name, CsvLayout.Shortened(cell.Text));
        return status;
    }

    private void Wrong(CsvRow row, string code, string column, string name, params ReadOnlySpan<string> arguments) =>
        _notes.Wrong.Add(new FileNote(code, row.Line, column, name, ValueList.Create(arguments)));
}
