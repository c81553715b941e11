using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Tests.Recorded;

/// <summary>Gives a recorded answer to whoever asks.</summary>
internal sealed class Replay(RecordedCall call) : HttpMessageHandler
{
    public static GrpcChannel Channel(RecordedCall call) => new(new HttpMessageInvoker(new Replay(call)), new Uri("http://127.0.0.1:2113"), null);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        foreach (var message in call.Response) Framing.Write(body, message.Parse());
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, Content = new ByteArrayContent(body.WrittenSpan.ToArray()) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        foreach (var (name, value) in call.ResponseHeaders.Where(h => !h.Key.StartsWith("content-", StringComparison.Ordinal))) response.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in call.Trailers) response.TrailingHeaders.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    }
}
