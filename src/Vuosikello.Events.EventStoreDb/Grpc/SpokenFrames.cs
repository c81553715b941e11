using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Threading.Channels;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>The messages of a request that goes on: each is sent when it comes, those that wait go together, and those that were given up not at all.</summary>
internal sealed class SpokenFrames : HttpContent
{
    private const int MostTogether = 64 << 10;

    private readonly ChannelReader<Spoken> _messages;

    public SpokenFrames(ChannelReader<Spoken> messages)
    {
        _messages = messages;
        Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (await _messages.WaitToReadAsync(cancellationToken))
        {
            while (bytes.WrittenCount < MostTogether && _messages.TryRead(out var spoken))
            {
                // Whoever has given up may have sent the same again: late, it would only be in the others' way.
                if (!spoken.GivenUp.IsCancellationRequested) Framing.Write(bytes, spoken.Message);
            }
            if (bytes.WrittenCount == 0) continue;
            await stream.WriteAsync(bytes.WrittenMemory, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            bytes.ResetWrittenCount();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
