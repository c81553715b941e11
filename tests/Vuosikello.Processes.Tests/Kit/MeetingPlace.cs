using Vuosikello.Events;

namespace Vuosikello.Processes.Tests.Kit;

/// <summary>
/// Lets servers append at the same moment, by no luck: from when it is opened, an append waits until each server has come with the same event. One that only
/// one server ever wanted to write would wait in vain, and fail.
/// </summary>
internal sealed class MeetingPlace(int servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Meeting> _meetings = [];
    private bool _isOpen;
    private int _servers;

    /// <summary>The stored names of the events for which all servers came, each once.</summary>
    public IReadOnlyList<string> Met
    {
        get
        {
            lock (_gate) return [.. _meetings.Values.Where(m => m.All.Task.IsCompleted).Select(m => m.Type)];
        }
    }

    public void Open()
    {
        lock (_gate) _isOpen = true;
    }

    /// <summary>The store as the next server has it.</summary>
    public IEventStore Of(IEventStore store) => new Store(store, this, Interlocked.Increment(ref _servers));

    private Task Meet(int server, EventData first)
    {
        Meeting? meeting;
        lock (_gate)
        {
            if (!_isOpen) return Task.CompletedTask;
            if (!_meetings.TryGetValue(first.Id, out meeting)) _meetings.Add(first.Id, meeting = new Meeting(first.Type));
            meeting.Came.Add(server);
            if (meeting.Came.Count == servers) meeting.All.TrySetResult();
        }
        return meeting.All.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private sealed record Meeting(string Type)
    {
        public HashSet<int> Came { get; } = [];
        public TaskCompletionSource All { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Store(IEventStore store, MeetingPlace place, int server) : IEventStore
    {
        public async Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
        {
            await place.Meet(server, events[0]);
            return await store.Append(stream, expected, events, ct);
        }

        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => store.ReadStream(stream, fromVersion, ct);
        public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => store.ReadAll(after, ct);
        public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => store.Subscribe(after, ct);
        public Task<Position> End(CancellationToken ct = default) => store.End(ct);
    }
}
