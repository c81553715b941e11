using NodaTime;

namespace Vuosikello.Events.Proof;

/// <summary>What leaves the house to be checked elsewhere: whole streams with their hashes, as <c>vuosikello-export.v1</c>.</summary>
/// <param name="Subject">The stream that it is about; one of <paramref name="Streams"/>.</param>
/// <param name="ExportedAt">When it was made, UTC. Nothing vouches for it.</param>
/// <param name="Streams">The subject's, and those that it refers to.</param>
/// <param name="Versions">Of an agreement: its versions with their signatures, as its events say.</param>
public sealed record Export(StreamName Subject, Instant ExportedAt, IReadOnlyList<ExportedStream> Streams, IReadOnlyList<ExportedVersion> Versions)
{
    /// <summary>The name of the format; a file of another name is not read.</summary>
    public const string Format = "vuosikello-export.v1";

    /// <summary>An export of streams as they are in the store.</summary>
    /// <param name="streams">The one that it is about first.</param>
    public static Export Of(Instant exportedAt, IReadOnlyList<ExportedStream> streams) =>
        new(streams[0].Head.Stream, exportedAt, streams, AgreementProof.Of(streams[0]));

    public int Events => Streams.Sum(stream => stream.Events.Count);
}

/// <summary>A stream from its first event on.</summary>
/// <param name="Head">What the export says is the last event.</param>
public sealed record ExportedStream(ChainHead Head, IReadOnlyList<ExportedEvent> Events)
{
    /// <summary>A stream as it is in the store; events from before there were hashes get theirs here.</summary>
    /// <exception cref="NotCanonicalException">Such an event's JSON has no canonical form.</exception>
    public static ExportedStream Of(StreamName stream, IEnumerable<RecordedEvent> recorded)
    {
        var head = ChainHead.Before(stream);
        var events = new List<ExportedEvent>();
        foreach (var e in recorded)
        {
            var hash = EventChain.CarriedBy(e.Metadata.Span) ?? EventChain.After(head.Hash, e);
            head = head with { Version = e.Version, Hash = hash };
            events.Add(new ExportedEvent(e, hash));
        }
        return new ExportedStream(head, events);
    }
}

/// <summary>An event with the hash that stands beside it.</summary>
public sealed record ExportedEvent(RecordedEvent Event, EventHash Hash);

/// <summary>A file is not an export, or not whole: the message says where and what.</summary>
public sealed class UnreadableExportException(string what, Exception? inner = null) : Exception(what, inner);
