using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>An RRULE (RFC 5545 section 3.3.10) of whole days and more; weeks start on Monday. It says on which dates something starts.</summary>
public sealed record RecurrenceRule
{
    public required RuleFrequency Frequency { get; init; }

    /// <summary>Every how many days, weeks, months or years; 1 or more.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>COUNT, UNTIL or neither.</summary>
    public RuleEnd End { get; init; } = RuleEnd.Never.Instance;

    /// <summary>BYDAY; ordinals only in monthly and yearly rules.</summary>
    public ImmutableArray<RuleWeekday> ByDay { get; init; } = [];

    /// <summary>BYMONTHDAY: 1 to 31, or -1 (the last) to -31; not in weekly rules.</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    /// <summary>BYMONTH: 1 to 12.</summary>
    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>BYSETPOS: which of the dates of each period, 1 to 366 or -1 to -366.</summary>
    public ImmutableArray<int> BySetPosition { get; init; } = [];

    /// <summary>
    /// The dates on which the rule has something start, in order, from <paramref name="start"/> on. Lazy: the first ten of an
    /// endless rule cost ten. A rule that never produces anything ends, as all do, with the year 9998.
    /// </summary>
    /// <param name="start">Where counting begins; it is itself an occurrence only if the rule produces it.</param>
    public IEnumerable<LocalDate> Occurrences(LocalDate start) => new RuleExpansion(this, start).Dates();

    /// <summary>
    /// True when calendar programs agree on what the rule means for this start. Others are better written out, an event for
    /// each occurrence: days of the month that some months lack, several ordinals or positions, more than 999 occurrences.
    /// </summary>
    public bool IsPortable(LocalDate start) => Portability.IsPortable(this, start);

    internal void Check(string of)
    {
        Refuse(Interval < 1, of, $"INTERVAL is {Interval}; it is 1 or more");
        Refuse(End is RuleEnd.Count { Occurrences: < 1 }, of, "COUNT is less than 1");
        Refuse(ByMonth.Any(m => m is < 1 or > 12), of, "BYMONTH holds something else than 1 to 12");
        Refuse(ByMonthDay.Any(d => d is 0 or < -31 or > 31), of, "BYMONTHDAY holds something else than 1 to 31 or -1 to -31");
        Refuse(!ByMonthDay.IsEmpty && Frequency == RuleFrequency.Weekly, of, "BYMONTHDAY cannot stand in a weekly rule");
        Refuse(ByDay.Any(d => d.Weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday), of, "BYDAY holds something else than a day of the week");
        Refuse(ByDay.Any(d => d.Ordinal is < -53 or > 53), of, "BYDAY holds an ordinal outside -53 to 53");
        Refuse(ByDay.Any(d => d.Ordinal != 0) && Frequency is not (RuleFrequency.Monthly or RuleFrequency.Yearly), of,
            "BYDAY with an ordinal can only stand in a monthly or yearly rule");
        Refuse(BySetPosition.Any(p => p is 0 or < -366 or > 366), of, "BYSETPOS holds something else than 1 to 366 or -1 to -366");
        Refuse(!BySetPosition.IsEmpty && ByDay.IsEmpty && ByMonthDay.IsEmpty && ByMonth.IsEmpty, of, "BYSETPOS needs another BY part to choose from");
    }

    private static void Refuse(bool wrong, string of, string why)
    {
        if (wrong) throw new InvalidCalendarException($"RRULE of {of}: {why}.");
    }
}

/// <summary>FREQ.</summary>
public enum RuleFrequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A day of the week, or the n-th of them in the month or year (negative: from the end; 0: each).</summary>
public readonly record struct RuleWeekday(IsoDayOfWeek Weekday, int Ordinal = 0);

/// <summary>
/// When a rule stops. UNTIL is given as a day and written in the kind of the event's start, because programs count
/// differently when the kinds differ.
/// </summary>
public abstract record RuleEnd
{
    private RuleEnd() { }

    public sealed record Never : RuleEnd
    {
        private Never() { }
        public static Never Instance { get; } = new();
    }

    /// <summary>COUNT: after this many occurrences, those that are left out by EXDATE counted.</summary>
    public sealed record Count(int Occurrences) : RuleEnd;

    /// <summary>UNTIL: the last date on which an occurrence may start. Beside a time it is written as that day's end, in UTC.</summary>
    public sealed record LastDay(LocalDate Date) : RuleEnd;
}
