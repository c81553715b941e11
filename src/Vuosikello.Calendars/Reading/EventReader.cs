using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Reading;

/// <summary>Understands the VEVENTs of a document.</summary>
internal sealed class EventReader(Notes notes, MemoryBudget memory, ReadOptions options)
{
    private const int LongestFault = 200;
    private readonly EventSlots _slots = new(notes);
    private readonly List<ReadAddition> _times = [];

    public ImmutableArray<ReadEvent> Read(CalendarDocument document)
    {
        var events = ImmutableArray.CreateBuilder<ReadEvent>();
        foreach (var calendar in document.Calendars)
        {
            if (calendar.Property("VERSION") is { } version && version.Octets.SequenceEqual("1.0"u8))
            {
                notes.Add(NoteKind.OldVersion, version.ValueAt, $"This is vCalendar 1.0; read as iCalendar, of which recurrence and alarms differ.");
            }
            var zones = new ZoneFinder(calendar, notes, memory);
            var times = new TimeReader(zones, notes, memory);
            var floating = FloatingZone(calendar);
            var spans = new SpanReader(notes, floating);
            foreach (var component in calendar.Components)
            {
                if (component.Name != "VEVENT") continue;
                if (!memory.Take(MemoryBudget.Event)) return events.ToImmutable();
                if (Event(component, times, spans, floating) is { } e) events.Add(e);
            }
        }
        return events.DrainToImmutable();
    }

    private DateTimeZone FloatingZone(CalendarComponent calendar) =>
        options.FloatingZone
        ?? (calendar.Property("X-WR-TIMEZONE") is { } hint ? ZoneNames.Find(hint.Text)?.Zone : null)
        ?? DateTimeZone.Utc;

    private ReadEvent? Event(CalendarComponent component, TimeReader times, SpanReader spans, DateTimeZone floating)
    {
        _slots.Fill(component);
        if (_slots[PropertyKind.Start] is not { } startProperty)
        {
            notes.Add(NoteKind.MissingStart, (component.Line, 1), $"A VEVENT without DTSTART; only in the document.");
            return null;
        }
        if (times.One(startProperty) is not { } start) return null;
        var id = _slots[PropertyKind.RecurrenceId];
        var uid = _slots[PropertyKind.Uid];
        if (uid is not { Octets.IsEmpty: false }) notes.Add(NoteKind.MissingUid, (component.Line, 1), $"A VEVENT without UID: it cannot be told from others when it changes.");
        if (_slots[PropertyKind.Stamp] is null) notes.Add(NoteKind.MissingStamp, (component.Line, 1), $"A VEVENT without DTSTAMP.");
        var end = _slots[PropertyKind.EventEnd] is { } endProperty ? times.One(endProperty) : null;
        return new ReadEvent(component, start, spans.Span(startProperty, start, _slots[PropertyKind.EventEnd], end, _slots[PropertyKind.Duration]))
        {
            Uid = uid is { Octets.IsEmpty: false } named ? named.Text : null,
            Rule = Rule(start),
            Additions = Times(component, PropertyKind.Additions, start, times),
            Exceptions = _slots[PropertyKind.Exceptions] is null ? [] : [.. Times(component, PropertyKind.Exceptions, start, times).Select(time => time.Start)],
            RecurrenceId = id is { } of ? times.One(of) : null,
            ThisAndFuture = "THISANDFUTURE".Equals(id?.Parameter("RANGE"), StringComparison.OrdinalIgnoreCase),
            Stamp = times.Moment(_slots[PropertyKind.Stamp], floating),
            Created = times.Moment(_slots[PropertyKind.Created], floating),
            LastModified = times.Moment(_slots[PropertyKind.LastModified], floating),
            Sequence = Number(PropertyKind.Sequence, int.MaxValue) ?? 0,
            Priority = Number(PropertyKind.Priority, 9),
            Status = Word<EventStatus>(PropertyKind.Status),
            Access = Word<EventAccess>(PropertyKind.Access),
            Transparent = _slots[PropertyKind.Transparency] is { } t && t.Octets.Trim(" "u8).SequenceEqual("TRANSPARENT"u8),
        };
    }

    private RecurrenceRule? Rule(ReadTime start)
    {
        if (_slots[PropertyKind.Rule] is not { } property || !memory.Take(property.Octets.Length * 8)) return null;
        var text = property.Octets.Trim(" \t"u8);
        // Some programs end a rule with a semicolon.
        if (text.EndsWith(";"u8)) text = text[..^1];
        if (RuleText.TryParse(text, out var rule, out string? fault) && (fault = rule.FindFault(startIsDate: start is ReadTime.Date)) is null) return rule;
        notes.Add(NoteKind.WrongRule, property.ValueAt, $"RRULE: {Notes.Quote(fault, LongestFault)}; the event is taken as one that does not recur.");
        return null;
    }

    private ImmutableArray<ReadAddition> Times(CalendarComponent component, PropertyKind kind, ReadTime start, TimeReader times)
    {
        if (_slots[kind] is null) return [];
        _times.Clear();
        foreach (var property in component.PropertySpan)
        {
            if (property.Kind != kind || property.Octets.IsEmpty) continue;
            int before = _times.Count;
            times.Many(property, _times);
            if (_times.Count > before && _times[before].Start is ReadTime.Date != start is ReadTime.Date)
            {
                notes.Add(NoteKind.DateOfOtherKind, property.ValueAt, $"{property.Name} and DTSTART: one is a date, the other a time; compared by their days.");
            }
        }
        return [.. _times];
    }

    private int? Number(PropertyKind kind, int most)
    {
        if (_slots[kind] is not { } property) return null;
        if (int.TryParse(property.Octets.Trim(" "u8), System.Globalization.CultureInfo.InvariantCulture, out int value) && value >= 0 && value <= most) return value;
        notes.Add(NoteKind.WrongValue, property.ValueAt, $"{property.Name}: {Notes.Quote(property.Octets)} is not a number from 0 to {most}; left out.");
        return null;
    }

    private T? Word<T>(PropertyKind kind)
        where T : struct, Enum
    {
        if (_slots[kind] is not { } property) return null;
        foreach (var value in Words<T>.All)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(property.Octets.Trim(" "u8), value.Name)) return value.Value;
        }
        notes.Add(NoteKind.WrongValue, property.ValueAt, $"{property.Name}: {Notes.Quote(property.Octets)} is none that RFC 5545 has for an event; left out.");
        return null;
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly (string Name, T Value)[] All = [.. Enum.GetValues<T>().Select(value => (value.ToString(), value))];
    }
}
