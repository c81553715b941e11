using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;

namespace Vuosikello.Web.Live;

/// <summary>
/// The boards that somebody has open, each following the views by itself. A board that nobody looks at is not here and costs
/// nothing.
/// </summary>
public sealed class BoardBroadcaster(LiveBoardParts parts, ActivityNewsroom newsroom) : IHostedService
{
    private readonly Lock _lock = new();
    private readonly Dictionary<BoardKey, LiveBoard> _boards = [];
    private readonly ConcurrentDictionary<PartnershipId, LiveBoard[]> _byPartnership = new();
    private IDisposable? _subscription;

    /// <summary>How many different boards are open now.</summary>
    public int Open
    {
        get { lock (_lock) return _boards.Count; }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = parts.Views.OnChange(Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        lock (_lock)
            foreach (var board in _boards.Values) board.Close();
        return Task.CompletedTask;
    }

    /// <summary>Lets a connection watch a board from a position on.</summary>
    /// <returns>The board to <see cref="Leave"/> later, or null when there is no such year.</returns>
    public async Task<LiveBoard?> Join(BoardKey key, string connection, Position last, CancellationToken ct)
    {
        var board = Enter(key);
        bool admitted = false;
        try
        {
            admitted = await board.Admit(connection, last, ct);
            return admitted ? board : null;
        }
        finally
        {
            if (!admitted) Leave(board);
        }
    }

    public void Leave(LiveBoard board)
    {
        lock (_lock)
        {
            if (--board.Readers > 0) return;
            _boards.Remove(board.Key);
            Index(board.Key.Cycle.Partnership);
        }
        board.Close();
    }

    private LiveBoard Enter(BoardKey key)
    {
        LiveBoard? board;
        lock (_lock)
        {
            if (!_boards.TryGetValue(key, out board))
            {
                board = new LiveBoard(key, $"board:{key.Cycle}:{key.Language}:{(key.Members ? "members" : "public")}:{key.Query}", parts);
                _boards.Add(key, board);
                Index(key.Cycle.Partnership);
                _ = board.Run();
            }
            board.Readers++;
        }
        return board;
    }

    private void Index(PartnershipId partnership)
    {
        LiveBoard[] open = [.. _boards.Values.Where(b => b.Key.Cycle.Partnership == partnership)];
        if (open.Length > 0) _byPartnership[partnership] = open;
        else _byPartnership.TryRemove(partnership, out _);
    }

    private void Hear(IReadOnlyList<ViewChange> changes)
    {
        parts.Changes.Note(changes);
        foreach (var change in changes)
        {
            if (change.Activity is { } activity) newsroom.Tell(activity);
            if (!_byPartnership.TryGetValue(change.Partnership, out var boards)) continue;
            foreach (var board in boards)
            {
                if (change.Year is null || change.Year == board.Key.Cycle.Year) board.Touch(change.Activity);
                // What runs over New Year is drawn in the next year too.
                else if (change.Year == board.Key.Cycle.Year - 1) board.Touch(null);
            }
        }
    }
}
