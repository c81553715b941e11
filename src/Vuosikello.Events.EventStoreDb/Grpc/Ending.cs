using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>What the headers and trailers of an answer say about how the call ended (grpc.io, "gRPC over HTTP2", Responses).</summary>
internal static class Ending
{
    private const string StatusName = "grpc-status";
    private const string MessageName = "grpc-message";

    /// <summary>Null when messages may follow. An error, and an answer without messages, usually come as headers alone, which are trailers then.</summary>
    public static GrpcException? Early(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            return new GrpcException(StatusOf(response.StatusCode), $"The server answered with HTTP status {(int)response.StatusCode} instead of a gRPC answer.");
        if (IsHeadersAlone(response)) return Of(response.Headers);
        return response.Content.Headers.ContentType?.MediaType?.StartsWith("application/grpc", StringComparison.Ordinal) is true
            ? null
            : new GrpcException(GrpcStatus.Unknown, $"The server answered with content of type '{response.Content.Headers.ContentType}' instead of a gRPC answer.");
    }

    /// <summary>Null when the call ended well.</summary>
    public static GrpcException? Late(HttpResponseMessage response) => Of(IsHeadersAlone(response) ? response.Headers : response.TrailingHeaders);

    private static bool IsHeadersAlone(HttpResponseMessage response) => response.Headers.Contains(StatusName);

    private static GrpcException? Of(HttpResponseHeaders said)
    {
        var trailers = said.ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(',', h.Value), StringComparer.Ordinal);
        if (!trailers.TryGetValue(StatusName, out string? number)) return GrpcException.Broken("The answer ended without saying how the call went.");
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int status) || status > (int)GrpcStatus.Unauthenticated)
            return new GrpcException(GrpcStatus.Unknown, $"The server gave '{number}' as the status of the call, which is none.", trailers);
        if (status == (int)GrpcStatus.Ok) return null;
        string message = trailers.TryGetValue(MessageName, out string? text) ? Uri.UnescapeDataString(text) : "";
        return new GrpcException((GrpcStatus)status, message, trailers);
    }

    private static GrpcStatus StatusOf(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => GrpcStatus.Internal,
        HttpStatusCode.Unauthorized => GrpcStatus.Unauthenticated,
        HttpStatusCode.Forbidden => GrpcStatus.PermissionDenied,
        HttpStatusCode.NotFound => GrpcStatus.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => GrpcStatus.Unavailable,
        _ => GrpcStatus.Unknown,
    };
}
