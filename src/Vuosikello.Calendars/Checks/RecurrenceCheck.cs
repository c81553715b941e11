using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Checks;

/// <summary>How a rule, its exceptions and overrides have to fit the start.</summary>
internal static class RecurrenceCheck
{
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>Beside a zone the end of a last day is written in UTC, where it may be on the next day.</summary>
    private static readonly LocalDate LastDay = new(9999, 12, 30);
    private const string OutOfYears = "it has to be in the years 1 to 9999, and before the last day of them";

    public static void Check(CalendarEvent e, Bearer me)
    {
        foreach (var date in e.Additions) PartsCheck.Year(date, "RDATE", me);
        if (e.Rule is null)
        {
            if (!e.Exceptions.IsEmpty && e.Additions.IsEmpty) throw new InvalidCalendarException($"EXDATE of {me}: there is nothing to leave out without an RRULE.");
        }
        else
        {
            CheckRule(e.Rule, e.Time, me);
            CheckAddressed(e, e.Rule, me);
        }
        if (!e.Overrides.IsEmpty) CheckOverrides(e, me);
    }

    /// <summary>EXDATE and RECURRENCE-ID are given as dates here, and mean what starts on them at the start's time of day.</summary>
    private static void CheckAddressed(CalendarEvent e, RecurrenceRule rule, Bearer me)
    {
        if (e.Time is EventTime.AllDay || (e.Exceptions.IsEmpty && e.Overrides.IsEmpty)) return;
        bool onceADay = rule is { Frequency: >= RuleFrequency.Daily, ByHour.Length: <= 1, ByMinute.Length: <= 1, BySecond.Length: <= 1 };
        if (!onceADay) throw new InvalidCalendarException($"{(e.Exceptions.IsEmpty ? "RECURRENCE-ID" : "EXDATE")} of {me}: a date does not tell which occurrence is meant, because the RRULE may have several on a day; write the occurrences as events of their own.");
    }

    private static void CheckRule(RecurrenceRule rule, EventTime time, Bearer me)
    {
        if (PlainRules.Starts(rule, time)) return;
        rule.Check(me.ToString());
        if (WrongUntil(rule.End, time) is { } wrong) throw new InvalidCalendarException($"UNTIL of {me}: {wrong}.");
        bool starts = time switch
        {
            EventTime.Zoned t => Starts(rule, t.Start, t.Zone),
            EventTime.Utc t => Starts(rule, t.Start.InUtc().LocalDateTime, DateTimeZone.Utc),
            _ => rule.Occurrences(time.StartDate).FirstOrDefault(LocalDate.MinIsoValue) == time.StartDate,
        };
        if (!starts)
        {
            throw new InvalidCalendarException($"RRULE of {me} does not produce its own start {time.StartDate:uuuu-MM-dd}; programs count such a start differently.");
        }
    }

    /// <summary>UNTIL is of the start's kind, and in UTC beside any time that has a zone (RFC 5545 section 3.3.10).</summary>
    private static string? WrongUntil(RuleEnd end, EventTime time) => (end, time) switch
    {
        (RuleEnd.LastDay, EventTime.Utc) => "a last day has no meaning for a start in UTC; end the rule by COUNT or by a moment, or give the start a zone",
        (RuleEnd.LastTime or RuleEnd.LastMoment, EventTime.AllDay) => "a time cannot stand beside a start that is a date; end the rule by a last day",
        (RuleEnd.LastTime, _) => "a time without a zone cannot stand beside a start that has one; end the rule by a last day or a moment",
        (RuleEnd.LastDay until, _) when until.Date.Year < 1 || until.Date > LastDay => OutOfYears,
        (RuleEnd.LastMoment until, _) when until.At < First || until.At > Last => OutOfYears,
        _ => null,
    };

    /// <summary>On the clock of the zone, because UNTIL may be a moment.</summary>
    private static bool Starts(RecurrenceRule rule, LocalDateTime start, DateTimeZone zone)
    {
        var second = start.With(TimeAdjusters.TruncateToSecond);
        return rule.Occurrences(second, zone).FirstOrDefault(Instant.MinValue) == second.InZoneLeniently(zone).ToInstant();
    }

    private static void CheckOverrides(CalendarEvent e, Bearer me)
    {
        var seen = new HashSet<LocalDate>();
        foreach (var (occurrence, other) in e.Overrides)
        {
            if (!string.Equals(other.Uid, e.Uid, StringComparison.Ordinal)) throw Wrong(me, occurrence, $"it has another UID, {other.Uid}");
            if (other.Rule is not null || !other.Additions.IsEmpty || !other.Exceptions.IsEmpty || !other.Overrides.IsEmpty) throw Wrong(me, occurrence, "it recurs itself");
            if (!seen.Add(occurrence)) throw Wrong(me, occurrence, "it is there twice");
            if (e.Exceptions.Contains(occurrence)) throw Wrong(me, occurrence, "the occurrence is left out by EXDATE");
            if (!Occurs(e, occurrence)) throw Wrong(me, occurrence, "the event does not occur then");
            EventCheck.Check(other);
        }
    }

    private static bool Occurs(CalendarEvent e, LocalDate date) =>
        (e.Rule is not null && Dates(e.Rule, e.Time).SkipWhile(d => d < date).FirstOrDefault() == date)
        || e.Additions.Contains(date)
        || (e.Rule is null && !e.Additions.IsEmpty && e.Time.StartDate == date);

    /// <summary>The dates that DTSTART may be on, on the clock of the event.</summary>
    private static IEnumerable<LocalDate> Dates(RecurrenceRule rule, EventTime time) => time switch
    {
        EventTime.Zoned t when rule.End is RuleEnd.LastMoment until => (rule with { End = RuleEnd.Never.Instance }).Occurrences(t.Start)
            .TakeWhile(at => at.InZoneLeniently(t.Zone).ToInstant() <= until.At).Select(at => at.Date),
        EventTime.Utc t => rule.Occurrences(t.Start.InUtc().LocalDateTime).Select(at => at.Date),
        _ => rule.Occurrences(time.StartDate),
    };

    private static InvalidCalendarException Wrong(Bearer me, LocalDate occurrence, string why) =>
        new($"RECURRENCE-ID of {me}, {occurrence:uuuu-MM-dd}: {why}.");
}
