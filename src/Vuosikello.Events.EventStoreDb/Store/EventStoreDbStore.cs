using Microsoft.Extensions.Logging;
using Polly;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Resilience;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>
/// The event store on EventStoreDB, one server or a cluster: many Vuosikello servers may use it at once. Positions are commit positions,
/// which are comparable within one cluster and not consecutive.
/// </summary>
public sealed class EventStoreDbStore : IEventStore, IAsyncDisposable
{
    private readonly Cluster _cluster;
    private readonly WriterCircuit _circuit;
    private readonly LogReader _reader;
    private readonly AppendCalls _calls;
    private readonly Appender _appender;
    private readonly AnywhereAppender _anywhere;
    private readonly Subscription _subscription;
    private readonly ResiliencePipeline _reading;
    private long _interruptions;
    private int _isClosed;

    private EventStoreDbStore(ConnectionString connection, EventStoreDbOptions options, Random random, ILogger? log)
    {
        var names = new StreamNames(options.StreamPrefix);
        var seen = new SeenEnd();
        var decoder = new EventDecoder(names, seen);
        var failures = new Failures(connection);
        _reading = Pipelines.Read(options);
        var following = Pipelines.Subscribe(options, (failure, pause) =>
        {
            Interlocked.Increment(ref _interruptions);
            log?.Interrupted(connection.ToString(), failure.Message, pause);
        });
        var silence = new Silence(TimeProvider.System, options.SilenceUntilReadOnly, failure => _circuit!.Open(failure));
        _cluster = new Cluster(connection, Pipelines.Discover(connection, options), random, silence);
        _reader = new LogReader(_cluster, names, decoder, failures, _reading, connection.DefaultDeadline);
        _circuit = new WriterCircuit(options, async ct => await _reader.End(ResiliencePipeline.Empty, ct), reason =>
        {
            if (reason is null) log?.Back(connection.ToString());
            else log?.Away(connection.ToString(), reason);
        }, TimeProvider.System);
        _calls = new AppendCalls(connection.DefaultDeadline);
        _appender = new Appender(_cluster, names, _reader, seen, failures, Pipelines.Append(options, _circuit.Breaker()), _calls);
        _anywhere = new AnywhereAppender(_reader, _appender);
        _subscription = new Subscription(_cluster, names, decoder, _reader, failures, following);
    }

    /// <summary>Whether the cluster takes appends now.</summary>
    public StoreCondition Condition => _circuit.Condition;

    /// <summary>How often following the log was broken off and tried again since the start. Nothing is lost by it; many of them tell of a bad network or a node that is too slow.</summary>
    public long Interruptions => Interlocked.Read(ref _interruptions);

    /// <summary>Makes the store ready. The cluster is not looked for before something is asked of it.</summary>
    /// <param name="random">Chooses among nodes where the connection string leaves it to chance.</param>
    /// <exception cref="StoreUnavailableException">The connection string or the stream prefix is wrong.</exception>
    public static EventStoreDbStore Open(string connectionString, Random random, EventStoreDbOptions? options = null, ILogger<EventStoreDbStore>? log = null) =>
        new(ConnectionString.Parse(connectionString), options ?? new EventStoreDbOptions(), random, log);

    /// <inheritdoc />
    public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default)
    {
        if (events.Count == 0) throw new ArgumentException("An append needs at least one event.", nameof(events));
        return expected == ExpectedVersion.Any || expected == ExpectedVersion.StreamExists
            ? _anywhere.Append(stream, expected, events, ct)
            : _appender.Append(stream, expected.Value, events, ct);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) =>
        _reader.Stream(stream, fromVersion, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => _reader.All(after, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => _subscription.Follow(after, ct);

    /// <inheritdoc />
    public Task<Position> End(CancellationToken ct = default) => _reader.End(_reading, ct);

    /// <summary>Lets go of the connections; what runs ends with an error.</summary>
    public async ValueTask DisposeAsync()
    {
        // A container that knows it under two names lets go of it twice.
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        await _circuit.DisposeAsync();
        await _calls.DisposeAsync();
        _cluster.Dispose();
    }
}
