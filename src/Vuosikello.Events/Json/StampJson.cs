using System.Buffers;
using System.Text.Json;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Events.Json;

/// <summary>The stamp as an event's metadata: <c>{"command":…,"by":…,"for":…,"at":…}</c>, without <c>for</c> when there is none.</summary>
internal static class StampJson
{
    public static byte[] Write(Stamp stamp)
    {
        var buffer = new ArrayBufferWriter<byte>(192);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("command"u8, stamp.Command.Value);
            writer.WriteString("by"u8, stamp.By.Value);
            if (stamp.For is { } partner) writer.WriteString("for"u8, partner.Value);
            writer.WriteString("at"u8, TimeJson.Text(stamp.At));
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static Stamp Read(ReadOnlySpan<byte> json)
    {
        CommandId? command = null;
        MemberId? by = null;
        PartnerId? partner = null;
        Instant? at = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.MustBe(JsonTokenType.StartObject);
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("command"u8)) command = new CommandId(NextGuid(ref reader));
            else if (reader.ValueTextEquals("by"u8)) by = new MemberId(NextGuid(ref reader));
            else if (reader.ValueTextEquals("for"u8)) partner = NextPartner(ref reader);
            else if (reader.ValueTextEquals("at"u8)) at = NextInstant(ref reader);
            else reader.SkipValue();
        }
        return command is { } c && by is { } b && at is { } a
            ? new Stamp(c, b, partner, a)
            : throw new JsonException("its metadata lacks command, by or at");
    }

    private static PartnerId? NextPartner(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetShortName() is { } value ? new PartnerId(value) : null;
    }

    private static Guid NextGuid(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetGuid();
    }

    private static Instant NextInstant(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInstant();
    }
}
