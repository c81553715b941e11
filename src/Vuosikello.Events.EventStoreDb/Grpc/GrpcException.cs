namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>A call that ended otherwise than well, by the server's word or because the connection failed.</summary>
/// <param name="trailers">What the server said besides; names in lower case. Empty when it said nothing.</param>
internal sealed class GrpcException(GrpcStatus status, string message, IReadOnlyDictionary<string, string>? trailers = null, Exception? inner = null)
    : Exception(message, inner)
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    public GrpcStatus Status { get; } = status;
    public IReadOnlyDictionary<string, string> Trailers { get; } = trailers ?? None;

    /// <summary>Whether the call that ended was shared with others, who fail together with this. This alone does not say that the server is away.</summary>
    public bool IsInterruption { get; init; }

    /// <summary>The connection failed, or what came over it was cut short.</summary>
    public static GrpcException Broken(string what, Exception? inner = null) => new(GrpcStatus.Unavailable, what, inner: inner);
}
