using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Calendars.TestKit;

/// <summary>What programs are known to get wrong in texts and hours, each exactly: what they show is compared with what they make of the right text, and anything else is a difference.</summary>
public static class KnownFaults
{
    /// <summary>What a program shows of a TEXT value (RFC 5545 section 3.3.11); the text itself where it has no fault.</summary>
    public static string Shown(string program, string text) => program switch
    {
        "python-icalendar" or "khal" => UnescapedTwice(text),
        _ => text,
    };

    /// <summary>When a program shows something that is written in UTC in a calendar whose X-WR-TIMEZONE is that zone; as it is where the program has no fault.</summary>
    /// <param name="start">As in <see cref="ReaderOccurrence"/>.</param>
    /// <param name="end">The same.</param>
    public static (string Start, string End) Shown(string program, string start, string end, DateTimeZone zone)
    {
        if (program != "python-icalendar" || !InstantPattern.General.Parse(start).TryGetValue(default, out var from)) return (start, end);
        var late = FromTheSecondOfTwo(from, zone);
        return (InstantPattern.General.Format(from + late), InstantPattern.General.Format(InstantPattern.General.Parse(end).Value + late));
    }

    /// <summary>recurring-ical-events 2.0 takes times in UTC over to the calendar's zone, and there an hour that is shown twice always for the second of the two.</summary>
    private static Duration FromTheSecondOfTwo(Instant start, DateTimeZone zone)
    {
        var shown = zone.MapLocal(start.InZone(zone).LocalDateTime);
        return shown.Count == 2 && shown.First().ToInstant() == start ? shown.Last().ToInstant() - start : Duration.Zero;
    }

    /// <summary>
    /// python-icalendar 4.0, which khal reads with too, replaces escapes by percent codes, those by what they stand for, and then undoes escapes once
    /// more, one kind after the other: a backslash that was escaped makes another escape of what follows it, and a percent code in the text is undone.
    /// </summary>
    private static string UnescapedTwice(string text)
    {
        string written = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        string coded = written.Replace("\\,", "%2C", StringComparison.Ordinal).Replace("\\:", "%3A", StringComparison.Ordinal).Replace("\\;", "%3B", StringComparison.Ordinal).Replace("\\\\", "%5C", StringComparison.Ordinal);
        string once = coded.Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal).Replace("%3B", ";", StringComparison.Ordinal).Replace("%5C", "\\", StringComparison.Ordinal);
        return once.Replace("\\N", "\\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}
