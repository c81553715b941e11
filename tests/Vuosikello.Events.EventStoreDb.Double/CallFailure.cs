using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>A call that the double ends with a status other than OK.</summary>
internal sealed class CallFailure(GrpcStatus status, string message, params (string Name, string Value)[] trailers) : Exception(message)
{
    public GrpcStatus Status => status;
    public IReadOnlyList<(string Name, string Value)> Trailers => trailers;

    public static CallFailure Handler() => new(GrpcStatus.Unknown, "Exception was thrown by handler.");
    public static CallFailure NotReady() => new(GrpcStatus.Unavailable, "Server Is Not Ready");

    public static CallFailure TooSlow() =>
        new(GrpcStatus.Aborted, "Operation timed out: Consumer too slow to handle event while live. Client resubscription required.");

    public static CallFailure Deleted(string stream) =>
        new(GrpcStatus.FailedPrecondition, $"Event stream '{stream}' is deleted.", ("exception", "stream-deleted"), ("stream-name", stream));
}
