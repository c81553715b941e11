using System.Security.Authentication;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Resilience;

/// <summary>Which failures pass by themselves.</summary>
internal static class Passing
{
    /// <summary>The cluster is away, starting, or choosing a leader.</summary>
    public static bool IsAway(GrpcException failure) =>
        failure.Status is GrpcStatus.Unavailable or GrpcStatus.DeadlineExceeded || NotLeader.Is(failure);

    /// <summary>
    /// The same may succeed when it is tried again: besides the above, a consumer that was dropped for its slowness (Aborted), a call cut off
    /// or spoiled on the way, and the "Unknown: Exception was thrown by handler" that a fresh node now and then answers once.
    /// </summary>
    public static bool May(GrpcException failure) => IsAway(failure)
        || (failure.Status is GrpcStatus.Unknown && !IsOfPosition(failure))
        || failure.Status is GrpcStatus.Aborted or GrpcStatus.Cancelled or GrpcStatus.Internal or GrpcStatus.DataLoss;

    /// <summary>
    /// The same may succeed soon, without anybody doing anything. A server whose certificate is not trusted is none of these, although those who follow the log
    /// go on trying: the certificate may be exchanged.
    /// </summary>
    public static bool Soon(GrpcException failure) => May(failure) && !IsUntrusted(failure);

    /// <summary>The server's certificate is another host's, has expired, or comes from an authority that is not trusted.</summary>
    public static bool IsUntrusted(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is AuthenticationException) return true;
        return false;
    }

    /// <summary>A position to read from that is no record's: the server calls this Unknown too, but it stays so.</summary>
    public static bool IsOfPosition(GrpcException failure) =>
        failure.Status is GrpcStatus.Unknown && failure.Message.StartsWith("Unexpected ReadAllResult", StringComparison.Ordinal);
}
