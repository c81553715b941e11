using System.Text.Json.Nodes;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Vuosikello.Events.EventStoreDb.Double;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>
/// The double answers as the real servers did: it gets the same calls in the same order. Positions are its own, but the same where theirs are
/// the same; the ids of subscriptions, the times, and the places of checkpoints ("about every so many events") are not compared.
/// </summary>
public sealed class TheDoubleTests
{
    // What was appended beside these is not among what was recorded.
    private static readonly string[] NotRepeatable = ["live subscription", "a body that is no protobuf message"];

    private static readonly string[] NotCompared = ["created", "subscriptionId"];

    [Theory]
    [InlineData("23.10.8", 24)]
    [InlineData("24.2.0", 24)]
    public async Task It_answers_as_the_real_server(string server, int atLeast)
    {
        await using var cluster = await DoubleCluster.Start(isOld: server == "23.10.8");
        using var http = Wire.Open(ConnectionString.Parse(cluster.ConnectionString()));
        var channel = new GrpcChannel(http, cluster.Node.At.Address(tls: false), null);
        var positions = new Positions();
        int compared = 0;
        AppendWhatTheServerHad(cluster.Log, server);
        foreach (var call in RecordedCall.All.Where(c => c.Server == server && c.Topology == "single" && c.Path.Contains(".Streams/", StringComparison.Ordinal)))
        {
            if (call.Path.EndsWith("/Tombstone", StringComparison.Ordinal)) cluster.Log.Tombstone($"vk-activity-{server.Replace(".", "", StringComparison.Ordinal)}single-big2");
            if (NotRepeatable.Any(n => call.Name.StartsWith(n, StringComparison.Ordinal)) || !call.Request.All(r => r.IsKnown)) continue;

            var (answers, status, message) = await Ask(channel, call, positions);

            Assert.True((call.Status, call.Ending.GetValueOrDefault("grpc-message")) == (status, message), $"{call}: {status} {message}");
            var expected = call.Response.Select(r => Compared(r.Json!)).OfType<JsonObject>().ToArray();
            Assert.True(expected.Length == answers.Count, $"{call}: {answers.Count} answers instead of {expected.Length}");
            foreach (var (real, ours) in expected.Zip(answers)) Assert.True(positions.Same(real, ours), $"{call}: {ours.ToJsonString()} instead of {real.ToJsonString()}");
            compared++;
        }
        Assert.True(compared >= atLeast, $"Only {compared} calls were compared.");
    }

    private static async Task<(IReadOnlyList<JsonObject> Answers, string? Status, string? Message)> Ask(GrpcChannel channel, RecordedCall call, Positions positions)
    {
        var answers = new List<JsonObject>();
        try
        {
            var request = call.Request.Select(r => positions.Ours(r.Parse())).ToArray();
            if (call.Path.EndsWith("/Append", StringComparison.Ordinal)) await Read(channel, new GrpcMethod<AppendResp>(call.Path, AppendResp.Parser), request, answers);
            else await Read(channel, new GrpcMethod<ReadResp>(call.Path, ReadResp.Parser), request, answers);
            return (answers, call.IsComplete ? "0" : null, null);
        }
        catch (GrpcException failure)
        {
            return (answers, $"{(int)failure.Status}", failure.Message);
        }
    }

    private static async Task Read<T>(GrpcChannel channel, GrpcMethod<T> method, IReadOnlyList<IMessage> request, List<JsonObject> into) where T : IMessage<T>
    {
        await using var answers = await channel.Open(method, request, default, TestContext.Current.CancellationToken);
        while (await answers.Next() is { } messages)
        {
            into.AddRange(messages.Select(m => Compared(JsonNode.Parse(JsonFormatter.Default.Format(m))!)).OfType<JsonObject>());
            // A subscription has no end of its own.
            if (messages.Any(m => m is ReadResp { ContentCase: ReadResp.ContentOneofCase.CaughtUp })) return;
        }
    }

    private static void AppendWhatTheServerHad(DoubleLog log, string server)
    {
        var system = ((ReadResp)RecordedCall.Of("read all forwards, three events", server).Response[0].Parse()).Event.Event;
        var message = new AppendReq.Types.ProposedMessage { Id = system.Id, Data = system.Data };
        message.Metadata.Add(system.Metadata);
        log.Append(new() { StreamIdentifier = system.StreamIdentifier, NoStream = new() }, [message]);
    }

    private static JsonNode? Compared(JsonNode message)
    {
        if (message["checkpoint"] is not null) return null;
        var copy = message.DeepClone();
        foreach (var part in Parts(copy).ToArray())
        {
            foreach (string name in NotCompared) part.Remove(name);
        }
        return copy;
    }

    internal static IEnumerable<JsonObject> Parts(JsonNode node) =>
        node is JsonObject part ? part.Select(p => p.Value).OfType<JsonNode>().SelectMany(Parts).Prepend(part) : [];
}
