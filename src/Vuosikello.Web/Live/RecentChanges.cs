using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Live;

/// <summary>The last changes that the views told of: when a page changed last, as far as this server has seen. Who is at that position or later lacks nothing.</summary>
/// <param name="capacity">How many are kept.</param>
public sealed class RecentChanges(int capacity = 4096)
{
    private readonly Lock _lock = new();
    private readonly ViewChange[] _changes = new ViewChange[capacity];
    private long _noted;
    private long _seen;
    private long _floor = -1;

    /// <summary>Called with each batch, in order.</summary>
    public void Note(IReadOnlyList<ViewChange> changes)
    {
        lock (_lock)
        {
            foreach (var change in changes)
            {
                _changes[_noted++ % capacity] = change;
                _seen = Math.Max(_seen, change.Position.Value);
            }
        }
    }

    /// <summary>
    /// A position no earlier than the last change of a page as it was rendered at <paramref name="rendered"/>. Changes that the
    /// views have applied but not yet told of count as changes of this page.
    /// </summary>
    public Position Latest(ILivePage page, Position rendered)
    {
        lock (_lock)
        {
            // What happened before anybody looked may have come with a snapshot, untold.
            if (_floor < 0) _floor = rendered.Value;
            if (rendered.Value > Math.Max(_seen, _floor)) return rendered;
            long oldest = Math.Max(0, _noted - capacity);
            for (long i = _noted - 1; i >= oldest; i--)
            {
                ref readonly var change = ref _changes[i % capacity];
                if (change.Position.Value <= _floor) break;
                // Of what was before the oldest one that is kept nobody knows whom it concerned.
                if ((i == oldest && oldest > 0) || (change.Partnership == page.Partnership && page.Concerns(change))) return change.Position;
            }
            return new Position(_floor);
        }
    }
}
