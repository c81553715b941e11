namespace Vuosikello.Events.Proof;

/// <summary>
/// Checks a whole log, event by event in the order in which it was written, and what its agreements and rules say of their
/// texts and signatures; keeps the last hash of each stream. Not for two threads at a time.
/// </summary>
/// <param name="positionsFollow">Whether the store leaves no gaps between positions, so that a gap tells of missing events.</param>
/// <param name="noted">A hash that somebody noted: of an event that the log must have, or of the whole log as it once was.</param>
public sealed class LogCheck(bool positionsFollow, EventHash? noted = null)
{
    private readonly Dictionary<StreamName, ChainHead> _heads = [];
    private readonly Dictionary<StreamName, StreamProof> _proofs = [];
    private readonly ChainStep _step = new();
    private readonly CheckEffort _effort = new(long.MaxValue);
    private Position _position;

    /// <summary>How many events fit so far.</summary>
    public long Events { get; private set; }

    /// <summary>How many of them carry no hash: they were written before there were hashes.</summary>
    public long WithoutHash { get; private set; }

    public int Streams => _heads.Count;

    /// <summary>The event whose hash is the noted one, once it has come by.</summary>
    public ChainHead? Noted { get; private set; }

    /// <summary>How many events the log had when its own hash was the noted one, once that has come by.</summary>
    public long? NotedLog { get; private set; }

    /// <summary>The hash of the whole log so far.</summary>
    public EventHash Hash { get; private set; } = LogHash.Genesis;

    /// <summary>The next event. Null when it fits; what comes after one that does not fit is not worth looking at.</summary>
    public Misfit? Next(RecordedEvent e)
    {
        if (positionsFollow && e.Position.Value != _position.Value + 1) return Of(MisfitReason.PositionMissing, e, _position.Value + 1);
        if (!_heads.TryGetValue(e.Stream, out var head)) head = ChainHead.Before(e.Stream);
        var carried = EventChain.CarriedBy(e.Metadata.Span);
        long expected = head.Version + 1;
        if (_step.To(e, carried, needsHash: Events > WithoutHash, ref head) is { } reason) return Of(reason, e, expected);

        if (Beyond(e) is { } inconsistent) return Of(inconsistent, e, e.Version);
        _heads[e.Stream] = head;
        _position = e.Position;
        Events++;
        if (carried is null) WithoutHash++;
        if (head.Hash == noted) Noted = head;
        Hash = LogHash.After(Hash, head.Hash);
        if (Hash == noted) NotedLog = Events;
        return null;
    }

    private MisfitReason? Beyond(RecordedEvent e)
    {
        if (!_proofs.TryGetValue(e.Stream, out var proof))
        {
            if (StreamProof.For(e.Stream, _effort) is not { } fresh) return null;
            _proofs[e.Stream] = proof = fresh;
        }
        return proof.Next(e);
    }

    private static Misfit Of(MisfitReason reason, RecordedEvent e, long expected) => new(reason, e.Stream, e.Version, e.Type, expected, e.Position);
}
