using NodaTime;
using NodaTime.TimeZones;

namespace Vuosikello.Calendars.Recurrence.Expansion;

/// <summary>
/// Goes through the moments of a rule on the clock of a zone. A skipped time becomes the moment as long after the jump began, where
/// another occurrence may stand already, and later ones between them: around a gap they are gathered, put in order and
/// each taken once.
/// </summary>
internal sealed class ZonedCursor
{
    private readonly RuleCursor _local;
    private readonly ZoneClock _clock;
    private readonly long _last;
    private readonly List<long> _gathered = [];
    private int _given;
    private long _left;
    private long _waiting = long.MinValue;

    public ZonedCursor(RecurrenceRule rule, LocalDateTime start, DateTimeZone zone)
    {
        _local = RuleCursors.Of(rule, RuleSpan.OfLocalEnd(rule, LocalSeconds.Of(start)));
        _clock = new ZoneClock(zone);
        _last = rule.End is RuleEnd.LastMoment until ? until.At.ToUnixTimeSeconds() : long.MaxValue;
        _left = rule.End is RuleEnd.Count count ? count.Occurrences : -1;
    }

    /// <summary>The moment it is at, in seconds since 1970-01-01T00:00:00Z.</summary>
    public long Current { get; private set; } = long.MinValue;

    public bool MoveNext()
    {
        while (_left != 0 && Next(out long at) && at <= _last)
        {
            if (at == Current) continue;
            _left--;
            Current = at;
            return true;
        }
        _left = 0;
        return false;
    }

    private bool Next(out long at)
    {
        if (_given < _gathered.Count)
        {
            at = _gathered[_given++];
            return true;
        }
        if (!NextLocal(out long local))
        {
            at = 0;
            return false;
        }
        at = _clock.At(local, out var gap);
        if (gap is not null) Gather(at, gap, out at);
        return true;
    }

    private bool NextLocal(out long local)
    {
        local = _waiting;
        _waiting = long.MinValue;
        if (local != long.MinValue) return true;
        if (!_local.MoveNext()) return false;
        local = _local.Current;
        return true;
    }

    /// <summary>Takes in all that starts within the gap's length after the jump, besides what starts in the gap.</summary>
    private void Gather(long first, ZoneInterval after, out long at)
    {
        _gathered.Clear();
        _gathered.Add(first);
        long skipped = after.WallOffset.Seconds - _clock.OffsetBefore(after);
        long until = after.Start.ToUnixTimeSeconds() + after.WallOffset.Seconds + skipped;
        while (_local.MoveNext())
        {
            if (_local.Current >= until)
            {
                _waiting = _local.Current;
                break;
            }
            _gathered.Add(_clock.At(_local.Current, out _));
        }
        _gathered.Sort();
        at = _gathered[0];
        _given = 1;
    }
}
