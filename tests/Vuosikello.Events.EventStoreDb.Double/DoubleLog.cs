using System.Globalization;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Protocol;
using LoggedEvent = Vuosikello.Events.EventStoreDb.Protocol.ReadResp.Types.ReadEvent.Types.RecordedEvent;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>The log of the double, which all its nodes share: what is in it was agreed on by the cluster.</summary>
internal sealed class DoubleLog
{
    private const int MostBytesOfAppend = 1 << 20;

    private readonly Lock _gate = new();
    private readonly List<LoggedEvent> _all = [];
    private readonly Dictionary<string, List<LoggedEvent>> _streams = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tombstoned = new(StringComparer.Ordinal);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _next = 548;

    /// <summary>All events so far, and what completes when there are more.</summary>
    public (IReadOnlyList<LoggedEvent> Events, Task More) After(long position)
    {
        lock (_gate)
        {
            int from = _all.Count;
            while (from > 0 && (long)_all[from - 1].CommitPosition > position) from--;
            return (_all[from..], _more.Task);
        }
    }

    public IReadOnlyList<LoggedEvent> All
    {
        get
        {
            lock (_gate) return [.. _all];
        }
    }

    /// <summary>The stream's events; null when there is no such stream.</summary>
    /// <exception cref="CallFailure">It was tombstoned.</exception>
    public IReadOnlyList<LoggedEvent>? Stream(string stream)
    {
        lock (_gate)
        {
            if (_tombstoned.Contains(stream)) throw CallFailure.Deleted(stream);
            return _streams.TryGetValue(stream, out var events) ? [.. events] : null;
        }
    }

    public void Tombstone(string stream)
    {
        lock (_gate) _tombstoned.Add(stream);
    }

    /// <summary>Forgets the stream's first events, as a truncation by an operator does.</summary>
    public void Truncate(string stream, int count)
    {
        lock (_gate) _streams[stream].RemoveRange(0, count);
    }

    /// <summary>Events of others, one a stream.</summary>
    public void AppendForeign(int count, string stream = "other-1")
    {
        for (int i = 0; i < count; i++)
            Append(new() { StreamIdentifier = new() { StreamName = ByteString.CopyFromUtf8(stream) }, Any = new() }, [Event()]);
    }

    public AppendResp Append(AppendReq.Types.Options to, IReadOnlyList<AppendReq.Types.ProposedMessage> events)
    {
        string stream = to.StreamIdentifier.StreamName.ToStringUtf8();
        Check(stream, events);
        lock (_gate)
        {
            if (_tombstoned.Contains(stream)) throw CallFailure.Deleted(stream);
            var there = _streams.GetValueOrDefault(stream) ?? [];
            long head = there.Count == 0 ? -1 : (long)there[^1].StreamRevision;
            long expected = Expected(to, there, events);
            if (expected != head)
            {
                var repeated = expected < head ? there.Where(e => (long)e.StreamRevision > expected).Take(events.Count).ToArray() : [];
                bool same = repeated.Length == events.Count && repeated.Zip(events, (a, b) => a.Id.String == b.Id.String).All(s => s);
                return same && expected > -3 ? Success((long)repeated[^1].StreamRevision, (long)repeated[^1].CommitPosition) : Wrong.Version(to, head);
            }
            return events.Count == 0 ? Success(head, Place(0)) : Write(stream, head, events);
        }
    }

    private static void Check(string stream, IReadOnlyList<AppendReq.Types.ProposedMessage> events)
    {
        if (stream.Length == 0) throw CallFailure.Handler();
        if (events.Any(e => !e.Metadata.ContainsKey("type")))
            throw new CallFailure(EventStoreDb.Grpc.GrpcStatus.InvalidArgument, "Required Metadata Property 'type' is missing", ("exception", "missing-required-metadata-property"), ("required-metadata-properties", "type,content-type"));
        if (events.Sum(e => e.Data.Length + e.CustomMetadata.Length) > MostBytesOfAppend)
            throw new CallFailure(EventStoreDb.Grpc.GrpcStatus.InvalidArgument, $"Maximum Append Size of {MostBytesOfAppend} Exceeded.", ("exception", "maximum-append-size-exceeded"), ("maximum-append-size", $"{MostBytesOfAppend}"));
    }

    /// <summary>The version that the append belongs after; -4 when the stream cannot be as expected.</summary>
    private static long Expected(AppendReq.Types.Options to, List<LoggedEvent> there, IReadOnlyList<AppendReq.Types.ProposedMessage> events)
    {
        long head = there.Count == 0 ? -1 : (long)there[^1].StreamRevision;
        switch (to.ExpectedStreamRevisionCase)
        {
            case AppendReq.Types.Options.ExpectedStreamRevisionOneofCase.Revision: return (long)to.Revision;
            case AppendReq.Types.Options.ExpectedStreamRevisionOneofCase.NoStream: return -1;
            case AppendReq.Types.Options.ExpectedStreamRevisionOneofCase.StreamExists when head < 0: return -4;
            default:
                int first = events.Count == 0 ? -1 : there.FindIndex(e => e.Id.String == events[0].Id.String);
                return first < 0 ? head : (long)there[first].StreamRevision - 1;
        }
    }

    private AppendResp Write(string stream, long head, IReadOnlyList<AppendReq.Types.ProposedMessage> events)
    {
        if (!_streams.TryGetValue(stream, out var its)) _streams[stream] = its = [];
        foreach (var e in events)
        {
            long position = Place(e.CalculateSize());
            var recorded = new LoggedEvent
            {
                Id = e.Id,
                StreamIdentifier = new() { StreamName = ByteString.CopyFromUtf8(stream) },
                StreamRevision = (ulong)++head,
                CommitPosition = (ulong)position,
                PreparePosition = (ulong)position,
                CustomMetadata = e.CustomMetadata,
                Data = e.Data,
            };
            recorded.Metadata.Add(e.Metadata);
            recorded.Metadata["created"] = ((DateTime.UtcNow - DateTime.UnixEpoch).Ticks).ToString(CultureInfo.InvariantCulture);
            its.Add(recorded);
            _all.Add(recorded);
        }
        var more = _more;
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        more.SetResult();
        return Success(head, (long)its[^1].CommitPosition);
    }

    private long Place(int size)
    {
        long position = _next;
        _next += 40 + size;
        return position;
    }

    private static AppendReq.Types.ProposedMessage Event() => new()
    {
        Id = new() { String = Guid.NewGuid().ToString() },
        Metadata = { ["type"] = "something-else", ["content-type"] = "application/octet-stream" },
        Data = ByteString.CopyFrom(0xFF, 0x00),
    };

    private static AppendResp Success(long revision, long position) => new()
    {
        Success = new() { CurrentRevision = (ulong)revision, Position = new() { CommitPosition = (ulong)position, PreparePosition = (ulong)position } },
    };
}
