namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>
/// Every so many hours, minutes or seconds. What a part leaves out is skipped at once, by the month, day, hour or minute, so that
/// "every second in January" does not count through the year; what can never come together ends before it begins.
/// </summary>
internal sealed class ClockCursor : RuleCursor
{
    private readonly AllowedDays? _allowed;
    private readonly ClockSet _limits;
    private readonly int _unit;
    private readonly int _interval;
    private readonly bool _never;
    private long _next;

    public ClockCursor(RecurrenceRule rule, in RuleSpan span)
        : base(rule, span, WithinPeriod(rule, (int)(span.First - (LocalSeconds.FloorDivide(span.First, LocalSeconds.PerDay) * LocalSeconds.PerDay))))
    {
        _unit = Unit(rule);
        _interval = rule.Interval;
        _limits = Outside(rule);
        _next = LocalSeconds.FloorDivide(span.First, _unit);
        var filter = new DayFilter(rule, LocalSeconds.ToDate(span.First));
        _allowed = filter.IsEmpty ? null : new AllowedDays(filter);
        _never = NeverChosen(rule, WithinPeriod(rule, 0).Count) || !Meets();
    }

    /// <summary>The length of a period, in seconds.</summary>
    private static int Unit(RecurrenceRule rule) => rule.Frequency switch { RuleFrequency.Hourly => 3600, RuleFrequency.Minutely => 60, _ => 1 };

    /// <summary>The times inside one hour, minute or second, from its start.</summary>
    private static ClockSet WithinPeriod(RecurrenceRule rule, int startSecond)
    {
        var all = ClockSet.Expansion(rule, startSecond);
        return new ClockSet(1, rule.Frequency == RuleFrequency.Hourly ? all.Minutes : 1, rule.Frequency == RuleFrequency.Secondly ? 1 : all.Seconds);
    }

    /// <summary>The times of the day at which an hour, minute or second may start.</summary>
    private static ClockSet Outside(RecurrenceRule rule)
    {
        var all = ClockSet.Limits(rule);
        return new ClockSet(all.Hours, rule.Frequency == RuleFrequency.Hourly ? 1 : all.Minutes, rule.Frequency == RuleFrequency.Secondly ? all.Seconds : 1);
    }

    /// <summary>All periods are of one size: when BYSETPOS points outside it, none will ever have it.</summary>
    private static bool NeverChosen(RecurrenceRule rule, int size) =>
        !rule.BySetPosition.IsEmpty && rule.BySetPosition.All(position => Math.Abs(position) > size);

    /// <summary>Tells whether steps of the interval ever come to a time of day that is allowed: they come to every n-th one, n being what divides interval and day.</summary>
    private bool Meets()
    {
        int perDay = LocalSeconds.PerDay / _unit;
        int step = CommonDivisor(_interval, perDay);
        for (int at = (int)(_next - (LocalSeconds.FloorDivide(_next, step) * step)); at < perDay; at += step)
        {
            if (_limits.Has(at * _unit)) return true;
        }
        return false;
    }

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);

    protected override bool AddPeriod()
    {
        if (_never) return false;
        int last = (int)LocalSeconds.FloorDivide(Last, LocalSeconds.PerDay);
        while (_next * _unit <= Last)
        {
            long at = _next * _unit;
            long wanted = Wanted(at, last);
            if (wanted == at)
            {
                _next += _interval;
                Add(at, 1);
                return true;
            }
            long units = LocalSeconds.FloorDivide(wanted + _unit - 1, _unit);
            _next += (units - _next + _interval - 1) / _interval * _interval;
        }
        return false;
    }

    /// <summary>The first time from the given one on at which a period may start.</summary>
    private long Wanted(long at, int last)
    {
        int day = (int)LocalSeconds.FloorDivide(at, LocalSeconds.PerDay);
        int allowed = _allowed?.From(day, last) ?? day;
        if (allowed != day) return (allowed * (long)LocalSeconds.PerDay) + _limits.First;
        int time = (int)(at - (day * (long)LocalSeconds.PerDay));
        if (_limits.Has(time)) return at;
        int next = _limits.After(time);
        return next >= 0 ? at - time + next : ((day + 1L) * LocalSeconds.PerDay) + _limits.First;
    }
}
