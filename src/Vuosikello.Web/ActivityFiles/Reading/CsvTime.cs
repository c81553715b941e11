using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>When the activity of a line takes place, from the four columns that say it together.</summary>
internal sealed class CsvTime(ReadingScope scope, CsvRow row, string name, ReadingNotes notes)
{
    private readonly WrittenDates _dates = new(scope.Cycle.Year);

    /// <returns>Null, with a note, when it cannot be read.</returns>
    public ActivityTime? Read()
    {
        if (row.Find(CsvColumn.Date) is not { } cell) return Wrong(FileNotes.DateMissing, "");
        if (Date(cell) is not { } first) return null;
        WrittenDate? last = null;
        if (row.Find(CsvColumn.EndDate) is { } end && (last = Date(end)) is null) return null;
        if (!Clock(row.Find(CsvColumn.StartTime) ?? Of(cell.Heading, first.Clock), out var start)) return null;
        if (!Clock(row.Find(CsvColumn.EndTime) ?? Of(row.Find(CsvColumn.EndDate)?.Heading, last?.Clock), out var stop)) return null;
        return (first.IsMonth, last?.IsMonth ?? first.IsMonth) switch
        {
            (true, true) when start is null && stop is null => Months(first, last),
            (true, true) => Wrong(FileNotes.ClockWithMonth, cell.Heading, cell.Text),
            (false, false) => Days(first, last, start, stop),
            _ => Wrong(FileNotes.EndOfOtherKind, row.Find(CsvColumn.EndDate)!.Value.Heading, row[CsvColumn.EndDate]!),
        };
    }

    private static ActivityTime.Months Months(WrittenDate first, WrittenDate? last) => new(first.First.ToYearMonth(), (last?.End ?? first.End).ToYearMonth());

    private ActivityTime? Days(WrittenDate first, WrittenDate? last, WrittenClock? start, WrittenClock? stop)
    {
        var (day, lastDay) = (first.First, last?.End ?? first.End);
        if (start is not { } from) return stop is null ? new ActivityTime.Days(day, lastDay) : Wrong(FileNotes.StartClockMissing, row.Find(CsvColumn.EndTime)?.Heading ?? "");
        if (stop is not null && from.End is not null) return Wrong(FileNotes.NotAClock, row.Find(CsvColumn.StartTime)?.Heading ?? "", row[CsvColumn.StartTime] ?? "");
        var begins = (from.StartsNextDay ? day.PlusDays(1) : day) + from.Start;
        if (stop is { } until) return Exact(begins, (until.StartsNextDay ? lastDay.PlusDays(1) : lastDay) + until.Start);
        if (from.End is { } end) return Exact(begins, (from.EndsNextDay ? lastDay.PlusDays(1) : lastDay) + end);
        if (lastDay != day) return Wrong(FileNotes.EndClockMissing, row.Find(CsvColumn.StartTime)?.Heading ?? "");
        notes.Remarks.Add(new FileNote(FileNotes.HourAssumed, row.Line, "", name, []));
        return Exact(begins, begins.PlusHours(1));
    }

    private static ActivityTime.Exact Exact(LocalDateTime start, LocalDateTime end) => new(start, end);

    private WrittenDate? Date((string Heading, string Text) cell)
    {
        string? wrong = _dates.Read(cell.Text, out var date);
        if (wrong is null)
        {
            if (date.YearAssumed) notes.Remarks.Add(new FileNote(FileNotes.YearAssumed, row.Line, cell.Heading, name, [CsvLayout.Shortened(cell.Text), FormattableString.Invariant($"{scope.Cycle.Year}")]));
            return date;
        }
        Wrong(wrong, cell.Heading, CsvLayout.Shortened(cell.Text), FormattableString.Invariant($"{scope.Cycle.Year}"));
        return null;
    }

    private bool Clock((string Heading, string Text)? cell, out WrittenClock? clock)
    {
        clock = null;
        if (cell is not { } written) return true;
        // Excel puts midnight behind a day that has no time of day.
        if (cell == Of(written.Heading, "00:00:00") && row.Find(CsvColumn.StartTime) != cell && row.Find(CsvColumn.EndTime) != cell) return true;
        clock = WrittenClock.Read(written.Text);
        if (clock is not null) return true;
        Wrong(FileNotes.NotAClock, written.Heading, CsvLayout.Shortened(written.Text));
        return false;
    }

    private static (string Heading, string Text)? Of(string? heading, string? text) => text is null ? null : (heading ?? "", text);

    private ActivityTime? Wrong(string code, string column, params ReadOnlySpan<string> arguments)
    {
        notes.Wrong.Add(new FileNote(code, row.Line, column, name, ValueList.Create(arguments)));
        return null;
    }
}
