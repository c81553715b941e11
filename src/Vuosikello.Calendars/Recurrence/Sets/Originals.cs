using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Recurrence.Sets;

/// <summary>The starts of a set before its overrides: start, rules and additions, in order, each once, without the exceptions.</summary>
internal sealed class Originals
{
    private readonly RuleStarts[] _rules;
    private readonly (long Seconds, OccurrenceLength? Length)[] _additions;
    private readonly HashSet<long>? _exceptions;
    private readonly HashSet<long>? _exceptedDays;
    private readonly CalendarTime _start;
    private int _addition;

    public Originals(RecurrenceSet set)
    {
        _start = set.Start;
        _rules = [.. set.Rules.Select(rule => new RuleStarts(rule, set.Start))];
        _additions = set.Additions.IsEmpty
            ? [(set.Start.Seconds, null)]
            : [.. set.Additions.Select(a => (Aligned(set.Start, a.Start), a.Length)).Append((set.Start.Seconds, null)).OrderBy(a => a.Item1)];
        foreach (var exception in set.Exceptions)
        {
            if (exception.IsDate && !_start.IsDate) (_exceptedDays ??= []).Add(LocalSeconds.FloorDivide(exception.Seconds, LocalSeconds.PerDay));
            else (_exceptions ??= []).Add(Aligned(_start, exception));
        }
    }

    public long Seconds { get; private set; } = long.MinValue;

    /// <summary>Of an RDATE that is a PERIOD.</summary>
    public OccurrenceLength? Length { get; private set; }

    /// <summary>The seconds that a time of a set has where its start's kind is what counts.</summary>
    public static long Aligned(CalendarTime start, CalendarTime time)
    {
        if (start.Zone is not null && time.Zone is not null) return time.Seconds;
        return start.AtLocal(time.LocalBeside(time)).Seconds;
    }

    public bool MoveNext()
    {
        while (NextOfAll())
        {
            if (!IsLeftOut()) return true;
        }
        return false;
    }

    private bool NextOfAll()
    {
        long next = long.MaxValue;
        foreach (var rule in _rules) next = Math.Min(next, rule.Next);
        if (_addition < _additions.Length) next = Math.Min(next, _additions[_addition].Seconds);
        if (next == long.MaxValue) return false;
        (Seconds, Length) = (next, null);
        foreach (var rule in _rules)
        {
            if (rule.Next == next) rule.MoveOn();
        }
        for (; _addition < _additions.Length && _additions[_addition].Seconds == next; _addition++) Length ??= _additions[_addition].Length;
        return true;
    }

    private bool IsLeftOut()
    {
        if (_exceptions is not null && _exceptions.Contains(Seconds)) return true;
        if (_exceptedDays is null) return false;
        var time = _start.At(Seconds);
        return _exceptedDays.Contains(LocalSeconds.FloorDivide(time.LocalBeside(time), LocalSeconds.PerDay));
    }
}
