using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Commands.Aggregates;

/// <summary>
/// What this server remembers of one stream: the state, its version, and which commands brought it about. It is brought up to
/// date by reading the stream's tail, never by starting over; it may lag behind other servers until then.
/// </summary>
internal sealed class Aggregate<TState>(StreamName stream, IEventStore store) where TState : class, IState<TState>
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<CommandId, AppendResult> _commands = new();
    private volatile Loaded<TState> _now = Loaded<TState>.Nothing;
    private Task<Loaded<TState>>? _reading;
    private Task<Loaded<TState>>? _next;

    public StreamName Stream => stream;

    /// <summary>What is remembered, however old.</summary>
    public Loaded<TState> Remembered => _now;

    /// <summary>True once the stream has been read, even if it was empty.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Writers of this stream on this server take turns: they would only conflict with each other.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Where the command's last event stands, if it is known to have been carried out.</summary>
    public bool HasDone(CommandId command, out AppendResult result) => _commands.TryGetValue(command, out result);

    /// <summary>
    /// The state as of a moment after this call. Callers that come while a read is under way share the one that starts after
    /// it, so that many commands at once cost the store few reads.
    /// </summary>
    public Task<Loaded<TState>> Fresh(CancellationToken ct)
    {
        Task<Loaded<TState>> wanted;
        lock (_gate)
        {
            if (_reading is null) wanted = _reading = Task.Run(ReadTail, CancellationToken.None);
            else wanted = _next ??= ReadAfter(_reading);
        }
        return wanted.WaitAsync(ct);
    }

    /// <summary>Folds in what was just appended, unless a read has been here first.</summary>
    public Loaded<TState> Advance(Loaded<TState> before, ReadOnlySpan<IEvent> events, Stamp stamp, AppendResult appended, EventHash hash)
    {
        lock (_gate)
        {
            var now = _now;
            if (now.Version != before.Version || appended.Version != before.Version + events.Length) return now;
            var state = now.State;
            for (int i = 0; i < events.Length; i++) state = TState.Evolve(state, new Fact(events[i], now.Version + 1 + i, stamp));
            _commands[stamp.Command] = appended;
            return _now = new Loaded<TState>(state, appended.Version, appended.Position, hash);
        }
    }

    private async Task<Loaded<TState>> ReadAfter(Task<Loaded<TState>> running)
    {
        await running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await ReadTail();
    }

    private async Task<Loaded<TState>> ReadTail()
    {
        try
        {
            await foreach (var recorded in store.ReadStream(stream, _now.Version + 1)) Fold(recorded);
            IsRead = true;
            return _now;
        }
        finally
        {
            lock (_gate)
            {
                _reading = _next;
                _next = null;
            }
        }
    }

    private void Fold(RecordedEvent recorded)
    {
        lock (_gate)
        {
            var now = _now;
            if (recorded.Version != now.Version + 1) return;
            var fact = EventSerializer.Deserialize(recorded);
            _commands[fact.Stamp.Command] = new AppendResult(recorded.Version, recorded.Position);
            _now = new Loaded<TState>(TState.Evolve(now.State, fact), recorded.Version, recorded.Position, HashOf(recorded, now.Hash));
        }
    }

    // What a stored event carries is taken as it is: whether it is right is for the check to say. Events from before there were hashes carry none.
    private static EventHash HashOf(RecordedEvent recorded, EventHash before) =>
        EventChain.CarriedBy(recorded.Metadata.Span)
        ?? EventChain.After(recorded.Version == 0 ? EventChain.Genesis(recorded.Stream) : before, recorded);
}
