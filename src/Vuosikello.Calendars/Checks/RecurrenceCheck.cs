using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Checks;

/// <summary>How a rule, its exceptions and overrides have to fit the start.</summary>
internal static class RecurrenceCheck
{
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9999, 12, 30, 0, 0);

    public static void Check(CalendarEvent e, Bearer me)
    {
        foreach (var date in e.Additions) PartsCheck.Year(date, "RDATE", me);
        if (e.Rule is null)
        {
            if (!e.Exceptions.IsEmpty && e.Additions.IsEmpty) throw new InvalidCalendarException($"EXDATE of {me}: there is nothing to leave out without an RRULE.");
        }
        else CheckRule(e.Rule, e.Time, me);
        if (!e.Overrides.IsEmpty) CheckOverrides(e, me);
    }

    private static void CheckRule(RecurrenceRule rule, EventTime time, Bearer me)
    {
        if (PlainRules.Starts(rule, time)) return;
        rule.Check(me.ToString());
        if (WrongUntil(rule.End, time) is { } wrong) throw new InvalidCalendarException($"UNTIL of {me}: {wrong}.");
        bool starts = time switch
        {
            EventTime.Zoned t => Starts(rule, t.Start),
            EventTime.Utc t => Starts(rule, t.Start.InUtc().LocalDateTime),
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
        (RuleEnd.LastMoment until, _) when until.At < First || until.At > Last => "it has to be in the years 1 to 9999, and before the last day of them",
        _ => null,
    };

    private static bool Starts(RecurrenceRule rule, LocalDateTime start)
    {
        var second = start.With(TimeAdjusters.TruncateToSecond);
        return rule.Occurrences(second).FirstOrDefault(LocalDateTime.MinIsoValue) == second;
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
        (e.Rule is not null && e.Rule.Occurrences(e.Time.StartDate).SkipWhile(d => d < date).FirstOrDefault() == date)
        || e.Additions.Contains(date)
        || (e.Rule is null && !e.Additions.IsEmpty && e.Time.StartDate == date);

    private static InvalidCalendarException Wrong(Bearer me, LocalDate occurrence, string why) =>
        new($"RECURRENCE-ID of {me}, {occurrence:uuuu-MM-dd}: {why}.");
}
