using Vuosikello.Calendars.Recurrence.Expansion;

namespace Vuosikello.Calendars.Recurrence.Sets;

/// <summary>A set with overrides. Occurrences wait until none that still comes can start before them: later ones may have been moved back.</summary>
internal sealed class OverriddenSet
{
    /// <summary>What the clocks of two zones, or a change of one, may add to a move.</summary>
    private const long Slack = 2 * LocalSeconds.PerDay;

    /// <summary>How many wait at most. A range that moves more of them back than that makes them come late, and out of their order, rather than never.</summary>
    private const int MostWaiting = 100_000;
    private readonly RecurrenceSet _set;
    private readonly Dictionary<long, OccurrenceOverride> _byId = [];
    private readonly (long Id, OccurrenceOverride Override)[] _ranges;
    private readonly PriorityQueue<Occurrence, long> _waiting = new();
    private readonly long _furthestBack;

    public OverriddenSet(RecurrenceSet set)
    {
        _set = set;
        foreach (var each in set.Overrides) _byId[Originals.Aligned(set.Start, each.Id)] = each;
        _ranges = [.. _byId.Where(o => o.Value.AndFuture).Select(o => (o.Key, o.Value)).OrderBy(o => o.Key)];
        foreach (var (_, each) in _ranges) _furthestBack = Math.Max(_furthestBack, Slack - Move(each));
        foreach (var (id, each) in _byId) Wait(new Occurrence(each.Start, each.Length.After(each.Start), set.Start.At(id), each));
    }

    public IEnumerable<Occurrence> Occurrences()
    {
        var originals = new Originals(_set);
        int range = 0;
        while (originals.MoveNext())
        {
            while (_waiting.TryPeek(out var first, out long start) && (start < originals.Seconds - _furthestBack || _waiting.Count > MostWaiting))
            {
                _waiting.Dequeue();
                yield return first;
            }
            while (range < _ranges.Length && _ranges[range].Id <= originals.Seconds) range++;
            if (!_byId.ContainsKey(originals.Seconds)) Wait(Moved(originals, range == 0 ? null : _ranges[range - 1].Override));
        }
        while (_waiting.TryDequeue(out var left, out _)) yield return left;
    }

    private void Wait(Occurrence occurrence) => _waiting.Enqueue(occurrence, occurrence.Start.Seconds);

    private Occurrence Moved(Originals original, OccurrenceOverride? range)
    {
        var id = _set.Start.At(original.Seconds);
        if (range is null) return new Occurrence(id, (original.Length ?? _set.Length).After(id), id, Override: null);
        var start = range.Start.AtLocal(Math.Clamp(id.LocalBeside(range.Start) + Move(range), LocalSeconds.Earliest, LocalSeconds.Latest));
        return new Occurrence(start, range.Length.After(start), id, range);
    }

    /// <summary>By how much an override moves its occurrence, on the clock of its new start.</summary>
    private static long Move(OccurrenceOverride each) => each.Start.LocalBeside(each.Start) - each.Id.LocalBeside(each.Start);
}
