using System.Collections.Concurrent;
using System.Threading.Channels;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Live;

namespace Vuosikello.Web.Live;

/// <summary>
/// One board that somebody has open. Rendered and compared once per change, however many look at it; what changes while it
/// renders goes into the next patch together.
/// </summary>
public sealed class LiveBoard(BoardKey key, string group, LiveBoardParts parts)
{
    // A reader whose connection is stuck holds its own messages back; this many may wait before the board waits too.
    private const int MaxUnsent = 64;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<ActivityId, byte> _touched = new();
    private readonly Queue<Task> _unsent = new();
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<Fragment> _shown = [];
    private PatchLog? _log;

    public BoardKey Key => key;
    public string Group => group;

    /// <summary>How many look at it. Guarded by the broadcaster.</summary>
    public int Readers { get; set; }

    /// <summary>Says that something in it may have changed. Returns at once.</summary>
    public void Touch(ActivityId? activity)
    {
        if (activity is { } id && _touched.Count <= Announcements.Most) _touched.TryAdd(id, 0);
        _changed.Writer.TryWrite(true);
    }

    /// <summary>Lets a connection in, with all that it has missed since <paramref name="last"/>.</summary>
    /// <returns>False when there is no such year.</returns>
    public async Task<bool> Admit(string connection, Position last, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_log is null && !await Open(ct)) return false;
            await parts.Hub.Groups.AddToGroupAsync(connection, group, ct);
            IReadOnlyList<BoardPatch> missed = _log!.Since(last)
                ?? [BoardDiff.Whole(_shown).Between(Position.Start, _log.Latest)];
            foreach (var patch in missed) _ = parts.Send(parts.Hub.Clients.Client(connection), patch, []);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Follows the changes until nobody looks any more.</summary>
    public async Task Run()
    {
        try
        {
            while (true)
            {
                await _changed.Reader.ReadAsync(_closed.Token);
                await Refresh(_closed.Token);
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            LiveLog.Closed(parts.Log, group);
        }
    }

    private async Task<bool> Open(CancellationToken ct)
    {
        var position = parts.Views.Position;
        if (await parts.Render(key, ct) is not { } fragments) return false;
        _shown = fragments;
        _log = new PatchLog(parts.Changes.Latest(key.Cycle, position));
        return true;
    }

    private async Task Refresh(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_log is null) return;
            ActivityId[] touched = [.. _touched.Keys];
            foreach (var id in touched) _touched.TryRemove(id, out _);
            var position = parts.Views.Position;
            if (await parts.Render(key, ct) is not { } fragments) return;
            var change = BoardDiff.Between(_shown, fragments);
            _shown = fragments;
            if (change.IsEmpty) return;
            await Send(_log.Add(change, position), touched);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LiveLog.RenderingFailed(parts.Log, e, group);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Send(BoardPatch patch, ActivityId[] touched)
    {
        while (_unsent.TryPeek(out var oldest) && (oldest.IsCompleted || _unsent.Count >= MaxUnsent))
        {
            await oldest;
            _ = _unsent.Dequeue();
        }
        _unsent.Enqueue(parts.Send(parts.Hub.Clients.Group(group), patch, parts.Announcements.Of(touched, key)));
    }

    /// <summary>Ends <see cref="Run"/>.</summary>
    public void Close() => _closed.Cancel();
}
