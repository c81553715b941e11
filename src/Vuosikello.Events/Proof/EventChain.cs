using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Vuosikello.Events.Proof;

/// <summary>
/// The hash that every event carries in its metadata, over itself and the hash before it in its stream: SHA-256 of the
/// canonical form (<see cref="CanonicalJson"/>) of
/// <c>{"before":…,"data":…,"id":…,"metadata":…,"stream":…,"type":…,"version":…}</c>, where <c>metadata</c> is without the hash
/// itself. Before the first event stands <see cref="Genesis"/>. See docs/adr/0012-the-hash-chain.md.
/// </summary>
public static class EventChain
{
    /// <summary>The property of the metadata that has the hash.</summary>
    public const string Property = "hash";

    private static ReadOnlySpan<byte> GenesisPrefix => "vuosikello event chain v1\n"u8;

    /// <summary>What stands before a stream's first event, so that no stream can be taken for another.</summary>
    public static EventHash Genesis(StreamName stream)
    {
        byte[] text = [.. GenesisPrefix, .. Encoding.UTF8.GetBytes(stream.Value)];
        return EventHash.From(SHA256.HashData(text));
    }

    /// <summary>Gives events that are about to be appended their hashes.</summary>
    /// <param name="stream">The stream they go to.</param>
    /// <param name="firstVersion">The version that the first of them will have.</param>
    /// <param name="before">The hash of the event before; disregarded where there is none.</param>
    /// <param name="events">Replaced by themselves with their hashes.</param>
    /// <returns>The hash of the last one.</returns>
    /// <exception cref="NotCanonicalException">An event's JSON has no canonical form.</exception>
    public static EventHash Seal(StreamName stream, long firstVersion, EventHash before, Span<EventData> events)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        var hash = firstVersion == 0 ? Genesis(stream) : before;
        for (int i = 0; i < events.Length; i++)
        {
            var e = events[i];
            hash = After(hash, stream, firstVersion + i, e.Id, e.Type, e.Data, e.Metadata, buffer);
            events[i] = e with { Metadata = With(hash, e.Metadata.Span) };
        }
        return hash;
    }

    /// <summary>The hash that an event must carry after <paramref name="before"/>.</summary>
    /// <exception cref="NotCanonicalException">Its JSON has no canonical form.</exception>
    public static EventHash After(EventHash before, RecordedEvent e) => After(before, e, new ArrayBufferWriter<byte>(1024));

    internal static EventHash After(EventHash before, RecordedEvent e, ArrayBufferWriter<byte> buffer) =>
        After(before, e.Stream, e.Version, e.Id, e.Type, e.Data, e.Metadata, buffer);

    /// <summary>The hash that an event's metadata carries; null when it has none, as events from before there were hashes.</summary>
    public static EventHash? CarriedBy(ReadOnlySpan<byte> metadata)
    {
        try
        {
            var reader = new Utf8JsonReader(metadata);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool found = reader.ValueTextEquals(Property);
                reader.Read();
                if (found) return reader.TokenType == JsonTokenType.String && EventHash.TryParse(reader.ValueSpan, out var hash) ? hash : null;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What cannot be read carries no hash; whoever computes what it should be says why.
            return null;
        }
        return null;
    }

    private static EventHash After(
        EventHash before, StreamName stream, long version, Guid id, string type, ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> metadata, ArrayBufferWriter<byte> to)
    {
        to.ResetWrittenCount();
        Span<byte> hex = stackalloc byte[2 * EventHash.Length];
        before.WriteHex(hex);
        to.Write("{\"before\":\""u8);
        to.Write(hex);
        to.Write("\",\"data\":"u8);
        CanonicalJson.Write(data, to);
        to.Write(",\"id\":\""u8);
        Utf8Formatter.TryFormat(id, hex, out int length);
        to.Write(hex[..length]);
        to.Write("\",\"metadata\":"u8);
        CanonicalJson.Write(metadata, to, without: Property);
        to.Write(",\"stream\":"u8);
        CanonicalJson.WriteString(stream.Value, to);
        to.Write(",\"type\":"u8);
        CanonicalJson.WriteString(type, to);
        to.Write(",\"version\":"u8);
        Utf8Formatter.TryFormat(version, hex, out length);
        to.Write(hex[..length]);
        to.Write("}"u8);
        return EventHash.From(SHA256.HashData(to.WrittenSpan));
    }

    private static byte[] With(EventHash hash, ReadOnlySpan<byte> metadata)
    {
        Span<byte> hex = stackalloc byte[2 * EventHash.Length];
        hash.WriteHex(hex);
        // The stamp is never empty, so that a comma belongs before what is added.
        return [.. metadata[..metadata.LastIndexOf((byte)'}')], .. ",\"hash\":\""u8, .. hex, .. "\"}"u8];
    }
}
