using System.Collections.Concurrent;
using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Aggregates;

/// <summary>One aggregate as views show it: its own state, which its decider folds too. Immutable.</summary>
/// <param name="First">Who began it, when.</param>
/// <param name="LastChange">Who changed it last, when.</param>
/// <param name="Position">Of its last event.</param>
public sealed record AggregateView<TState>(TState State, Stamp First, Stamp LastChange, Position Position) where TState : class;

/// <summary>Queries on the aggregates of one kind.</summary>
public interface IAggregateViews<TId, TState> where TId : struct, IEquatable<TId> where TState : class
{
    /// <summary>The aggregate, or null when there is none.</summary>
    AggregateView<TState>? Find(TId id);

    /// <summary>Those of a partnership, sorted by their ids' text.</summary>
    ImmutableArray<AggregateView<TState>> Of(PartnershipId partnership);

    /// <summary>All of them, in no order.</summary>
    IEnumerable<KeyValuePair<TId, AggregateView<TState>>> All { get; }
}

/// <summary>
/// The states of all aggregates of one kind, for kinds of which a partnership has few. Snapshots hold each state as JSON, so a
/// state is made of records, lists and values that <see cref="SnapshotJson"/> knows; what it derives are get-only properties.
/// </summary>
internal abstract class AggregateViews<TId, TState>(string name) : IProjection, IAggregateViews<TId, TState>
    where TId : struct, IEquatable<TId> where TState : class, IState<TState>
{
    private readonly ConcurrentDictionary<TId, AggregateView<TState>> _views = new();
    private readonly ConcurrentDictionary<PartnershipId, ImmutableSortedDictionary<string, TId>> _byPartnership = new();

    public string Name => name;

    public IEnumerable<KeyValuePair<TId, AggregateView<TState>>> All => _views;

    public AggregateView<TState>? Find(TId id) => _views.GetValueOrDefault(id);

    public ImmutableArray<AggregateView<TState>> Of(PartnershipId partnership) =>
        _byPartnership.TryGetValue(partnership, out var ids) ? [.. ids.Values.Select(id => _views[id])] : [];

    /// <summary>Whose stream it is, when it is of this kind.</summary>
    protected abstract bool IsOf(StreamName stream, out TId id);

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (!IsOf(recorded.Stream, out var id)) return;
        var partnership = PartnershipOf(id);
        var before = Find(id);
        var state = TState.Evolve(before?.State, recorded.Fact) ?? throw new InvalidOperationException("its first event does not begin it");
        var stamp = recorded.Fact.Stamp;
        Put(id, partnership, new(state, before?.First ?? stamp, stamp, recorded.Position));
        changes?.Add(new(partnership, null, null, recorded.Position, recorded.Stream));
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        var views = _views.ToArray();
        return [new(Name, writer =>
        {
            writer.Count(views.Length);
            foreach (var (id, view) in views) writer.Text(SnapshotJson.Write(new Kept(id, view)));
        })];
    }

    public void Load(SnapshotReader segment)
    {
        for (int left = segment.Count(); left > 0; left--)
        {
            var kept = SnapshotJson.Read<Kept>(segment.Text());
            Put(kept.Id, PartnershipOf(kept.Id), kept.View);
        }
    }

    public virtual void Clear()
    {
        _views.Clear();
        _byPartnership.Clear();
    }

    public IEnumerable<KeyValuePair<string, object>> Contents()
    {
        foreach (var (id, view) in _views) yield return new($"{Name} {id}", view);
    }

    /// <summary>The partnership that an id of this kind belongs to.</summary>
    protected abstract PartnershipId PartnershipOf(TId id);

    /// <summary>Where a kind is found by more than its id: called for each state that comes, also from a snapshot.</summary>
    protected virtual void Index(TId id, TState state)
    {
    }

    private void Put(TId id, PartnershipId partnership, AggregateView<TState> view)
    {
        _views[id] = view;
        string text = id.ToString()!;
        _byPartnership.AddOrUpdate(partnership,
            _ => ImmutableSortedDictionary.Create<string, TId>(StringComparer.Ordinal).Add(text, id),
            (_, ids) => ids.SetItem(text, id));
        Index(id, view.State);
    }

    private sealed record Kept(TId Id, AggregateView<TState> View);
}
