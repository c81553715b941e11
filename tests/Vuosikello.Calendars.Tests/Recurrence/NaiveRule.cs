using NodaTime;
using NodaTime.Calendars;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>RFC 5545 section 3.3.10 a second time, as plainly as it can be said: go through the periods, ask of each day and each time whether it fits. Slow.</summary>
internal sealed class NaiveRule(RecurrenceRule rule, LocalDateTime start)
{
    private readonly IWeekYearRule _weeks = WeekYearRules.ForMinDaysInFirstWeek(4, rule.WeekStart);
    private readonly bool _noDay = rule.ByDay.IsEmpty && rule.ByMonthDay.IsEmpty && rule.ByYearDay.IsEmpty;

    /// <summary>What starts by the given end.</summary>
    public List<LocalDateTime> Until(LocalDateTime end)
    {
        var found = new List<LocalDateTime>();
        var last = rule.End switch
        {
            RuleEnd.LastDay until => LocalDateTime.Min(end, until.Date + new LocalTime(23, 59, 59)),
            RuleEnd.LastTime until => LocalDateTime.Min(end, until.Time),
            RuleEnd.LastMoment until => LocalDateTime.Min(end, until.At.InUtc().LocalDateTime),
            _ => end,
        };
        int most = rule.End is RuleEnd.Count count ? count.Occurrences : int.MaxValue;
        for (int n = 0; PeriodStart(n) <= last; n += rule.Interval)
        {
            foreach (var time in Chosen([.. Candidates(PeriodStart(n)).Order()]))
            {
                if (time >= start && time <= last && found.Count < most) found.Add(time);
            }
        }
        return found;
    }

    private LocalDateTime PeriodStart(int n) => rule.Frequency switch
    {
        RuleFrequency.Secondly => start.PlusSeconds(n),
        RuleFrequency.Minutely => start.PlusSeconds(-start.Second).PlusMinutes(n),
        RuleFrequency.Hourly => start.PlusSeconds(-start.Second).PlusMinutes(-start.Minute).PlusHours(n),
        RuleFrequency.Daily => start.Date.PlusDays(n).AtMidnight(),
        RuleFrequency.Weekly => start.Date.With(DateAdjusters.PreviousOrSame(rule.WeekStart)).PlusWeeks(n).AtMidnight(),
        RuleFrequency.Monthly => new LocalDate(start.Year, start.Month, 1).PlusMonths(n).AtMidnight(),
        _ => new LocalDate(start.Year + n, 1, 1).AtMidnight(),
    };

    private IEnumerable<LocalDateTime> Candidates(LocalDateTime period)
    {
        var hours = rule.ByHour.IsEmpty ? [start.Hour] : rule.ByHour.Distinct();
        var minutes = rule.ByMinute.IsEmpty ? [start.Minute] : rule.ByMinute.Distinct();
        var seconds = rule.BySecond.IsEmpty ? [start.Second] : rule.BySecond.Select(s => Math.Min(s, 59)).Distinct();
        var days = Days(period).Where(Fits);
        if (rule.Frequency <= RuleFrequency.Hourly)
        {
            if (!rule.ByHour.IsEmpty && !rule.ByHour.Contains(period.Hour)) return [];
            hours = [period.Hour];
        }
        if (rule.Frequency <= RuleFrequency.Minutely)
        {
            if (!rule.ByMinute.IsEmpty && !rule.ByMinute.Contains(period.Minute)) return [];
            minutes = [period.Minute];
        }
        if (rule.Frequency == RuleFrequency.Secondly)
        {
            if (!rule.BySecond.IsEmpty && !seconds.Contains(period.Second)) return [];
            seconds = [period.Second];
        }
        return from day in days from hour in hours from minute in minutes from second in seconds select day + new LocalTime(hour, minute, second);
    }

    private IEnumerable<LocalDate> Days(LocalDateTime period)
    {
        int days = rule.Frequency switch
        {
            RuleFrequency.Weekly => 7,
            RuleFrequency.Monthly => CalendarSystem.Iso.GetDaysInMonth(period.Year, period.Month),
            RuleFrequency.Yearly => CalendarSystem.Iso.GetDaysInYear(period.Year),
            _ => 1,
        };
        return Enumerable.Range(0, days).Select(period.Date.PlusDays);
    }

    private LocalDateTime[] Chosen(LocalDateTime[] all) => rule.BySetPosition.IsEmpty
        ? all
        : [.. all.Where((_, i) => rule.BySetPosition.Contains(i + 1) || rule.BySetPosition.Contains(i - all.Length))];

    private bool Fits(LocalDate day) => FitsMonth(day) && FitsWeek(day) && FitsYearDay(day) && FitsMonthDay(day) && FitsWeekday(day);

    private bool FitsMonth(LocalDate day)
    {
        if (!rule.ByMonth.IsEmpty) return rule.ByMonth.Contains(day.Month);
        return rule.Frequency != RuleFrequency.Yearly || !_noDay || !rule.ByWeekNumber.IsEmpty || day.Month == start.Month;
    }

    private bool FitsWeek(LocalDate day)
    {
        if (rule.ByWeekNumber.IsEmpty) return true;
        int week = _weeks.GetWeekOfWeekYear(day);
        int weeks = _weeks.GetWeeksInWeekYear(_weeks.GetWeekYear(day));
        return rule.ByWeekNumber.Contains(week) || rule.ByWeekNumber.Contains(week - weeks - 1);
    }

    private bool FitsYearDay(LocalDate day) =>
        rule.ByYearDay.IsEmpty || rule.ByYearDay.Contains(day.DayOfYear) || rule.ByYearDay.Contains(day.DayOfYear - CalendarSystem.Iso.GetDaysInYear(day.Year) - 1);

    private bool FitsMonthDay(LocalDate day)
    {
        if (!rule.ByMonthDay.IsEmpty) return rule.ByMonthDay.Contains(day.Day) || rule.ByMonthDay.Contains(day.Day - CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month) - 1);
        return rule.Frequency < RuleFrequency.Monthly || !_noDay || !rule.ByWeekNumber.IsEmpty || day.Day == start.Day;
    }

    private bool FitsWeekday(LocalDate day)
    {
        if (!rule.ByDay.IsEmpty) return rule.ByDay.Any(wanted => wanted.Weekday == day.DayOfWeek && (wanted.Ordinal == 0 || IsNth(day, wanted.Ordinal)));
        bool byStart = rule.Frequency == RuleFrequency.Weekly || (_noDay && !rule.ByWeekNumber.IsEmpty);
        return !byStart || day.DayOfWeek == start.DayOfWeek;
    }

    private bool IsNth(LocalDate day, int ordinal)
    {
        bool inYear = rule.Frequency == RuleFrequency.Yearly && rule.ByMonth.IsEmpty;
        var first = inYear ? new LocalDate(day.Year, 1, 1) : new LocalDate(day.Year, day.Month, 1);
        var end = inYear ? first.PlusYears(1) : first.PlusMonths(1);
        var same = new List<LocalDate>();
        for (var each = first; each < end; each = each.PlusDays(1))
        {
            if (each.DayOfWeek == day.DayOfWeek) same.Add(each);
        }
        int place = same.IndexOf(day);
        return ordinal > 0 ? place + 1 == ordinal : place - same.Count == ordinal;
    }
}
