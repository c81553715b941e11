using NodaTime;

namespace Vuosikello.Calendars.Reading;

/// <summary>Which zones the TZIDs of a calendar mean. Each is looked for, and noted, once.</summary>
internal sealed class ZoneFinder(CalendarComponent calendar, Notes notes, MemoryBudget memory)
{
    private const int MostZones = 1_000;
    private readonly Dictionary<string, DateTimeZone?> _found = new(StringComparer.Ordinal);
    private Dictionary<string, CalendarComponent>? _components;

    /// <summary>TZDB's zone if the id or what is known of it leads to one; otherwise what the file's VTIMEZONE says; null for none.</summary>
    public DateTimeZone? Find(string id, CalendarProperty property)
    {
        if (_found.TryGetValue(id, out var known)) return known;
        var zone = Look(id, property);
        if (_found.Count < MostZones && memory.Take(200 + (id.Length * 2))) _found[id] = zone;
        return zone;
    }

    private DateTimeZone? Look(string id, CalendarProperty property)
    {
        var component = Components.GetValueOrDefault(id);
        if (ZoneNames.Find(id) is { } named)
        {
            if (named.Manner is { } manner) notes.Add(manner, (property.Line, 1), $"TZID {Notes.Quote(id)} is no name of the time zone database; taken as {named.Zone.Id}.");
            if (component is null) notes.Add(NoteKind.NoTimeZoneComponent, (property.Line, 1), $"There is no VTIMEZONE for TZID {Notes.Quote(id)}; taken as {named.Zone.Id} of the time zone database.");
            return named.Zone;
        }
        if (component is not null)
        {
            if (Located(component) is { } located) return located;
            if (new TimeZoneReader(notes, memory).Read(id, component) is { } own)
            {
                notes.Add(NoteKind.ZoneOfTheFile, (component.Line, 1), $"TZID {Notes.Quote(id)} is known to this file alone; its VTIMEZONE is followed.");
                return own;
            }
        }
        notes.Add(NoteKind.UnknownZone, (property.Line, 1), $"TZID {Notes.Quote(id)} is no time zone, and there is no VTIMEZONE for it; its times are taken as floating.");
        return null;
    }

    /// <summary>X-LIC-LOCATION, by which libical's and Apple's kin tell the TZDB id.</summary>
    private DateTimeZone? Located(CalendarComponent component)
    {
        if (component.Property("X-LIC-LOCATION") is not { } location || ZoneNames.Find(location.Text) is not { } named) return null;
        notes.Add(NoteKind.ZoneByDescription, (location.Line, 1), $"TZID {Notes.Quote(component.Property("TZID")?.Text ?? "")} is, by its X-LIC-LOCATION, {named.Zone.Id}.");
        return named.Zone;
    }

    private Dictionary<string, CalendarComponent> Components => _components ??= Gather();

    private Dictionary<string, CalendarComponent> Gather()
    {
        var components = new Dictionary<string, CalendarComponent>(StringComparer.Ordinal);
        foreach (var part in calendar.Components)
        {
            if (part.Name != "VTIMEZONE" || part.Property("TZID") is not { } id || components.Count >= MostZones) continue;
            string text = id.Text;
            if (memory.Take(200 + (text.Length * 2))) components.TryAdd(text, part);
        }
        return components;
    }
}
