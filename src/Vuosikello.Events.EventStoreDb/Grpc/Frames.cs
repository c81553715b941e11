using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>All messages of a request, one after the other. A request of one message and one of a stream of them look the same.</summary>
internal sealed class Frames : HttpContent
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public Frames(IEnumerable<IMessage> messages)
    {
        foreach (var message in messages) Framing.Write(_bytes, message);
        Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_bytes.WrittenMemory, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.WrittenCount;
        return true;
    }
}
