using NodaTime;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Reading;

/// <summary>Reads times in the zones of a calendar.</summary>
internal sealed class TimeReader(ZoneFinder zones, Notes notes, MemoryBudget memory)
{
    /// <summary>The property's only time; null, with a note, when it is none.</summary>
    public ReadTime? One(CalendarProperty property) => Read(property, property.Octets);

    /// <summary>The property's times with commas between them, those left out, with notes, that are none. Only RDATE may have periods.</summary>
    public void Many(CalendarProperty property, List<ReadAddition> into)
    {
        var left = property.Octets;
        while (true)
        {
            int comma = left.IndexOf((byte)',');
            var value = comma < 0 ? left : left[..comma];
            int slash = value.IndexOf((byte)'/');
            var start = Read(property, slash < 0 ? value : value[..slash]);
            if (start is not null && memory.Take(MemoryBudget.Time)) into.Add(new(start, slash < 0 ? null : Length(property, start, value[(slash + 1)..])));
            if (comma < 0) return;
            left = left[(comma + 1)..];
        }
    }

    /// <summary>What stands behind the slash of a period: an end or a length (RFC 5545 section 3.3.9).</summary>
    private OccurrenceLength? Length(CalendarProperty property, ReadTime start, ReadOnlySpan<byte> text)
    {
        OccurrenceLength? length = null;
        if (property.Kind == PropertyKind.Additions && start is not ReadTime.Date)
        {
            if (LengthForm.Parse(text.Trim(" \t"u8)) is { } form) length = new(form.Days, Duration.FromSeconds(form.Seconds));
            else if (Read(property, text) is { } end and not ReadTime.Date) length = OccurrenceLength.Exactly(end.ToInstant(DateTimeZone.Utc) - start.ToInstant(DateTimeZone.Utc));
        }
        bool fits = length is { Days: >= 0 } read && read.Time >= Duration.Zero;
        if (fits) return length;
        notes.Add(NoteKind.WrongLength, property.ValueAt, $"{property.Name}: {Notes.Quote(text)} behind a slash is no end and no length of a period; only the start is taken.");
        return null;
    }

    /// <summary>A moment in UTC, as DTSTAMP and its like are.</summary>
    public Instant? Moment(CalendarProperty? property, DateTimeZone floating)
    {
        if (property is not { } said) return null;
        bool plain = said.Parameters.IsEmpty && said.Octets is [.., (byte)'Z'];
        return plain && TimeForm.Parse(said.Octets) is { IsOdd: false, IsLeapSecond: false, Time: { } time } form
            ? Instant.FromUnixTimeSeconds(LocalSeconds.Of(form.Date + time))
            : One(said)?.ToInstant(floating);
    }

    private ReadTime? Read(CalendarProperty property, ReadOnlySpan<byte> value)
    {
        if (TimeForm.Parse(value.Trim(" \t"u8)) is not { } form)
        {
            notes.Add(NoteKind.WrongTime, property.ValueAt, $"{property.Name}: {Notes.Quote(value)} is no date and no time; left out.");
            return null;
        }
        if (form.IsOdd) notes.Add(NoteKind.OddTime, property.ValueAt, $"{property.Name}: {Notes.Quote(value)} is not in the form of RFC 5545; taken as {form.Date:uuuu-MM-dd} {form.Time:HH:mm:ss}.");
        if (form.IsLeapSecond) notes.Add(NoteKind.LeapSecond, property.ValueAt, $"{property.Name}: {Notes.Quote(value)} is a leap second; taken as the second before.");
        string? type = property.Parameters.IsEmpty ? null : property.Parameter("VALUE");
        bool saysDate = type is not null && type.Equals("DATE", StringComparison.OrdinalIgnoreCase);
        if (form.Time is not { } time)
        {
            if (!saysDate && property.Kind is not PropertyKind.RecurrenceId) notes.Add(NoteKind.DateWithoutItsType, property.ValueAt, $"{property.Name}: a date without VALUE=DATE; taken as a date.");
            return new ReadTime.Date(form.Date);
        }
        if (saysDate)
        {
            notes.Add(NoteKind.OddTime, property.ValueAt, $"{property.Name}: VALUE=DATE, but {Notes.Quote(value)} has a time; taken as a date.");
            return new ReadTime.Date(form.Date);
        }
        string? zone = property.Parameters.IsEmpty ? null : property.Parameter("TZID");
        return form.Offset is { } offset ? AtOffset(property, form.Date + time, offset, zone) : OnClock(property, form.Date + time, zone);
    }

    private ReadTime.Utc AtOffset(CalendarProperty property, LocalDateTime time, Offset offset, string? zone)
    {
        if (zone is not null && zone is not ("UTC" or "Etc/UTC" or "GMT")) notes.Add(NoteKind.ZoneBesideUtc, property.ValueAt, $"{property.Name} is in UTC and has TZID {Notes.Quote(zone)} too; UTC counts.");
        return new ReadTime.Utc(time.WithOffset(offset).ToInstant());
    }

    private ReadTime OnClock(CalendarProperty property, LocalDateTime time, string? id)
    {
        if (id is null || zones.Find(id, property) is not { } zone) return new ReadTime.Floating(time);
        bool isUtc = zone.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero;
        return isUtc ? new ReadTime.Utc(time.InUtc().ToInstant()) : new ReadTime.Zoned(time, zone);
    }
}
