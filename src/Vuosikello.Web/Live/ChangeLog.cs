using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Live;

/// <summary>When each year's board last changed, as far as this server has seen: who is at that position or later lacks nothing.</summary>
public sealed class ChangeLog
{
    private readonly ConcurrentDictionary<(PartnershipId, int?), long> _latest = new();
    private long _seen;
    private long _floor = -1;

    /// <summary>Called with each batch, in order.</summary>
    public void Note(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
        {
            _latest[(change.Partnership, change.Year)] = change.Position.Value;
            if (change.Position.Value > Volatile.Read(ref _seen)) Volatile.Write(ref _seen, change.Position.Value);
        }
    }

    /// <summary>
    /// A position no earlier than the last change of the board as it was rendered at <paramref name="rendered"/>. Changes that
    /// the views have applied but not yet told of count as changes of this board.
    /// </summary>
    public Position Latest(CycleId cycle, Position rendered)
    {
        // What happened before anybody looked may have come with a snapshot, untold.
        Interlocked.CompareExchange(ref _floor, rendered.Value, -1);
        if (rendered.Value > Math.Max(Volatile.Read(ref _seen), Volatile.Read(ref _floor))) return rendered;
        long year = _latest.GetValueOrDefault((cycle.Partnership, cycle.Year));
        long yearBefore = _latest.GetValueOrDefault((cycle.Partnership, cycle.Year - 1));
        long partnership = _latest.GetValueOrDefault((cycle.Partnership, null));
        return new Position(Math.Max(Math.Max(Volatile.Read(ref _floor), yearBefore), Math.Max(year, partnership)));
    }
}
