using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>
/// An RRULE (RFC 5545 section 3.3.10): on which dates or at which times something starts. What the BY parts do not say comes from
/// the start: a weekly rule without BYDAY is about the start's weekday. Two rules are equal when their parts are, in their order.
/// </summary>
public sealed record RecurrenceRule
{
    /// <summary>FREQ.</summary>
    public required RuleFrequency Frequency { get; init; }

    /// <summary>INTERVAL: every how many seconds, minutes, hours, days, weeks, months or years; 1 or more.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>COUNT, UNTIL or neither.</summary>
    public RuleEnd End { get; init; } = RuleEnd.Never.Instance;

    /// <summary>BYSECOND: 0 to 60; 60, the leap second, counts as 59 (RFC 5545 section 3.3.12).</summary>
    public ImmutableArray<int> BySecond { get; init; } = [];

    /// <summary>BYMINUTE: 0 to 59.</summary>
    public ImmutableArray<int> ByMinute { get; init; } = [];

    /// <summary>BYHOUR: 0 to 23.</summary>
    public ImmutableArray<int> ByHour { get; init; } = [];

    /// <summary>BYDAY; ordinals only in monthly and yearly rules, and not beside BYWEEKNO. In a yearly rule they count in the month if there is BYMONTH, otherwise in the year.</summary>
    public ImmutableArray<RuleWeekday> ByDay { get; init; } = [];

    /// <summary>BYMONTHDAY: 1 to 31, or -1 (the last) to -31; not in weekly rules.</summary>
    public ImmutableArray<int> ByMonthDay { get; init; } = [];

    /// <summary>BYYEARDAY: 1 to 366, or -1 (31 December) to -366; not in daily, weekly and monthly rules.</summary>
    public ImmutableArray<int> ByYearDay { get; init; } = [];

    /// <summary>BYWEEKNO: 1 to 53, or -1 to -53; only in yearly rules. Week 1 is the first with four days in its year; only days of the rule's own year count.</summary>
    public ImmutableArray<int> ByWeekNumber { get; init; } = [];

    /// <summary>BYMONTH: 1 to 12.</summary>
    public ImmutableArray<int> ByMonth { get; init; } = [];

    /// <summary>BYSETPOS: which of the occurrences of each period, 1 to 366 or -1 to -366; only beside another BY part.</summary>
    public ImmutableArray<int> BySetPosition { get; init; } = [];

    /// <summary>WKST: the day on which weeks start. It matters to weekly rules with an interval, and to BYWEEKNO.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Reads the value of an RRULE, such as <c>FREQ=WEEKLY;BYDAY=MO,WE</c>. <see cref="RuleText"/> does it without an exception.</summary>
    /// <exception cref="InvalidCalendarException">It is not a rule; the message says which part is wrong and why.</exception>
    public static RecurrenceRule Parse(string text) =>
        RuleText.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var rule, out string? fault) ? rule : throw new InvalidCalendarException($"RRULE:{text}: {fault}.");

    /// <summary>
    /// The dates on which the rule has something start, in order, from <paramref name="start"/> on. Lazy: the first ten of an
    /// endless rule cost ten. A rule that never produces anything ends, as all do, with the year 9998. BYHOUR, BYMINUTE and
    /// BYSECOND are ignored, as RFC 5545 says of dates.
    /// </summary>
    /// <param name="start">Where counting begins; it is itself an occurrence only if the rule produces it.</param>
    /// <exception cref="InvalidCalendarException">The rule breaks RFC 5545, or goes by hours, minutes or seconds.</exception>
    public IEnumerable<LocalDate> Occurrences(LocalDate start)
    {
        Check(startIsDate: true);
        return Dates(start);
    }

    /// <summary>The times at which the rule has something start, on a clock that is never changed; in all else as for dates.</summary>
    /// <param name="start">Where counting begins; a fraction of a second is left out.</param>
    /// <exception cref="InvalidCalendarException">The rule breaks RFC 5545.</exception>
    public IEnumerable<LocalDateTime> Occurrences(LocalDateTime start)
    {
        Check(startIsDate: false);
        return Times(start);
    }

    /// <summary>
    /// The moments at which the rule has something start, in order and each once. A time that the zone's clock skips means the moment as long after
    /// the jump began; one that it shows twice means the first (RFC 5545 section 3.3.10 by way of 3.3.5). Section 3.3.10 also says that a time
    /// that does not exist is ignored; the programs that we know do not, and nor does this.
    /// </summary>
    /// <param name="start">Where counting begins, on the clock of the zone; a fraction of a second is left out.</param>
    /// <param name="zone">UTC too.</param>
    /// <exception cref="InvalidCalendarException">The rule breaks RFC 5545.</exception>
    public IEnumerable<Instant> Occurrences(LocalDateTime start, DateTimeZone zone)
    {
        Check(startIsDate: false);
        return Moments(start, zone);
    }

    /// <summary>
    /// True when calendar programs agree on what the rule means for this start. Others are better written out, an event for
    /// each occurrence: days of the month that some months lack, several ordinals or positions, more than 999 occurrences.
    /// </summary>
    public bool IsPortable(LocalDate start) => WhyNotPortable(start) is null;

    /// <summary>Why programs disagree on the rule, as a sentence without its full stop; null when they agree.</summary>
    public string? WhyNotPortable(LocalDate start) => Portability.WhyNot(this, start);

    /// <summary>What RFC 5545 forbids in the rule, naming the part; null when it is valid.</summary>
    /// <param name="startIsDate">The rule stands beside a start that is a DATE.</param>
    public string? FindFault(bool startIsDate = false) => RuleFaults.Find(this, startIsDate);

    /// <summary>The value as it stands in a calendar, parts in a fixed order.</summary>
    public override string ToString() => RuleText.Format(this);

    /// <summary>The same parts with the same values in the same order.</summary>
    public bool Equals(RecurrenceRule? other) => other is not null
        && (Frequency, Interval, WeekStart) == (other.Frequency, other.Interval, other.WeekStart)
        && End == other.End
        && BySecond.SequenceEqual(other.BySecond) && ByMinute.SequenceEqual(other.ByMinute) && ByHour.SequenceEqual(other.ByHour)
        && ByDay.SequenceEqual(other.ByDay) && ByMonthDay.SequenceEqual(other.ByMonthDay) && ByYearDay.SequenceEqual(other.ByYearDay)
        && ByWeekNumber.SequenceEqual(other.ByWeekNumber) && ByMonth.SequenceEqual(other.ByMonth) && BySetPosition.SequenceEqual(other.BySetPosition);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Frequency, Interval, End, ByDay.Length, ByMonth.Length, ByMonthDay.Length, ByHour.Length, BySetPosition.Length);

    internal void Check(string of)
    {
        if (FindFault() is { } fault) throw new InvalidCalendarException($"RRULE of {of}: {fault}.");
    }

    private void Check(bool startIsDate)
    {
        if (FindFault(startIsDate) is { } fault) throw new InvalidCalendarException($"RRULE:{this}: {fault}.");
    }

    private IEnumerable<LocalDate> Dates(LocalDate start)
    {
        var cursor = RuleCursors.Of(this, start);
        while (cursor.MoveNext()) yield return LocalSeconds.ToDate(cursor.Current);
    }

    private IEnumerable<LocalDateTime> Times(LocalDateTime start)
    {
        var cursor = RuleCursors.Of(this, start);
        while (cursor.MoveNext()) yield return LocalSeconds.ToTime(cursor.Current);
    }

    private IEnumerable<Instant> Moments(LocalDateTime start, DateTimeZone zone)
    {
        var cursor = new ZonedCursor(this, start, zone);
        while (cursor.MoveNext()) yield return Instant.FromUnixTimeSeconds(cursor.Current);
    }
}
