using System.Buffers.Binary;
using System.Globalization;
using NodaTime;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>Events as the port has them, of those that the server sent. What is met on the way tells how far the log goes at least.</summary>
internal sealed class EventDecoder(StreamNames names, SeenEnd seen)
{
    /// <exception cref="StoreDamagedException">The event lacks what every event has.</exception>
    public RecordedEvent Decode(ReadResp.Types.ReadEvent sent)
    {
        var e = sent.Event;
        // Events that were appended as this project does it have one position only: where they were prepared they were committed.
        long position = checked((long)e.CommitPosition);
        seen.Raise(position);
        return new RecordedEvent(
            names.Presented(e.StreamIdentifier), checked((long)e.StreamRevision), new Position(position), Id(e.Id),
            Told(e, "type"), e.Data.Memory, e.CustomMetadata.Memory, Created(e));
    }

    public static Guid Id(UUID id)
    {
        if (id.ValueCase == UUID.ValueOneofCase.String) return Guid.Parse(id.String, CultureInfo.InvariantCulture);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id.Structured.MostSignificantBits);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], id.Structured.LeastSignificantBits);
        return new Guid(bytes, bigEndian: true);
    }

    private static Instant Created(ReadResp.Types.ReadEvent.Types.RecordedEvent e) =>
        long.TryParse(Told(e, "created"), NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            ? Instant.FromUnixTimeTicks(ticks)
            : throw Lacks(e, "created");

    private static string Told(ReadResp.Types.ReadEvent.Types.RecordedEvent e, string what) =>
        e.Metadata.TryGetValue(what, out string? value) ? value : throw Lacks(e, what);

    private static StoreDamagedException Lacks(ReadResp.Types.ReadEvent.Types.RecordedEvent e, string what) =>
        new($"The event at position {e.CommitPosition} in EventStoreDB (stream '{e.StreamIdentifier.StreamName.ToStringUtf8()}', version {e.StreamRevision}) has no proper '{what}'.");
}
