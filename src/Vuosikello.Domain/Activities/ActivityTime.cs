using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>When an activity takes place: to the minute, by days, by months, or again and again.</summary>
public abstract record ActivityTime
{
    private ActivityTime() { }

    /// <summary>From one minute to another on the clock of a zone. The end may be on a later day.</summary>
    /// <param name="Start">Local time in <paramref name="Zone"/>.</param>
    /// <param name="End">Local time in <paramref name="Zone"/>, after the start.</param>
    /// <param name="Zone">A TZDB id, normally <c>Europe/Helsinki</c>.</param>
    public sealed record Exact(LocalDateTime Start, LocalDateTime End, string Zone = Zones.Helsinki) : ActivityTime;

    /// <summary>Whole days, from the first to the last one, both included.</summary>
    public sealed record Days(LocalDate First, LocalDate Last) : ActivityTime;

    /// <summary>A month or several, of which the days are not known or do not matter; both ends included.</summary>
    public sealed record Months(YearMonth First, YearMonth Last) : ActivityTime;

    /// <summary>
    /// The first occurrence again and again by a rule, except on some days. The first one is <see cref="Exact"/> or
    /// <see cref="Days"/> and falls on the rule; exceptions are starting dates that the rule produces.
    /// </summary>
    public sealed record Recurring(ActivityTime First, Recurrence Rule, ValueList<LocalDate> Exceptions) : ActivityTime;
}

/// <summary>Names of time zones.</summary>
public static class Zones
{
    /// <summary>The zone of every partnership, and of all times shown.</summary>
    public const string Helsinki = "Europe/Helsinki";
}

/// <summary>How often something recurs within a year. Only what all calendar programs agree on; a subset of RFC 5545's RRULE.</summary>
/// <param name="Frequency">Days, weeks or months.</param>
/// <param name="Interval">Every how many of them, 1 to 99.</param>
/// <param name="Until">The last day on which an occurrence may start; within the cycle's year.</param>
/// <param name="Weekdays">Weekly: on these days of the week (empty: the first occurrence's). Otherwise empty.</param>
/// <param name="MonthDay">Monthly: on this day of the month, 1 to 31 (months without it are left out), or -1 for the last. Without it and <paramref name="MonthWeek"/>: the first occurrence's day.</param>
/// <param name="MonthWeek">Monthly: which of the month's <paramref name="MonthWeekday"/>s, 1 to 4, or -1 for the last.</param>
/// <param name="MonthWeekday">Monthly: the day of the week that <paramref name="MonthWeek"/> counts.</param>
public sealed record Recurrence(
    Frequency Frequency,
    int Interval,
    LocalDate Until,
    ValueList<IsoDayOfWeek> Weekdays,
    int? MonthDay = null,
    int? MonthWeek = null,
    IsoDayOfWeek? MonthWeekday = null);

/// <summary>The unit of a <see cref="Recurrence"/>.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
}
