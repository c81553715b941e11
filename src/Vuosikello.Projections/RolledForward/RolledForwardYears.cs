using System.Globalization;
using System.Runtime.CompilerServices;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.RolledForward;

/// <summary>All years that were started from others.</summary>
internal sealed class RolledForwardYears : IProjection, IRolledForwardYears
{
    private readonly Lock _gate = new();
    private readonly List<RolledForwardYear> _all = [];
    private TaskCompletionSource _more = NewSignal();

    public string Name => "rolled-forward";

    public async IAsyncEnumerable<RolledForwardYear> Follow([EnumeratorCancellation] CancellationToken ct)
    {
        for (int at = 0; ; at++)
        {
            RolledForwardYear? next;
            while ((next = At(at, out var more)) is null) await more.WaitAsync(ct);
            yield return next;
        }
    }

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (recorded.Fact.Event is CycleRolledForward rolled && Streams.IsOf(recorded.Stream, out CycleId cycle))
            Add(new RolledForwardYear(cycle, rolled.FromYear, rolled.Activities, recorded.Position));
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        var all = Copy();
        return [new(Name, writer =>
        {
            writer.Count(all.Length);
            foreach (var year in all) Write(writer, year);
        })];
    }

    public void Load(SnapshotReader segment)
    {
        for (int left = segment.Count(); left > 0; left--)
            Add(new(segment.Cycle(), (int)segment.Number(), segment.List(() => new ActivityId(segment.Guid())), segment.Position()));
    }

    public void Clear()
    {
        lock (_gate) _all.Clear();
    }

    public IEnumerable<KeyValuePair<string, object>> Contents()
    {
        foreach (var year in Copy()) yield return new(string.Create(CultureInfo.InvariantCulture, $"rolled forward {year.Cycle} at {year.Position}"), year);
    }

    private static void Write(SnapshotWriter to, RolledForwardYear year)
    {
        to.Cycle(year.Cycle);
        to.Number(year.FromYear);
        to.List(year.Activities, id => to.Guid(id.Value));
        to.Position(year.Position);
    }

    private void Add(RolledForwardYear year)
    {
        lock (_gate)
        {
            _all.Add(year);
            _more.SetResult();
            _more = NewSignal();
        }
    }

    private RolledForwardYear? At(int index, out Task more)
    {
        lock (_gate)
        {
            more = _more.Task;
            return index < _all.Count ? _all[index] : null;
        }
    }

    private RolledForwardYear[] Copy()
    {
        lock (_gate) return [.. _all];
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
