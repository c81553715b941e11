using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Words;

/// <summary>What recurs, in words: the rule, the days it runs between, the hours, and what is left out.</summary>
internal static class RecurrenceInWords
{
    /// <summary>More left-out days than this are counted instead of listed.</summary>
    private const int ExceptionsListed = 4;

    internal static string Of(ActivityTime.Recurring time, string language, bool withYear)
    {
        var first = time.First is ActivityTime.Exact exact ? TimeInWords.InHelsinki(exact) : time.First;
        var start = Occurrences.FirstDay(first);
        string span = TimeInWords.Span(start, time.Rule.Until, language, withYear);
        string comma = language == "en" ? ", " : " ";
        return $"{Rule(time.Rule, start, language)}{comma}{span}{Each(first, language)}{LeftOut(time.Exceptions, language)}";
    }

    private static string Each(ActivityTime first, string language) => first switch
    {
        ActivityTime.Exact t => TimeInWords.Hours(t.Start.TimeOfDay, t.End.TimeOfDay, language),
        ActivityTime.Days t when t.Last > t.First => Days(Period.DaysBetween(t.First, t.Last) + 1, language),
        _ => "",
    };

    private static string Days(int days, string language) => language switch
    {
        "sv" => Invariant($", {days} dagar åt gången"),
        "en" => Invariant($", {days} days at a time"),
        _ => Invariant($", {days} päivää kerrallaan"),
    };

    private static string LeftOut(ValueList<LocalDate> exceptions, string language)
    {
        if (exceptions.Count == 0) return "";
        string but = language switch { "sv" => ", utom ", "en" => ", except ", _ => ", paitsi " };
        if (exceptions.Count <= ExceptionsListed)
            return but + Listed(exceptions.Order().Select(day => TimeInWords.Date(day, language, withYear: false)), language);
        string times = language switch { "sv" => "gånger", "en" => "times", _ => "kertaa" };
        return Invariant($"{but}{exceptions.Count} {times}");
    }

    private static string Rule(Recurrence rule, LocalDate first, string language) => rule.Frequency switch
    {
        Frequency.Daily => Every(rule.Interval, language switch { "sv" => "dag", "en" => "day", _ => "päivä" }, language),
        Frequency.Weekly => Weekly(rule, first, language),
        _ => Monthly(rule, first, language),
    };

    private static string Weekly(Recurrence rule, LocalDate first, string language)
    {
        var days = rule.Weekdays.Count == 0 ? [first.DayOfWeek] : rule.Weekdays.Order().ToArray();
        if (days.Length == 1) return Every(rule.Interval, CalendarNames.Weekday(days[0], language), language);
        string on = Listed(days.Select(day => Plural(day, language)), language);
        if (rule.Interval == 1) return on;
        string week = Every(rule.Interval, language switch { "sv" => "vecka", "en" => "week", _ => "viikko" }, language);
        return language switch { "sv" => $"{week} på {on}", "en" => $"{week} on {on}", _ => $"{week} {on}" };
    }

    private static string Monthly(Recurrence rule, LocalDate first, string language)
    {
        string months = Every(rule.Interval, language switch { "sv" => "månad", "en" => "month", _ => "kuukausi" }, language);
        bool each = rule.Interval == 1;
        if (rule is { MonthWeek: { } week, MonthWeekday: { } weekday })
        {
            string name = CalendarNames.Weekday(weekday, language);
            return language switch
            {
                "sv" => $"{Nth(week, language)} {name}en {months}",
                "en" => $"on the {Nth(week, language)} {name} of {months}",
                _ when each => $"joka kuukauden {Nth(week, language)} {name}",
                _ => $"{months} {NthInFinnish(week)} {name}na",
            };
        }
        int day = rule.MonthDay ?? first.Day;
        return language switch
        {
            "sv" => day < 0 ? $"den sista dagen {months}" : Invariant($"den {day} {months}"),
            "en" => day < 0 ? $"on the last day of {months}" : $"on the {EnglishOrdinal(day)} of {months}",
            _ when each => day < 0 ? "joka kuukauden viimeinen päivä" : Invariant($"joka kuukauden {day}. päivä"),
            _ => day < 0 ? $"{months} viimeisenä päivänä" : Invariant($"{months} {day}. päivänä"),
        };
    }

    /// <summary>"Every other Monday": the unit is in its ground form.</summary>
    private static string Every(int interval, string unit, string language) => (language, interval) switch
    {
        ("sv", 1) => $"varje {unit}",
        ("sv", 2) => $"varannan {unit}",
        ("sv", <= 6) => $"var {Third(interval, "tredje", "fjärde", "femte", "sjätte")} {unit}",
        ("sv", _) => Invariant($"var {interval}:e {unit}"),
        ("en", 1) => $"every {unit}",
        ("en", 2) => $"every other {unit}",
        ("en", <= 6) => $"every {Third(interval, "third", "fourth", "fifth", "sixth")} {unit}",
        ("en", _) => $"every {EnglishOrdinal(interval)} {unit}",
        (_, 1) => $"joka {unit}",
        (_, 2) => $"joka toinen {unit}",
        (_, <= 6) => $"joka {Third(interval, "kolmas", "neljäs", "viides", "kuudes")} {unit}",
        _ => Invariant($"joka {interval}. {unit}"),
    };

    private static string Third(int number, params ReadOnlySpan<string> fromThree) => fromThree[number - 3];

    private static string Nth(int week, string language) => (language, week) switch
    {
        ("sv", -1) => "sista",
        ("sv", 1) => "första",
        ("sv", 2) => "andra",
        ("sv", 3) => "tredje",
        ("sv", _) => "fjärde",
        ("en", -1) => "last",
        ("en", 1) => "first",
        ("en", 2) => "second",
        ("en", 3) => "third",
        ("en", _) => "fourth",
        (_, -1) => "viimeinen",
        (_, 1) => "ensimmäinen",
        (_, 2) => "toinen",
        (_, 3) => "kolmas",
        _ => "neljäs",
    };

    private static string NthInFinnish(int week) => week switch
    {
        -1 => "viimeisenä",
        1 => "ensimmäisenä",
        2 => "toisena",
        3 => "kolmantena",
        _ => "neljäntenä",
    };

    private static string Plural(IsoDayOfWeek day, string language) => language switch
    {
        "sv" => CalendarNames.Weekday(day, language) + "ar",
        "en" => CalendarNames.Weekday(day, language) + "s",
        _ => day == IsoDayOfWeek.Wednesday ? "keskiviikkoisin" : CalendarNames.Weekday(day, language) + "sin",
    };

    private static string EnglishOrdinal(int number)
    {
        string ending = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return Invariant($"{number}{ending}");
    }

    private static string Listed(IEnumerable<string> items, string language)
    {
        string[] all = [.. items];
        string and = language switch { "sv" => " och ", "en" => " and ", _ => " ja " };
        return all.Length == 1 ? all[0] : string.Join(", ", all[..^1]) + and + all[^1];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
