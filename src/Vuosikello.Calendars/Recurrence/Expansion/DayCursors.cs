namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>Every so many days; BYMONTH, BYMONTHDAY and BYDAY leave some out.</summary>
internal sealed class DailyCursor(RecurrenceRule rule, in RuleSpan span, ClockSet clock, int start, DayFilter filter) : RuleCursor(rule, span, clock)
{
    private readonly AllowedDays? _allowed = filter.IsEmpty ? null : new AllowedDays(filter);
    private readonly int _interval = rule.Interval;
    private long _next = start;

    protected override bool AddPeriod()
    {
        int last = (int)LocalSeconds.FloorDivide(Last, LocalSeconds.PerDay);
        while (_next <= last)
        {
            int day = (int)_next;
            int allowed = _allowed?.From(day, last) ?? day;
            if (allowed == day)
            {
                _next += _interval;
                Add(day * (long)LocalSeconds.PerDay, 1);
                return true;
            }
            _next += ((long)allowed - day + _interval - 1) / _interval * _interval;
        }
        return false;
    }
}

/// <summary>Every so many weeks, which start on WKST, from the one that the start is in.</summary>
internal sealed class WeeklyCursor : RuleCursor
{
    private readonly uint _weekdays;
    private readonly DayFilter? _months;
    private readonly long _step;
    private long _next;

    public WeeklyCursor(RecurrenceRule rule, in RuleSpan span, ClockSet clock, int start, DayFilter filter)
        : base(rule, span, clock)
    {
        int weekStart = (int)rule.WeekStart - 1;
        _weekdays = (filter.Weekdays >> weekStart | filter.Weekdays << (7 - weekStart)) & 0x7F;
        _months = filter.LimitsMonths ? filter : null;
        _step = rule.Interval * 7L;
        _next = start - LocalSeconds.Modulo(LocalSeconds.WeekdayOf(start) - weekStart, 7);
    }

    protected override bool AddPeriod()
    {
        while (_next * LocalSeconds.PerDay <= Last)
        {
            int week = (int)_next;
            _next += _step;
            uint days = _months is null ? _weekdays : InMonths(_months, week);
            if (days == 0) continue;
            Add(week * (long)LocalSeconds.PerDay, days);
            return true;
        }
        return false;
    }

    private uint InMonths(DayFilter months, int week)
    {
        uint days = 0;
        for (int i = 0; i < 7; i++)
        {
            if ((_weekdays >> i & 1) != 0 && months.Allows(LocalSeconds.DateOf(week + i).Month)) days |= 1u << i;
        }
        return days;
    }
}

/// <summary>Every so many months.</summary>
internal sealed class MonthlyCursor : RuleCursor
{
    private readonly DayFilter _filter;
    private readonly int _interval;
    private long _next;

    public MonthlyCursor(RecurrenceRule rule, in RuleSpan span, ClockSet clock, int start, DayFilter filter)
        : base(rule, span, clock)
    {
        var (year, month, _) = LocalSeconds.DateOf(start);
        (_filter, _interval, _next) = (filter, rule.Interval, (year * 12L) + month - 1);
    }

    protected override bool AddPeriod()
    {
        while (_next < (YearlyCursor.MostYear + 1) * 12)
        {
            int year = LocalSeconds.FloorDivide((int)_next, 12);
            int month = (int)_next - (year * 12) + 1;
            int first = LocalSeconds.DayOf(year, month, 1);
            if (first * (long)LocalSeconds.PerDay > Last) return false;
            _next += _interval;
            uint days = _filter.DaysOf(year, month, first);
            if (days == 0) continue;
            Add(first * (long)LocalSeconds.PerDay, days);
            return true;
        }
        return false;
    }
}

/// <summary>Every so many years, month by month.</summary>
internal sealed class YearlyCursor : RuleCursor
{
    public const int MostYear = 9998;
    private readonly DayFilter _filter;
    private readonly int _interval;
    private long _next;

    public YearlyCursor(RecurrenceRule rule, in RuleSpan span, ClockSet clock, int start, DayFilter filter)
        : base(rule, span, clock) =>
        (_filter, _interval, _next) = (filter, rule.Interval, LocalSeconds.DateOf(start).Year);

    protected override bool AddPeriod()
    {
        bool any = false;
        while (!any && _next <= MostYear)
        {
            int year = (int)_next;
            int first = LocalSeconds.DayOf(year, 1, 1);
            if (first * (long)LocalSeconds.PerDay > Last) return false;
            _next += _interval;
            for (int month = 1; month <= 12; month++)
            {
                uint days = _filter.DaysOf(year, month, first);
                if (days != 0)
                {
                    Add(first * (long)LocalSeconds.PerDay, days);
                    any = true;
                }
                first += LocalSeconds.DaysInMonth(year, month);
            }
        }
        return any;
    }
}
