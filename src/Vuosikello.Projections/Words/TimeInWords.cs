using System.Globalization;
using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Words;

/// <summary>
/// Times as people write them in Finland, in <c>fi</c>, <c>sv</c> and <c>en</c> (anything else means Finnish). Every time is shown on the clock
/// of Helsinki. Independent of the machine's culture.
/// </summary>
public static class TimeInWords
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>The whole time in words: <c>ti 24.3.2009 klo 16–19</c>, <c>2.–3.4.</c>, <c>kesä–elokuu</c>, <c>joka toinen maanantai …</c>.</summary>
    /// <param name="withYear">False where the year is plain from what stands around; a time that runs over New Year says its years all the same.</param>
    public static string Of(ActivityTime time, string language, bool withYear) => time switch
    {
        ActivityTime.Exact t => ExactTime(InHelsinki(t), language, withYear),
        ActivityTime.Days t when t.First == t.Last => Day(t.First, language, withYear),
        ActivityTime.Days t => Span(t.First, t.Last, language, withYear),
        ActivityTime.Months t => MonthSpan(t, language, withYear),
        ActivityTime.Recurring t => RecurrenceInWords.Of(t, language, withYear),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>One day with its weekday: <c>ti 24.3.2009</c>, <c>tis 24.3.2009</c>, <c>Tue 24 Mar 2009</c>.</summary>
    public static string Day(LocalDate day, string language, bool withYear = true) =>
        $"{CalendarNames.ShortWeekday(day.DayOfWeek, language)} {Date(day, language, withYear)}";

    /// <summary>One day without its weekday: <c>24.3.2009</c> or <c>24.3.</c>, <c>24 Mar</c>.</summary>
    public static string Date(LocalDate day, string language, bool withYear = true) => language switch
    {
        "en" => Invariant($"{day.Day} {CalendarNames.ShortMonth(day.Month, language)}{(withYear ? Invariant($" {day.Year}") : "")}"),
        "sv" => Invariant($"{day.Day}.{day.Month}{(withYear ? Invariant($".{day.Year}") : "")}"),
        _ => Invariant($"{day.Day}.{day.Month}.{(withYear ? Invariant($"{day.Year}") : "")}"),
    };

    /// <summary>A moment on the clock of Helsinki: <c>24.3.2009 klo 16.05</c>, <c>24 Mar 2009, 16:05</c>.</summary>
    public static string At(Instant moment, string language) => At(moment.InZone(Helsinki).LocalDateTime, language);

    /// <summary>A moment that is on the clock of Helsinki already: <c>24.3.2009 klo 16.05</c>, <c>24 Mar 2009, 16:05</c>.</summary>
    public static string At(LocalDateTime local, string language) => $"{Date(local.Date, language)}{At(language)}{Clock(local.TimeOfDay, language)}";

    /// <summary>A time of day with its minutes: <c>16.10</c>, in English <c>16:10</c>.</summary>
    public static string Clock(LocalTime time, string language) =>
        Invariant($"{time.Hour}{(language == "en" ? ':' : '.')}{time.Minute:00}");

    /// <summary>From one day to another, both included: <c>2.–3.4.</c>, <c>28.8.–2.9.</c>, <c>28 Aug – 2 Sep</c>.</summary>
    public static string Span(LocalDate first, LocalDate last, string language, bool withYear)
    {
        if (first.Year != last.Year) return Joined(Date(first, language), Date(last, language), language);
        string end = Date(last, language, withYear);
        if (first.Month != last.Month) return Joined(Date(first, language, withYear: false), end, language);
        return Invariant($"{first.Day}{(language is "sv" or "en" ? "" : ".")}–{end}");
    }

    /// <summary>The times of day of one occurrence, with the word before them: <c> klo 16–18.30</c>, <c>, 16:00–18:30</c>.</summary>
    internal static string Hours(LocalTime start, LocalTime end, string language) =>
        $"{At(language)}{ShortClock(start, language)}–{ShortClock(end, language)}";

    internal static ActivityTime.Exact InHelsinki(ActivityTime.Exact time)
    {
        if (time.Zone == Zones.Helsinki || DateTimeZoneProviders.Tzdb.GetZoneOrNull(time.Zone) is not { } zone) return time;
        return new ActivityTime.Exact(Moved(time.Start), Moved(time.End));

        LocalDateTime Moved(LocalDateTime local) => local.InZoneLeniently(zone).WithZone(Helsinki).LocalDateTime;
    }

    private static string ExactTime(ActivityTime.Exact time, string language, bool withYear)
    {
        var (start, end) = (time.Start, time.End);
        if (start.Date == end.Date) return $"{Day(start.Date, language, withYear)}{Hours(start.TimeOfDay, end.TimeOfDay, language)}";
        bool years = withYear || start.Year != end.Year;
        return $"{Point(start)} – {Point(end)}";

        string Point(LocalDateTime at) => $"{Day(at.Date, language, years)}{At(language)}{ShortClock(at.TimeOfDay, language)}";
    }

    private static string MonthSpan(ActivityTime.Months time, string language, bool withYear)
    {
        var (first, last) = (time.First, time.Last);
        if (first.Year != last.Year)
            return Invariant($"{CalendarNames.Month(first.Month, language)} {first.Year} – {CalendarNames.Month(last.Month, language)} {last.Year}");
        string year = withYear ? Invariant($" {last.Year}") : "";
        if (first == last) return CalendarNames.Month(last.Month, language) + year;
        string start = language is "sv" or "en" ? CalendarNames.Month(first.Month, language) : CalendarNames.ShortMonth(first.Month, language);
        return $"{start}–{CalendarNames.Month(last.Month, language)}{year}";
    }

    private static string ShortClock(LocalTime time, string language) =>
        time.Minute == 0 && language != "en" ? Invariant($"{time.Hour}") : Clock(time, language);

    private static string At(string language) => language switch { "sv" => " kl. ", "en" => ", ", _ => " klo " };

    private static string Joined(string first, string last, string language) => language == "en" ? $"{first} – {last}" : $"{first}–{last}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
