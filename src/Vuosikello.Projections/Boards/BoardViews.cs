using System.Collections.Concurrent;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Boards;

/// <summary>All years' boards, folded from the activities' events.</summary>
internal sealed class BoardViews : IProjection, IBoardViews, IBoardActivities
{
    /// <summary>Activities per snapshot segment: enough segments to read on several cores, few enough to keep names shared.</summary>
    private const int PerSegment = 8192;

    private readonly ConcurrentDictionary<CycleId, Board> _boards = new();
    private readonly ConcurrentDictionary<ActivityId, ActivitySlot> _activities = new();

    public string Name => "boards";

    public BoardView? Find(CycleId cycle) => _boards.TryGetValue(cycle, out var board) ? board.View : null;

    public ActivityView? FindActivity(ActivityId activity) =>
        _activities.TryGetValue(activity, out var slot) && slot.View is { State.Status: not ActivityStatus.Withdrawn } view ? view : null;

    public Position? PositionOf(CycleId cycle) => _boards.TryGetValue(cycle, out var board) ? board.Position : null;

    public IReadOnlyList<ActivityView> EverIn(CycleId cycle) => _boards.TryGetValue(cycle, out var board) ? board.Ever : [];

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (Streams.IsOf(recorded.Stream, out ActivityId activity)) ApplyTo(activity, recorded, changes);
        else if (Streams.IsOf(recorded.Stream, out CycleId cycle)) BoardOf(cycle).Touch(recorded.Position);
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        var boards = _boards.Values.Select(board => (board.Cycle, board.Position, board.ChangedAt)).ToArray();
        var activities = _activities.Select(pair => pair.Value.View).ToArray();
        List<SnapshotSegment> segments = [new(Name, writer => WriteBoards(writer, boards))];
        for (int i = 0; i < activities.Length; i += PerSegment)
        {
            var some = new ArraySegment<ActivityView>(activities, i, Math.Min(PerSegment, activities.Length - i));
            segments.Add(new(Name, writer => WriteActivities(writer, some)));
        }
        return segments;
    }

    public void Load(SnapshotReader segment)
    {
        for (int boards = segment.Count(); boards > 0; boards--) BoardOf(segment.Cycle()).Restore(segment.Position(), segment.Instant());
        for (int activities = segment.Count(); activities > 0; activities--) Add(ActivityFormat.Read(segment));
    }

    public void Clear()
    {
        _boards.Clear();
        _activities.Clear();
    }

    public IEnumerable<KeyValuePair<string, object>> Contents()
    {
        foreach (var board in _boards.Values)
        {
            yield return new($"board {board.Cycle}", new { board.Position, board.ChangedAt, Order = board.View.Activities.Select(activity => activity.Id) });
        }
        foreach (var slot in _activities.Values) yield return new($"activity {slot.View.Id}", slot.View);
    }

    private void ApplyTo(ActivityId activity, in Recorded recorded, List<ViewChange>? changes)
    {
        var fact = recorded.Fact;
        if (_activities.TryGetValue(activity, out var slot))
        {
            var before = slot.View;
            var state = Activity.Evolve(before.State, fact) ?? throw new InvalidOperationException("an activity became nothing");
            slot.Board.Put(slot, before with { State = state, LastChange = fact.Stamp, Position = recorded.Position });
        }
        else
        {
            var state = Activity.Evolve(null, fact) ?? throw new InvalidOperationException("the activity was never planned");
            slot = Add(new(state, fact.Stamp, fact.Stamp, recorded.Position));
        }
        changes?.Add(new(slot.Board.Cycle.Partnership, slot.Board.Cycle.Year, activity, recorded.Position, recorded.Stream));
    }

    private ActivitySlot Add(ActivityView view)
    {
        var board = BoardOf(view.State.Cycle);
        var slot = new ActivitySlot(board, view);
        board.Add(slot);
        _activities[view.Id] = slot;
        return slot;
    }

    private Board BoardOf(CycleId cycle) => _boards.GetOrAdd(cycle, static id => new Board(id));

    private static void WriteBoards(SnapshotWriter writer, (CycleId Cycle, Position Position, Instant ChangedAt)[] boards)
    {
        writer.Count(boards.Length);
        foreach (var (cycle, position, changedAt) in boards)
        {
            writer.Cycle(cycle);
            writer.Position(position);
            writer.Instant(changedAt);
        }
        writer.Count(0);
    }

    private static void WriteActivities(SnapshotWriter writer, ArraySegment<ActivityView> activities)
    {
        writer.Count(0);
        writer.Count(activities.Count);
        foreach (var activity in activities) ActivityFormat.Write(writer, activity);
    }
}
