using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Vuosikello.Events.Json;

namespace Vuosikello.Events.Proof;

/// <summary>Writes an export as JSON that people can read.</summary>
public static class ExportWriter
{
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.Create(UnicodeRanges.All);
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = Readable };

    public static void Write(Export export, IBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("format"u8, Export.Format);
        json.WriteString("subject"u8, export.Subject.Value);
        json.WriteString("exportedAt"u8, TimeJson.Text(export.ExportedAt));
        json.WriteStartArray("streams"u8);
        foreach (var stream in export.Streams) Write(stream, json);
        json.WriteEndArray();
        json.WriteStartArray("versions"u8);
        foreach (var version in export.Versions) Write(version, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ExportedVersion version, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, version.Number);
        json.WriteString("hash"u8, version.Hash);
        json.WriteString("text"u8, version.Text);
        json.WriteNumber("event"u8, version.Event);
        Write("approvals", version.Approvals, json);
        Write("signatures", version.Signatures, json);
        json.WriteEndObject();
    }

    private static void Write(string name, IReadOnlyList<ExportedConsent> consents, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var consent in consents)
        {
            json.WriteStartObject();
            json.WriteString("party"u8, consent.Party);
            json.WriteString("by"u8, consent.By);
            json.WriteString("at"u8, TimeJson.Text(consent.At));
            json.WriteString("hash"u8, consent.Hash);
            json.WriteNumber("event"u8, consent.Event);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(ExportedStream stream, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("stream"u8, stream.Head.Stream.Value);
        json.WriteStartObject("head"u8);
        json.WriteNumber("version"u8, stream.Head.Version);
        json.WriteString("hash"u8, stream.Head.Hash.ToString());
        json.WriteEndObject();
        json.WriteStartArray("events"u8);
        foreach (var e in stream.Events) Write(e, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ExportedEvent exported, Utf8JsonWriter json)
    {
        var e = exported.Event;
        json.WriteStartObject();
        json.WriteNumber("version"u8, e.Version);
        json.WriteString("id"u8, e.Id);
        json.WriteString("type"u8, e.Type);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(e.Data.Span);
        json.WritePropertyName("metadata"u8);
        // The hash stands once, beside what it is the hash of.
        var metadata = JsonNode.Parse(e.Metadata.Span)!.AsObject();
        metadata.Remove(EventChain.Property);
        metadata.WriteTo(json);
        json.WriteString("hash"u8, exported.Hash.ToString());
        json.WriteEndObject();
    }
}
