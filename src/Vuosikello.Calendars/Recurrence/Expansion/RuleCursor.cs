using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>
/// Goes through the local times of a rule in order. A period of the rule gives stretches of days as bits; each day is combined with
/// the times of its clock; BYSETPOS chooses by rank in the period, without writing the period out; COUNT and UNTIL come last
/// (RFC 5545 section 3.3.10). Nothing is allocated after the start.
/// </summary>
internal abstract class RuleCursor
{
    private const int MostStretches = 12;

    private readonly ClockSet _clock;
    private readonly int _times;
    private readonly long _first;
    private readonly RecurrenceRule _rule;
    private readonly int[]? _ranks;
    private Bases _bases;
    private Masks _masks;
    private int _stretches;
    private int _stretch;
    private int _rank;
    private int _chosen;
    private uint _days;
    private long _base;
    private long _day;
    private int _time = -1;
    private long _left;

    protected RuleCursor(RecurrenceRule rule, in RuleSpan span, ClockSet clock)
    {
        (_rule, _clock, _times) = (rule, clock, clock.Count);
        (_first, Last, _left) = (span.First, span.Last, span.Count);
        _ranks = rule.BySetPosition.IsEmpty ? null : new int[rule.BySetPosition.Length];
    }

    /// <summary>The local time it is at, in <see cref="LocalSeconds"/>; of a rule of dates, midnight.</summary>
    public long Current { get; private set; }

    /// <summary>The last local time that may come out.</summary>
    protected long Last { get; }

    /// <summary>Goes to the next one; false when there is none, and from then on.</summary>
    public bool MoveNext()
    {
        while (_left != 0 && (_ranks is null ? Next(out long at) : NextChosen(out at)) && at <= Last)
        {
            if (at < _first) continue;
            _left--;
            Current = at;
            return true;
        }
        _left = 0;
        return false;
    }

    /// <summary>Adds the stretches of the next period that has any, in order; false when periods begin later than <see cref="Last"/>.</summary>
    protected abstract bool AddPeriod();

    /// <param name="start">When its first day begins.</param>
    /// <param name="days">Which of its days are meant; bit 0 is the first.</param>
    protected void Add(long start, uint days)
    {
        _bases[_stretches] = start;
        _masks[_stretches++] = days;
    }

    private bool NextPeriod()
    {
        (_stretches, _stretch) = (0, 0);
        return AddPeriod();
    }

    private bool Next(out long at)
    {
        if (_times > 1 && _time >= 0)
        {
            _time = _clock.After(_time);
            at = _day + _time;
            if (_time >= 0) return true;
        }
        while (_days == 0)
        {
            if (_stretch == _stretches && !NextPeriod())
            {
                at = 0;
                return false;
            }
            (_base, _days) = (_bases[_stretch], _masks[_stretch++]);
        }
        _day = _base + (BitOperations.TrailingZeroCount(_days) * (long)LocalSeconds.PerDay);
        _days &= _days - 1;
        _time = _clock.First;
        at = _day + _time;
        return true;
    }

    private bool NextChosen(out long at)
    {
        at = 0;
        while (_rank == _chosen)
        {
            if (!NextPeriod()) return false;
            Choose();
        }
        at = At(_ranks![_rank++]);
        return true;
    }

    /// <summary>The ranks that BYSETPOS means in this period, in order and each once.</summary>
    private void Choose()
    {
        int size = 0;
        for (int i = 0; i < _stretches; i++) size += BitOperations.PopCount(_masks[i]);
        size *= _times;
        (_rank, _chosen) = (0, 0);
        foreach (int position in _rule.BySetPosition)
        {
            int rank = position > 0 ? position - 1 : size + position;
            if (rank >= 0 && rank < size && !_ranks.AsSpan(0, _chosen).Contains(rank)) _ranks![_chosen++] = rank;
        }
        _ranks.AsSpan(0, _chosen).Sort();
    }

    private long At(int rank)
    {
        int day = rank / _times;
        int stretch = 0;
        for (int days = BitOperations.PopCount(_masks[0]); day >= days; days = BitOperations.PopCount(_masks[++stretch])) day -= days;
        return _bases[stretch] + (ClockSet.Nth(_masks[stretch], day) * (long)LocalSeconds.PerDay) + _clock.At(rank % _times);
    }

    [InlineArray(MostStretches)]
    private struct Bases
    {
        private long _0;
    }

    [InlineArray(MostStretches)]
    private struct Masks
    {
        private uint _0;
    }
}
