using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>The messages of a request.</summary>
internal static class RequestReader
{
    private const int MostBytes = 16 << 20;

    /// <summary>All of them, once the last has come.</summary>
    public static async Task<IReadOnlyList<T>> Messages<T>(HttpContext context, MessageParser<T> parser) where T : IMessage<T>
    {
        var messages = new List<T>();
        await foreach (var message in Each(context, parser)) messages.Add(message);
        return messages;
    }

    /// <summary>One after the other, as they come.</summary>
    public static async IAsyncEnumerable<T> Each<T>(HttpContext context, MessageParser<T> parser) where T : IMessage<T>
    {
        var messages = new List<T>();
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            var bytes = read.Buffer;
            Take(ref bytes, parser, messages);
            context.Request.BodyReader.AdvanceTo(bytes.Start, bytes.End);
            foreach (var message in messages) yield return message;
            messages.Clear();
            if (read.IsCompleted) yield break;
        }
    }

    private static void Take<T>(ref System.Buffers.ReadOnlySequence<byte> bytes, MessageParser<T> parser, List<T> messages) where T : IMessage<T>
    {
        try
        {
            while (Framing.TryRead(ref bytes, out var message, MostBytes)) messages.Add(parser.ParseFrom(message));
        }
        catch (GrpcException)
        {
            throw new CallFailure(GrpcStatus.ResourceExhausted, "Received message exceeds the maximum configured message size.");
        }
    }
}
