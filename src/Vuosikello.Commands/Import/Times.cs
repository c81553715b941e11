using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Import;

/// <summary>The way people write times in an import file: <c>2009-03-24 16:00..19:00</c>, <c>2009-04-02..2009-04-03</c>, <c>2009-06</c>.</summary>
internal static partial class Times
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");
    private static readonly YearMonthPattern Month = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <exception cref="FormatException">It is none of the ways to write a time.</exception>
    public static ActivityTime Read(string when, string? repeats, IReadOnlyList<string>? except)
    {
        var once = Once(when);
        return repeats is not null ? new ActivityTime.Recurring(once, Repeats.Read(repeats), (except ?? []).Select(ReadDay).ToValueList())
            : except is null ? once
            : throw new FormatException("\"except\" says which occurrences fall out: it needs \"repeats\" beside it.");
    }

    /// <summary>A moment in Europe/Helsinki; of one that comes twice the earlier, of one that does not come the time after the gap.</summary>
    /// <exception cref="FormatException">It is not a moment such as <c>2009-03-24 16:00</c>.</exception>
    public static Instant ReadMoment(string text) => Minute.Parse(text).TryGetValue(default, out var moment)
        ? moment.InZoneLeniently(DateTimeZoneProviders.Tzdb[Zones.Helsinki]).ToInstant()
        : throw new FormatException($"\"{text}\" is not a moment: write it as 2009-03-24 16:00.");

    /// <exception cref="FormatException">It is not a date such as <c>2009-03-24</c>.</exception>
    public static LocalDate ReadDay(string text) => Day.Parse(text).TryGetValue(default, out var day)
        ? day : throw new FormatException($"\"{text}\" is not a date: write it as 2009-03-24.");

    /// <exception cref="FormatException">It is not a time of day such as <c>16:00</c>.</exception>
    public static LocalTime ReadClock(string text) => Clock.Parse(text).TryGetValue(default, out var time)
        ? time : throw new FormatException($"\"{text}\" is not a time of day: write it as 16:00.");

    /// <summary>A date, or so many days before the activity.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static RegistrationDeadline ReadDeadline(string text)
    {
        var before = DaysBefore().Match(text);
        return before.Success
            ? new RegistrationDeadline.Before(int.Parse(before.Groups["days"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            : new RegistrationDeadline.On(ReadDay(text));
    }

    private static ActivityTime Once(string when)
    {
        string[] ends = when.Split("..");
        if (ends.Length <= 2)
        {
            string first = ends[0].Trim(), last = ends[^1].Trim();
            if (Minute.Parse(first).TryGetValue(default, out var start) && ends.Length == 2 && End(start, last) is { } end)
                return new ActivityTime.Exact(start, end);
            if (Day.Parse(first).TryGetValue(default, out var firstDay) && Day.Parse(last).TryGetValue(default, out var lastDay))
                return new ActivityTime.Days(firstDay, lastDay);
            if (Month.Parse(first).TryGetValue(default, out var firstMonth) && Month.Parse(last).TryGetValue(default, out var lastMonth))
                return new ActivityTime.Months(firstMonth, lastMonth);
        }
        throw new FormatException(
            $"\"{when}\" is not a time: write 2009-03-24 16:00..19:00, 2009-03-24, 2009-04-02..2009-04-03, 2009-06 or 2009-01..2009-02.");
    }

    private static LocalDateTime? End(LocalDateTime start, string text) =>
        Clock.Parse(text).TryGetValue(default, out var time) ? start.Date + time
        : Minute.Parse(text).TryGetValue(default, out var end) ? end
        : null;

    [GeneratedRegex(@"^(?<days>\d{1,3}) days? before$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DaysBefore();
}
