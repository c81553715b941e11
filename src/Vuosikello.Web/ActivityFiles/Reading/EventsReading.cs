using System.Globalization;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Reading;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Reads an iCalendar file: other programs' events, and our own feeds' back again.</summary>
internal sealed class EventsReading(ReadingScope scope)
{
    private static readonly ReadOptions Options = new()
    {
        MaxOctets = FileLimits.Octets,
        MaxComponents = FileLimits.Components,
        MaxMemory = 100_000_000,
        MaxNotes = 500,
        FloatingZone = CalendarTimes.Helsinki,
    };

    private readonly ReadingNotes _notes = new();
    private readonly List<FileRow> _rows = [];
    private readonly List<string> _otherYears = [];

    /// <summary>How many events or years are named one by one.</summary>
    private const int MostNamed = 5;

    public async ValueTask<FileReading> Read(ReadOnlyMemory<byte> octets)
    {
        var calendar = CalendarReader.Parse(octets.Span, Options);
        CalendarRemarks.Add(calendar, octets, _notes);
        if (calendar.Events.Length == 0 && _notes.Wrong.Count == 0) return FileReading.Refused(FileKind.Calendar, FileNotes.NoEvents);
        using var effort = new CancellationTokenSource(FileLimits.Effort);
        var series = new CalendarSeries(scope.Cycle.Year, effort.Token);
        var own = new OwnFeed(scope, _notes, series);
        var others = new List<ReadEvent>();
        foreach (var e in calendar.Events)
        {
            if (!own.Takes(e)) others.Add(e);
        }
        // each may have to be looked for in the store
        if (own.Count > FileLimits.Rows) return FileReading.Refused(FileKind.Calendar, FileNotes.TooManyRows, Number(FileLimits.Rows));
        _rows.AddRange(await own.Rows(others));
        foreach (var sameUid in others.GroupBy(Name, StringComparer.Ordinal)) Add(sameUid.Key, [.. sameUid], series);
        if (_otherYears.Count > 0) _notes.PassedOver.Add(new FileNote(FileNotes.OtherYears, 0, "", "", [Number(_otherYears.Count), Named(_otherYears)]));
        if (_rows.Count > FileLimits.Rows) return FileReading.Refused(FileKind.Calendar, FileNotes.TooManyRows, Number(FileLimits.Rows));
        return new(FileKind.Calendar, _rows, _notes.Wrong, _notes.PassedOver, _notes.Remarks) { Language = scope.Language };
    }

    // An event without UID is known by its title and its start.
    private static string Name(ReadEvent e) => e.Uid is { } uid ? $"uid/{uid}" : FormattableString.Invariant($"start/{Folded.Words(e.Summary ?? "")}/{e.Time}");

    private void Add(string name, ReadEvent[] events, CalendarSeries series)
    {
        var masters = events.Where(e => e.RecurrenceId is null).OrderByDescending(e => e.Sequence).ThenByDescending(e => e.LastModified ?? e.Stamp).ToArray();
        foreach (var older in masters.Skip(1)) _notes.PassedOver.Add(Note(FileNotes.OlderOfTwo, older));
        var overrides = events.Where(e => e.RecurrenceId is not null).ToArray();
        if (masters is [var master, ..]) AddSeries(name, master, overrides, series);
        // Some programs send an occurrence alone.
        else foreach (var alone in overrides) AddSeries(FormattableString.Invariant($"{name}/{alone.RecurrenceId}"), alone, [], series);
    }

    private void AddSeries(string name, ReadEvent master, IReadOnlyList<ReadEvent> overrides, CalendarSeries series)
    {
        if (master.Access is EventAccess.Private or EventAccess.Confidential)
        {
            _notes.PassedOver.Add(Note(FileNotes.Private, master));
            return;
        }
        if (series.Of(master, overrides) is not { } taken)
        {
            _notes.Wrong.Add(Note(FileNotes.TooOften, master));
            return;
        }
        if (taken.Count == 0) _otherYears.Add(FormattableString.Invariant($"{TitleOf(master)} ({CalendarSeries.Starts(master)})"));
        else if (master.Rule is not null || !master.Additions.IsEmpty) TellOutside(master, series.Outside(master, overrides));
        int plain = taken.Count(t => t.Suffix.Length > 0 && t.Event == master);
        if (plain > 0) _notes.Remarks.Add(Note(FileNotes.WrittenOut, master, Number(plain)));
        foreach (var one in taken) AddRow(one.Suffix.Length > 0 ? $"{name}/{one.Suffix}" : name, one, isOverride: one.Event != master);
    }

    private void TellOutside(ReadEvent master, IReadOnlyDictionary<int, int>? years)
    {
        if (years is null) _notes.Remarks.Add(Note(FileNotes.EndlessSeries, master, Number(scope.Cycle.Year)));
        else if (years.Count > 0) _notes.Remarks.Add(Note(FileNotes.OutsideYear, master, Named([.. years.Reverse().Select(y => FormattableString.Invariant($"{y.Value} ({y.Key})"))])));
    }

    private static string Named(List<string> all) => string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? ", …" : "");

    private void AddRow(string name, TakenEvent taken, bool isOverride)
    {
        var e = taken.Event;
        if (_rows.Count > FileLimits.Rows) return;
        if (taken.Time.HourAssumed) _notes.Remarks.Add(Note(FileNotes.HourAssumed, e));
        if (taken.Time.Skipped) _notes.Remarks.Add(Note(FileNotes.ClockSkipped, e));
        if (isOverride) _notes.Remarks.Add(Note(FileNotes.OneOfSeries, e));
        if (string.IsNullOrWhiteSpace(e.Summary))
        {
            _notes.Wrong.Add(Note(FileNotes.TitleMissing, e));
            return;
        }
        var said = new EventFields(scope, _notes).Of(e) with { Time = taken.Time.Time };
        _rows.Add(new FileRow(FileIds.Activity(scope.Cycle, "calendar", name), e.Component.Line, TitleOf(e), said));
    }

    internal static FileNote Note(string code, ReadEvent e, params ReadOnlySpan<string> arguments) =>
        new(code, e.Component.Line, "", TitleOf(e), ValueList.Create(arguments)) { Day = e.Time.StartDate };

    internal static string TitleOf(ReadEvent e) => CsvLayout.Shortened(CalendarText.Clean(e.Summary ?? "").Trim());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
