using System.Globalization;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>The answer of a node that was asked for what only the leader does: NotFound, with the leader's place where it knows it.</summary>
internal static class NotLeader
{
    public static bool Is(GrpcException failure) =>
        failure.Trailers.TryGetValue("exception", out string? exception) && exception == "not-leader";

    public static Endpoint? LeaderIn(GrpcException failure) =>
        Is(failure)
        && failure.Trailers.TryGetValue("leader-endpoint-host", out string? host)
        && failure.Trailers.TryGetValue("leader-endpoint-port", out string? text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            ? new Endpoint(host, port)
            : null;
}
