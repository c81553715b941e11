using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Events.Json;
using Vuosikello.Events.Upcasting;

namespace Vuosikello.Events;

/// <summary>Events as JSON and back. The JSON of each stored name is fixed by a golden file.</summary>
public static class EventSerializer
{
    /// <summary>An event as it is stored, under its newest name.</summary>
    public static EventData Serialize(IEvent e, Stamp stamp, Guid id)
    {
        var type = EventTypes.Of(e);
        return new EventData(id, type.Name, JsonSerializer.SerializeToUtf8Bytes(e, type.Json), StampJson.Write(stamp));
    }

    /// <summary>What a stored event says. One stored under an older name is first brought up to the newest.</summary>
    /// <exception cref="UnreadableEventException">The name is not known here, or the JSON is not what the name promises.</exception>
    public static Fact Deserialize(RecordedEvent recorded)
    {
        try
        {
            var e = EventTypes.TryGet(recorded.Type, out var type)
                ? JsonSerializer.Deserialize(recorded.Data.Span, type.Json)
                : FromOlder(recorded);
            return e is IEvent known
                ? new Fact(known, recorded.Version, StampJson.Read(recorded.Metadata.Span))
                : throw new UnreadableEventException(recorded, "its JSON is null");
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            throw new UnreadableEventException(recorded, problem.Message, problem);
        }
    }

    private static object? FromOlder(RecordedEvent recorded)
    {
        if (Upcasters.Newest(recorded.Type, recorded.Data.Span) is not var (name, json) || !EventTypes.TryGet(name, out var type))
            throw new UnreadableEventException(recorded, "this version of the program does not know that type; a newer version may have written it");
        return JsonSerializer.Deserialize(json, type.Json);
    }
}

/// <summary>An event in the log cannot be read: the message names its type, its stream and its position, and why.</summary>
public sealed class UnreadableEventException(RecordedEvent recorded, string reason, Exception? inner = null)
    : Exception(
        $"The event of type '{recorded.Type}' at version {recorded.Version} of stream '{recorded.Stream}' (position {recorded.Position}) cannot be read: {reason}.",
        inner)
{
    public StreamName Stream { get; } = recorded.Stream;
    public Position Position { get; } = recorded.Position;
    public string Type { get; } = recorded.Type;
}
