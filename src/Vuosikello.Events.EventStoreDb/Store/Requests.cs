using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>What is asked of the server.</summary>
internal static class Requests
{
    /// <summary>After so many events, whosever they are, a subscription is told how far it has come.</summary>
    private const uint CheckpointEvery = 32;

    private static readonly Protocol.Empty Yes = new();

    /// <summary>The stream from a version on, inclusive.</summary>
    public static ReadReq Stream(StreamIdentifier stream, long from, long count = long.MaxValue)
    {
        var of = new ReadReq.Types.Options.Types.StreamOptions { StreamIdentifier = stream };
        if (from == 0) of.Start = Yes;
        else of.Revision = (ulong)from;
        return Read(new ReadReq.Types.Options { Stream = of, Count = (ulong)count, NoFilter = Yes });
    }

    /// <summary>Everything from a position on, inclusive, unlike <see cref="Subscribe"/>.</summary>
    public static ReadReq All(long from, string prefix) =>
        Read(new ReadReq.Types.Options { All = From(from), Count = long.MaxValue, Filter = Only(prefix) });

    /// <summary>The last event.</summary>
    public static ReadReq Last(string prefix) => Read(new ReadReq.Types.Options
    {
        All = new ReadReq.Types.Options.Types.AllOptions { End = Yes },
        ReadDirection = ReadReq.Types.Options.Types.ReadDirection.Backwards,
        Count = 1,
        Filter = Only(prefix),
    });

    /// <summary>Everything after a position, exclusive, unlike <see cref="All"/>, and then what is appended.</summary>
    public static ReadReq Subscribe(long after, string prefix) => Read(new ReadReq.Types.Options
    {
        All = From(after),
        Subscription = new ReadReq.Types.Options.Types.SubscriptionOptions(),
        Filter = Only(prefix),
    });

    /// <summary>The messages of an append: where to, and then the events.</summary>
    /// <param name="expected">The stream's version; -1 when it must not exist.</param>
    public static IReadOnlyList<IMessage> Append(StreamIdentifier stream, long expected, IReadOnlyList<EventData> events)
    {
        var options = new AppendReq.Types.Options { StreamIdentifier = stream };
        if (expected < 0) options.NoStream = Yes;
        else options.Revision = (ulong)expected;
        return [new AppendReq { Options = options }, .. events.Select(e => new AppendReq { ProposedMessage = Proposed(e) })];
    }

    /// <summary>An append that is one of many in a call.</summary>
    /// <param name="number">Of this append in the call; its answer bears it too.</param>
    /// <param name="expected">The stream's version; -1 when it must not exist.</param>
    /// <param name="deadline">After which the server need not begin; null for its own.</param>
    public static BatchAppendReq Append(long number, StreamIdentifier stream, long expected, IReadOnlyList<EventData> events, TimeSpan? deadline)
    {
        var options = new BatchAppendReq.Types.Options { StreamIdentifier = stream };
        if (expected < 0) options.NoStream = new();
        else options.StreamPosition = (ulong)expected;
        if (deadline is { } time) options.Deadline = Duration.FromTimeSpan(time);
        return new BatchAppendReq
        {
            CorrelationId = new UUID { Structured = new() { LeastSignificantBits = number } },
            Options = options,
            ProposedMessages = { events.Select(BatchProposed) },
            IsFinal = true,
        };
    }

    private static AppendReq.Types.ProposedMessage Proposed(EventData e) => new()
    {
        Id = Id(e),
        Metadata = { ["type"] = e.Type, ["content-type"] = "application/json" },
        CustomMetadata = UnsafeByteOperations.UnsafeWrap(e.Metadata),
        Data = UnsafeByteOperations.UnsafeWrap(e.Data),
    };

    private static BatchAppendReq.Types.ProposedMessage BatchProposed(EventData e) => new()
    {
        Id = Id(e),
        Metadata = { ["type"] = e.Type, ["content-type"] = "application/json" },
        CustomMetadata = UnsafeByteOperations.UnsafeWrap(e.Metadata),
        Data = UnsafeByteOperations.UnsafeWrap(e.Data),
    };

    private static UUID Id(EventData e) => new() { String = e.Id.ToString("D") };

    private static ReadReq Read(ReadReq.Types.Options options)
    {
        options.UuidOption = new ReadReq.Types.Options.Types.UUIDOption { String = Yes };
        options.ControlOption = new ReadReq.Types.Options.Types.ControlOption { Compatibility = 1 };
        return new ReadReq { Options = options };
    }

    private static ReadReq.Types.Options.Types.AllOptions From(long position) =>
        position == Position.Start.Value
            ? new() { Start = Yes }
            : new() { Position = new() { CommitPosition = (ulong)position, PreparePosition = (ulong)position } };

    private static ReadReq.Types.Options.Types.FilterOptions Only(string prefix) => new()
    {
        StreamIdentifier = new() { Prefix = { prefix } },
        Max = CheckpointEvery,
        CheckpointIntervalMultiplier = 1,
    };
}
