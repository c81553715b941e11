using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;

namespace Vuosikello.Events.Proof;

/// <summary>
/// Reads an export strictly: every property of the format, each once, and none besides. What nothing vouches for must not look as if
/// the check had been over it.
/// </summary>
public static class ExportReader
{
    /// <exception cref="UnreadableExportException">It is not an export of this format, or not a whole one.</exception>
    public static Export Read(ReadOnlyMemory<byte> utf8)
    {
        // The mark that some editors put before a text is none of it.
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new UnreadableExportException($"it is not JSON (line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1})", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new UnreadableExportException("a text in it is not Unicode", problem);
        }
    }

    private static Export Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != Export.Format)
            throw new UnreadableExportException($"it is not an export of Vuosikello: it does not begin with \"format\": \"{Export.Format}\"");
        var properties = new ExportObject(root, "the export", "format", "subject", "exportedAt", "streams", "versions");
        var subject = new StreamName(properties.Text("subject"));
        var streams = properties.Items("streams").Select(Stream).ToList();
        if (streams.Select(stream => stream.Head.Stream).Distinct().Count() < streams.Count) throw new UnreadableExportException("it has the same stream twice");
        if (!streams.Exists(stream => stream.Head.Stream == subject)) throw new UnreadableExportException($"it is about '{subject}', but that stream is not in it");
        return new Export(subject, properties.Time("exportedAt"), streams, [.. properties.Items("versions").Select(Version)]);
    }

    private static ExportedStream Stream(JsonElement element, int number)
    {
        string where = $"stream {number + 1}";
        var properties = new ExportObject(element, where, "stream", "head", "events");
        var name = new StreamName(properties.Text("stream"));
        var head = new ExportObject(properties["head"], $"the head of {where}", "version", "hash");
        var events = properties.Items("events").Select((e, i) => Event(e, name, $"event {i + 1} of {where}")).ToList();
        if (events.Count == 0) throw new UnreadableExportException($"{where} has no events");
        return new ExportedStream(new ChainHead(name, head.Number("version"), head.Hash("hash")), events);
    }

    private static ExportedEvent Event(JsonElement element, StreamName stream, string where)
    {
        var properties = new ExportObject(element, where, "version", "id", "type", "data", "metadata", "hash");
        var metadata = properties["metadata"];
        if (metadata.ValueKind != JsonValueKind.Object || metadata.TryGetProperty(EventChain.Property, out _))
            throw new UnreadableExportException($"the metadata of {where} is not an object without a hash");
        var e = new RecordedEvent(
            stream, properties.Number("version"), Position.Start, properties.Guid("id"), properties.Text("type"), Raw(properties["data"]), Raw(metadata), Instant.MinValue);
        return new ExportedEvent(e, properties.Hash("hash"));
    }

    private static ExportedVersion Version(JsonElement element, int number)
    {
        string where = $"version {number + 1}";
        var properties = new ExportObject(element, where, "number", "hash", "text", "event", "approvals", "signatures");
        return new ExportedVersion(
            properties.Number("number"), properties.Text("text"), properties.Text("hash"), properties.Number("event"),
            [.. properties.Items("approvals").Select((e, i) => Consent(e, $"approval {i + 1} of {where}"))],
            [.. properties.Items("signatures").Select((e, i) => Consent(e, $"signature {i + 1} of {where}"))]);
    }

    private static ExportedConsent Consent(JsonElement element, string where)
    {
        var properties = new ExportObject(element, where, "party", "by", "at", "hash", "event");
        return new ExportedConsent(properties.Text("party"), properties.Guid("by"), properties.Time("at"), properties.Text("hash"), properties.Number("event"));
    }

    private static byte[] Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();
}
