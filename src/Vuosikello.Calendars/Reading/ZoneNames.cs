using NodaTime;
using NodaTime.TimeZones;

namespace Vuosikello.Calendars.Reading;

/// <summary>Zones by the names that programs give them.</summary>
internal static class ZoneNames
{
    private static readonly IDateTimeZoneProvider Tzdb = DateTimeZoneProviders.Tzdb;
    private static readonly IDictionary<string, string> Windows = TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping;

    private static readonly Dictionary<string, string> ByCity = Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal))
        .GroupBy(id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' '), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone and in what manner it was named; null when none is meant.</summary>
    /// <param name="name">A TZID.</param>
    public static (DateTimeZone Zone, NoteKind? Manner)? Find(string name)
    {
        if (Tzdb.GetZoneOrNull(name) is { } zone) return (zone, null);
        if (Windows.TryGetValue(name, out string? id) && Tzdb.GetZoneOrNull(id) is { } windows) return (windows, NoteKind.ZoneByWindowsName);
        for (int slash = name.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            if (slash + 1 < name.Length && Tzdb.GetZoneOrNull(name[(slash + 1)..]) is { } byPath) return (byPath, NoteKind.ZoneByPath);
        }
        return ByDescription(name) is { } described ? (described, NoteKind.ZoneByDescription) : null;
    }

    /// <summary>Such as "(UTC+02:00) Helsinki, Kyiv", "GMT+0200" or "Helsinki".</summary>
    private static DateTimeZone? ByDescription(string name)
    {
        var (offset, rest) = Offset(name.Trim());
        foreach (string city in rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ByCity.TryGetValue(city, out string? id)) continue;
            var zone = Tzdb[id];
            if (offset is null || offset == Standard(zone)) return zone;
        }
        return offset is { } fixedOffset && rest.Length == 0 ? DateTimeZone.ForOffset(fixedOffset) : null;
    }

    private static (Offset? Offset, string Cities) Offset(string name)
    {
        string text = name.StartsWith('(') ? name[1..] : name;
        if (!text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)) return (null, name);
        int end = text.AsSpan(3).IndexOfAnyExcept("+-:0123456789") is var found and >= 0 ? found + 3 : text.Length;
        string digits = text[3..end].Replace(":", "", StringComparison.Ordinal);
        string rest = text[end..].TrimStart(')', ' ');
        if (digits.Length == 0) return (NodaTime.Offset.Zero, rest);
        if (digits[0] is not ('+' or '-') || !int.TryParse(digits.AsSpan(1), out int number) || digits.Length > 5) return (null, name);
        int minutes = digits.Length <= 3 ? number * 60 : (number / 100 * 60) + (number % 100);
        if (minutes > 14 * 60) return (null, name);
        return (NodaTime.Offset.FromSeconds((digits[0] == '-' ? -minutes : minutes) * 60), rest);
    }

    private static Offset Standard(DateTimeZone zone) => zone.GetZoneInterval(Instant.FromUtc(2020, 1, 15, 0, 0)).StandardOffset;
}
