using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Projections.Boards;

/// <summary>One year's activities while they change. The picture that readers get is made when somebody asks after a change.</summary>
internal sealed class Board(CycleId cycle)
{
    private readonly Lock _gate = new();
    private readonly List<ActivitySlot> _ever = [];
    private readonly List<ActivitySlot> _changed = [];
    private ImmutableArray<ActivityView> _sorted = [];
    private ImmutableArray<ActivityView> _withdrawn = [];
    private BoardView? _published;
    private Position _position;
    private Instant _changedAt;

    public CycleId Cycle => cycle;

    public Position Position { get { lock (_gate) return _position; } }

    public Instant ChangedAt { get { lock (_gate) return _changedAt; } }

    /// <summary>The board as it is now; the same object until something changes.</summary>
    public BoardView View
    {
        get
        {
            lock (_gate)
            {
                if (_published is not null) return _published;
                if (_changed.Count > 0) _sorted = Merge();
                return _published = new(cycle, _sorted, _position) { ChangedAt = _changedAt, Withdrawn = _withdrawn };
            }
        }
    }

    /// <summary>Every activity that was ever planned here, as it is now.</summary>
    public IReadOnlyList<ActivityView> Ever
    {
        get { lock (_gate) return [.. _ever.Select(slot => slot.View)]; }
    }

    /// <summary>A new activity stands here; it stays here, whatever becomes of it.</summary>
    public void Add(ActivitySlot slot)
    {
        lock (_gate) _ever.Add(slot);
        Put(slot, slot.View);
    }

    /// <summary>The year itself changed at this position.</summary>
    public void Touch(Position position)
    {
        lock (_gate)
        {
            if (position > _position) _position = position;
            _published = null;
        }
    }

    /// <summary>What a snapshot remembers of the year besides its activities.</summary>
    public void Restore(Position position, Instant changedAt)
    {
        Touch(position);
        lock (_gate)
        {
            if (changedAt > _changedAt) _changedAt = changedAt;
        }
    }

    /// <summary>An activity has another state.</summary>
    public void Put(ActivitySlot slot, ActivityView view)
    {
        lock (_gate)
        {
            slot.View = view;
            if (view.Position > _position) _position = view.Position;
            if (view.LastChange.At > _changedAt) _changedAt = view.LastChange.At;
            _published = null;
            if (slot.Changed) return;
            slot.Changed = true;
            _changed.Add(slot);
        }
    }

    /// <summary>Sorts what changed and merges it with what did not: one edit in a year of thousands costs no sorting of thousands.</summary>
    private ImmutableArray<ActivityView> Merge()
    {
        var changed = new List<ActivityView>(_changed.Count);
        var withdrawn = new List<ActivityView>();
        var stale = new HashSet<ActivityId>(_changed.Count);
        foreach (var slot in _changed)
        {
            slot.Changed = false;
            stale.Add(slot.View.Id);
            (slot.View.State.Status == ActivityStatus.Withdrawn ? withdrawn : changed).Add(slot.View);
        }
        _changed.Clear();
        changed.Sort(BoardOrder.Instance);
        if (withdrawn.Count > 0) _withdrawn = [.. _withdrawn.Where(view => !stale.Contains(view.Id)).Concat(withdrawn).Order(BoardOrder.Instance)];

        var merged = ImmutableArray.CreateBuilder<ActivityView>(_sorted.Length + changed.Count);
        int next = 0;
        foreach (var old in _sorted)
        {
            if (stale.Contains(old.Id)) continue;
            while (next < changed.Count && BoardOrder.Instance.Compare(changed[next], old) < 0) merged.Add(changed[next++]);
            merged.Add(old);
        }
        while (next < changed.Count) merged.Add(changed[next++]);
        return merged.DrainToImmutable();
    }
}

/// <summary>An activity's place on its board, for as long as the server runs; its view is replaced at each change.</summary>
internal sealed class ActivitySlot(Board board, ActivityView view)
{
    private ActivityView _view = view;

    public Board Board => board;

    public ActivityView View
    {
        get => Volatile.Read(ref _view);
        set => Volatile.Write(ref _view, value);
    }

    /// <summary>Whether its board knows that it changed since the last picture; the board's lock guards it.</summary>
    public bool Changed { get; set; }
}
