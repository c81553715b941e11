using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Recurrence.Sets;

/// <summary>The starts of one rule of a set, one ahead. The set's start counts as the first of COUNT also where the rule does not produce it.</summary>
internal sealed class RuleStarts
{
    private readonly RuleCursor? _local;
    private readonly ZonedCursor? _zoned;
    private long _left = long.MaxValue;

    public RuleStarts(RecurrenceRule rule, CalendarTime start)
    {
        if (start.IsDate) _local = RuleCursors.Of(rule, start.Local.Date);
        else if (start.Zone is null) _local = RuleCursors.Of(rule, start.Local);
        else _zoned = new ZonedCursor(rule, start.Written, start.Zone);
        MoveOn();
        if (rule.End is not RuleEnd.Count count || Next == start.Seconds) return;
        _left = count.Occurrences - 1;
        if (_left-- == 0) Next = long.MaxValue;
    }

    /// <summary>long.MaxValue when there is none.</summary>
    public long Next { get; private set; }

    public void MoveOn()
    {
        bool any = _left-- > 0 && (_zoned?.MoveNext() ?? _local!.MoveNext());
        Next = any ? _zoned?.Current ?? _local!.Current : long.MaxValue;
    }
}
