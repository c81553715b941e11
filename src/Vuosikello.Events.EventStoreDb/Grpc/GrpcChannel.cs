using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>Calls to one node. Calls run side by side; HTTP/2 carries them over few connections.</summary>
/// <param name="authorization">Goes with every call; null for none.</param>
internal sealed class GrpcChannel(HttpMessageInvoker http, Uri address, AuthenticationHeaderValue? authorization)
{
    public Uri Address => address;

    /// <summary>A call with one answer: what is sent may be one message or a stream of them.</summary>
    /// <exception cref="GrpcException">The call did not end well.</exception>
    public async Task<TAnswer> Ask<TAnswer>(GrpcMethod<TAnswer> method, IReadOnlyList<IMessage> messages, CallOptions options, CancellationToken ct)
        where TAnswer : IMessage<TAnswer>
    {
        await using var answers = await Open(method, messages, options, ct);
        TAnswer? answer = default;
        while (await answers.Next() is { } some) answer = some[^1];
        return answer ?? throw new GrpcException(GrpcStatus.Internal, "The call ended well, but without an answer.");
    }

    /// <summary>A call with a stream of answers. Cancelling <paramref name="ct"/> ends it, later too.</summary>
    /// <exception cref="GrpcException">The server refused the call, or could not be reached.</exception>
    public Task<Answers<TAnswer>> Open<TAnswer>(GrpcMethod<TAnswer> method, IReadOnlyList<IMessage> messages, CallOptions options, CancellationToken ct)
        where TAnswer : IMessage<TAnswer> => Open(method, new Frames(messages), options, ct);

    /// <summary>A call in which messages go both ways, until <paramref name="ct"/> is cancelled. Who waits for its answers is told if it fails.</summary>
    public Conversation<TAnswer> Converse<TAnswer>(GrpcMethod<TAnswer> method, CallOptions options, CancellationToken ct)
        where TAnswer : IMessage<TAnswer> => new(messages => Open(method, messages, options, ct));

    private async Task<Answers<TAnswer>> Open<TAnswer>(GrpcMethod<TAnswer> method, HttpContent messages, CallOptions options, CancellationToken ct)
        where TAnswer : IMessage<TAnswer>
    {
        ct.ThrowIfCancellationRequested();
        var deadline = new Deadline(options.Deadline, ct, options.Silence);
        HttpResponseMessage? response = null;
        try
        {
            using var request = Request(method.Path, messages, options);
            deadline.Waits();
            response = await http.SendAsync(request, deadline.Token);
            deadline.Hears();
            if (Ending.Early(response) is { } failure) throw failure;
            return new Answers<TAnswer>(response, await response.Content.ReadAsStreamAsync(deadline.Token), method.Parser, deadline);
        }
        catch (Exception failure)
        {
            var explained = Deadline.Concerns(failure) ? deadline.Explain(failure) : failure;
            response?.Dispose();
            deadline.Dispose();
            if (ReferenceEquals(explained, failure)) throw;
            throw explained;
        }
    }

    private HttpRequestMessage Request(string path, HttpContent messages, CallOptions options)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = messages,
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.Authorization = authorization;
        if (options.RequiresLeader) request.Headers.Add("requires-leader", "true");
        if (options.Deadline is { } time) request.Headers.Add("grpc-timeout", Deadline.Header(time));
        return request;
    }
}
