using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Partnerships;

/// <summary>All partnerships with their years.</summary>
internal sealed class PartnershipViews : IProjection, IPartnershipViews
{
    private readonly ConcurrentDictionary<PartnershipId, PartnershipView> _views = new();
    private readonly Lock _sorting = new();
    private ImmutableArray<PartnershipView>? _all;

    public string Name => "partnerships";

    public ImmutableArray<PartnershipView> All
    {
        get
        {
            lock (_sorting) return _all ??= [.. _views.Values.OrderBy(view => view.Id.Value, StringComparer.Ordinal)];
        }
    }

    public PartnershipView? Find(PartnershipId id) => _views.GetValueOrDefault(id);

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (Streams.IsOf(recorded.Stream, out PartnershipId partnership)) ApplyTo(partnership, recorded, changes);
        else if (Streams.IsOf(recorded.Stream, out CycleId cycle)) ApplyTo(cycle, recorded, changes);
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        var views = All;
        return [new(Name, writer =>
        {
            writer.Count(views.Length);
            foreach (var view in views) PartnershipFormat.Write(writer, view);
        })];
    }

    public void Load(SnapshotReader segment)
    {
        for (int left = segment.Count(); left > 0; left--) Put(PartnershipFormat.Read(segment));
    }

    public void Clear()
    {
        _views.Clear();
        lock (_sorting) _all = null;
    }

    public IEnumerable<KeyValuePair<string, object>> Contents()
    {
        foreach (var view in All) yield return new($"partnership {view.Id}", view);
    }

    private void ApplyTo(PartnershipId id, in Recorded recorded, List<ViewChange>? changes)
    {
        var before = Find(id);
        var state = Partnership.Evolve(before?.State, recorded.Fact) ?? throw new InvalidOperationException("the partnership was never founded");
        var at = recorded.Fact.Stamp.At;
        Put(new(state, before?.Years ?? []) { ChangedAt = before is null ? at : Instant.Max(before.ChangedAt, at) });
        changes?.Add(new(id, null, null, recorded.Position, recorded.Stream));
    }

    private void ApplyTo(CycleId id, in Recorded recorded, List<ViewChange>? changes)
    {
        var before = Find(id.Partnership) ?? throw new InvalidOperationException("the year's partnership was never founded");
        var years = before.Years;
        int at = 0;
        while (at < years.Length && years[at].Year > id.Year) at++;
        bool known = at < years.Length && years[at].Year == id.Year;
        var state = AnnualCycle.Evolve(known ? years[at].State : null, recorded.Fact) ?? throw new InvalidOperationException("the year was never drafted");
        var year = new CycleView(state, recorded.Fact.Stamp);
        Put(before with { Years = known ? years.SetItem(at, year) : years.Insert(at, year) });
        changes?.Add(new(id.Partnership, id.Year, null, recorded.Position, recorded.Stream));
    }

    private void Put(PartnershipView view)
    {
        lock (_sorting)
        {
            _views[view.Id] = view;
            _all = null;
        }
    }
}
