using NodaTime;

namespace Vuosikello.Events;

/// <summary>
/// The store port: an append-only log of streams. An implementation passes the contract suite
/// (<c>tests/Vuosikello.Events.ContractSuite</c>) line for line; nothing outside this port may be relied on.
/// </summary>
public interface IEventStore
{
    /// <summary>
    /// Appends events to a stream, all or none. When the task completes the events are on disk. Idempotent by event id: the
    /// same ids again at the same place succeed with the original version and position, say so, and write nothing.
    /// </summary>
    /// <exception cref="WrongExpectedVersionException">The stream is at another version.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written as far as is known; the same append may be tried again.</exception>
    Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default);

    /// <summary>Reads a stream forward from a version (inclusive; the first is 0). A stream that does not exist is empty.</summary>
    IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default);

    /// <summary>Reads all events after a position, in the order in which they were committed, up to the end as it was at the start.</summary>
    IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default);

    /// <summary>
    /// Reads all events after a position in batches and then waits for new ones, until cancelled. Every event comes exactly
    /// once, in order. An empty batch says that the subscriber has caught up with the end.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default);

    /// <summary>The position of the last committed event, or <see cref="Position.Start"/> of an empty log.</summary>
    Task<Position> End(CancellationToken ct = default);
}

/// <summary>A stream's name: a category, a hyphen, and the aggregate's id, such as <c>activity-6f9619ff-…</c>.</summary>
public readonly record struct StreamName(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A place in the log of everything, comparable within one store. Places need not be consecutive.</summary>
/// <param name="Value">0 is before the first event.</param>
public readonly record struct Position(long Value) : IComparable<Position>
{
    /// <summary>Before the first event.</summary>
    public static Position Start => default;

    public int CompareTo(Position other) => Value.CompareTo(other.Value);
    public static bool operator <(Position a, Position b) => a.Value < b.Value;
    public static bool operator >(Position a, Position b) => a.Value > b.Value;
    public static bool operator <=(Position a, Position b) => a.Value <= b.Value;
    public static bool operator >=(Position a, Position b) => a.Value >= b.Value;
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What an append presumes of its stream.</summary>
/// <param name="Value">A version of 0 or more, or one of the named values.</param>
public readonly record struct ExpectedVersion(long Value)
{
    /// <summary>The stream has no event yet.</summary>
    public static ExpectedVersion NoStream => new(-1);

    /// <summary>Anything will do.</summary>
    public static ExpectedVersion Any => new(-2);

    /// <summary>The stream has at least one event.</summary>
    public static ExpectedVersion StreamExists => new(-4);

    /// <summary>The stream's last event has this version (the first is 0).</summary>
    public static ExpectedVersion Exactly(long version) => new(version);
}

/// <summary>An event to append.</summary>
/// <param name="Id">Decides whether it is the same event again.</param>
/// <param name="Type">Its stored name, such as <c>activity-rescheduled.v1</c>.</param>
/// <param name="Data">UTF-8 JSON.</param>
/// <param name="Metadata">UTF-8 JSON: the stamp.</param>
public sealed record EventData(Guid Id, string Type, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Metadata);

/// <summary>An event as the store has it.</summary>
/// <param name="RecordedAt">When the store wrote it, UTC; the time that counts for people is the stamp's.</param>
public sealed record RecordedEvent(
    StreamName Stream,
    long Version,
    Position Position,
    Guid Id,
    string Type,
    ReadOnlyMemory<byte> Data,
    ReadOnlyMemory<byte> Metadata,
    Instant RecordedAt);

/// <summary>Where an append's last event came to stand.</summary>
/// <param name="Repeated">
/// True when the events were there already and nothing was written: what is there has these ids, but may have been written with
/// another stamp.
/// </param>
public readonly record struct AppendResult(long Version, Position Position, bool Repeated = false);

/// <summary>The stream was not at the version that the append expected.</summary>
/// <param name="actual">The stream's version; -1 when it has no event.</param>
public sealed class WrongExpectedVersionException(StreamName stream, ExpectedVersion expected, long actual)
    : Exception($"Stream {stream} is at version {actual}, not {expected.Value}.")
{
    public StreamName Stream { get; } = stream;
    public ExpectedVersion Expected { get; } = expected;
    public long Actual { get; } = actual;
}

/// <summary>The store cannot be reached, is busy, or cannot write (disk full, no permission). Nothing half done remains.</summary>
public sealed class StoreUnavailableException(string message, bool transient, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when trying again soon may help (busy); false when a person has to act (disk full).</summary>
    public bool IsTransient { get; } = transient;
}

/// <summary>The stored log is damaged. Nothing is repaired silently: the message says what was found and what to do.</summary>
public sealed class StoreDamagedException(string message, Exception? inner = null) : Exception(message, inner);
