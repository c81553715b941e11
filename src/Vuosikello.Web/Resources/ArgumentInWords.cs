using NodaTime;
using NodaTime.Text;
using Vuosikello.Projections.Words;

namespace Vuosikello.Web.Resources;

/// <summary>Refusals name dates and times in ISO 8601, for programs; people read them as they write them.</summary>
public static class ArgumentInWords
{
    private static readonly IPattern<LocalDateTime>[] Moments =
        [LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"), LocalDateTimePattern.ExtendedIso];

    private static readonly IPattern<LocalTime>[] Clocks =
        [LocalTimePattern.CreateWithInvariantCulture("HH:mm"), LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss")];

    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    /// <param name="argument">Anything; what is no date, time of day or month comes back as it is.</param>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    public static string Of(string argument, string language)
    {
        if (LocalDatePattern.Iso.Parse(argument) is { Success: true } day) return TimeInWords.Date(day.Value, language);
        if (Parsed(Moments, argument) is { } moment) return TimeInWords.At(moment, language);
        if (Parsed(Clocks, argument) is { } clock) return TimeInWords.Clock(clock, language);
        if (Month.Parse(argument) is { Success: true } month) return $"{CalendarNames.Month(month.Value.Month, language)} {month.Value.Year}";
        return argument;
    }

    private static T? Parsed<T>(IPattern<T>[] patterns, string text) where T : struct
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text) is { Success: true } parsed) return parsed.Value;
        }
        return null;
    }
}
