using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>The messages of a request, once all have come.</summary>
internal static class RequestReader
{
    private const int MostBytes = 16 << 20;

    public static async Task<IReadOnlyList<T>> Messages<T>(HttpContext context, MessageParser<T> parser) where T : IMessage<T>
    {
        var messages = new List<T>();
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
            var bytes = read.Buffer;
            Take(ref bytes, parser, messages);
            context.Request.BodyReader.AdvanceTo(bytes.Start, bytes.End);
            if (read.IsCompleted) return messages;
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
