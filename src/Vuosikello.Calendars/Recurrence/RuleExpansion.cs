using NodaTime;

namespace Vuosikello.Calendars.Recurrence;

/// <summary>From a rule and its start to dates: period by period, the days of the period that satisfy every part of the rule.</summary>
internal sealed class RuleExpansion(RecurrenceRule rule, LocalDate start)
{
    /// <summary>The last day that is expanded to. A period that starts by then ends within the years that dates reach.</summary>
    private static readonly LocalDate LastDay = new(9998, 12, 31);

    public IEnumerable<LocalDate> Dates()
    {
        int left = rule.End is RuleEnd.Count count ? count.Occurrences : int.MaxValue;
        var last = rule.End is RuleEnd.LastDay until ? until.Date : LastDay;
        for (long n = 0; ; n += rule.Interval)
        {
            if (Period(n) is not { } period || period.First > last) yield break;
            foreach (var date in Chosen(period))
            {
                if (date < start) continue;
                if (date > last || left-- == 0) yield break;
                yield return date;
            }
        }
    }

    private (LocalDate First, LocalDate End)? Period(long n)
    {
        if (n > MostPeriods()) return null;
        var first = rule.Frequency switch
        {
            RuleFrequency.Daily => start.PlusDays((int)n),
            RuleFrequency.Weekly => start.PlusDays(1 - (int)start.DayOfWeek).PlusWeeks((int)n),
            RuleFrequency.Monthly => new LocalDate(start.Year, start.Month, 1).PlusMonths((int)n),
            _ => new LocalDate(start.Year + (int)n, 1, 1),
        };
        return (first, rule.Frequency switch
        {
            RuleFrequency.Daily => first.PlusDays(1),
            RuleFrequency.Weekly => first.PlusWeeks(1),
            RuleFrequency.Monthly => first.PlusMonths(1),
            _ => first.PlusYears(1),
        });
    }

    private long MostPeriods() => rule.Frequency switch
    {
        RuleFrequency.Daily => NodaTime.Period.DaysBetween(start, LastDay),
        RuleFrequency.Weekly => NodaTime.Period.DaysBetween(start, LastDay) / 7,
        RuleFrequency.Monthly => ((LastDay.Year - start.Year) * 12) + LastDay.Month - start.Month,
        _ => LastDay.Year - start.Year,
    };

    private IEnumerable<LocalDate> Chosen((LocalDate First, LocalDate End) period)
    {
        var matching = Matching(period);
        if (rule.BySetPosition.IsEmpty) return matching;
        var all = matching.ToArray();
        return rule.BySetPosition
            .Select(p => p > 0 ? p - 1 : all.Length + p)
            .Where(i => i >= 0 && i < all.Length)
            .Distinct().Order().Select(i => all[i]);
    }

    private IEnumerable<LocalDate> Matching((LocalDate First, LocalDate End) period)
    {
        for (var date = period.First; date < period.End; date = date.PlusDays(1))
        {
            if (InMonth(date) && OnMonthDay(date) && OnWeekday(date)) yield return date;
        }
    }

    private bool InMonth(LocalDate date)
    {
        if (!rule.ByMonth.IsEmpty) return rule.ByMonth.Contains(date.Month);
        bool byStart = rule.Frequency == RuleFrequency.Yearly && rule.ByMonthDay.IsEmpty && rule.ByDay.IsEmpty;
        return !byStart || date.Month == start.Month;
    }

    private bool OnMonthDay(LocalDate date)
    {
        if (!rule.ByMonthDay.IsEmpty)
        {
            int fromEnd = date.Day - date.Calendar.GetDaysInMonth(date.Year, date.Month) - 1;
            return rule.ByMonthDay.Contains(date.Day) || rule.ByMonthDay.Contains(fromEnd);
        }
        bool byStart = rule.ByDay.IsEmpty && (rule.Frequency is RuleFrequency.Monthly or RuleFrequency.Yearly);
        return !byStart || date.Day == start.Day;
    }

    private bool OnWeekday(LocalDate date)
    {
        if (rule.ByDay.IsEmpty) return rule.Frequency != RuleFrequency.Weekly || date.DayOfWeek == start.DayOfWeek;
        foreach (var day in rule.ByDay)
        {
            if (day.Weekday == date.DayOfWeek && (day.Ordinal == 0 || day.Ordinal == Ordinal(date, fromEnd: day.Ordinal < 0))) return true;
        }
        return false;
    }

    /// <summary>Which of its weekday the date is in its month; in a yearly rule without BYMONTH, in its year.</summary>
    private int Ordinal(LocalDate date, bool fromEnd)
    {
        bool ofYear = rule.Frequency == RuleFrequency.Yearly && rule.ByMonth.IsEmpty;
        int day = ofYear ? date.DayOfYear : date.Day;
        int days = ofYear ? date.Calendar.GetDaysInYear(date.Year) : date.Calendar.GetDaysInMonth(date.Year, date.Month);
        return fromEnd ? -((days - day) / 7) - 1 : ((day - 1) / 7) + 1;
    }
}
