using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>A message as it was recorded.</summary>
/// <param name="Hex">Its length in words when it was too long to be kept.</param>
public sealed record RecordedMessage(string Type, string? Hex, JsonNode? Json)
{
    private static readonly Dictionary<string, MessageParser> Parsers = new(StringComparer.Ordinal)
    {
        ["event_store.client.streams.AppendReq"] = AppendReq.Parser,
        ["event_store.client.streams.AppendResp"] = AppendResp.Parser,
        ["event_store.client.streams.BatchAppendReq"] = BatchAppendReq.Parser,
        ["event_store.client.streams.BatchAppendResp"] = BatchAppendResp.Parser,
        ["event_store.client.streams.ReadReq"] = ReadReq.Parser,
        ["event_store.client.streams.ReadResp"] = ReadResp.Parser,
        ["event_store.client.gossip.ClusterInfo"] = ClusterInfo.Parser,
        ["event_store.client.Empty"] = Empty.Parser,
    };

    /// <summary>Whether it is one of the messages that the client uses, and was kept.</summary>
    public bool IsKnown => Hex?.All(char.IsAsciiHexDigit) is true && Parsers.ContainsKey(Type);

    internal IMessage Parse() => Parsers[Type].ParseFrom(Convert.FromHexString(Hex!));
}

/// <summary>A call to a real server, and its answer.</summary>
public sealed record RecordedCall(
    string Name,
    string Server,
    string Topology,
    string Path,
    IReadOnlyList<RecordedMessage> Request,
    IReadOnlyDictionary<string, string> ResponseHeaders,
    IReadOnlyList<RecordedMessage> Response,
    IReadOnlyDictionary<string, string> Trailers,
    string End)
{
    /// <summary>All, in the order in which they were made.</summary>
    public static IReadOnlyList<RecordedCall> All { get; } = Lines("recorded.jsonl");

    /// <summary>Those of many appends each, in the order in which they were made.</summary>
    public static IReadOnlyList<RecordedCall> Many { get; } = Lines("recorded-many.jsonl");

    public bool IsComplete => End == "complete";

    /// <summary>The status that ended it, from the trailers or, of an early error, from the headers; null of one that was cancelled.</summary>
    public string? Status => (Trailers.Count > 0 ? Trailers : ResponseHeaders).GetValueOrDefault("grpc-status");

    public IReadOnlyDictionary<string, string> Ending => Trailers.Count > 0 ? Trailers : ResponseHeaders;

    public static RecordedCall Of(string name, string server = "23.10.8", string topology = "single") =>
        All.Single(c => c.Name == name && c.Server == server && c.Topology == topology);

    private static RecordedCall[] Lines(string file) =>
        [.. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Recorded", file)).Select(line => JsonSerializer.Deserialize<RecordedCall>(line, JsonSerializerOptions.Web)!)];

    public override string ToString() => $"{Name} ({Server}, {Topology})";
}
