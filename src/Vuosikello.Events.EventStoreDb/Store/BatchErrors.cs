using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>
/// The errors that one append of many ends with, in the words of the call Append: the server tells the same things here with other
/// statuses, and with messages where trailers were.
/// </summary>
internal static class BatchErrors
{
    /// <summary>Null when the error is another.</summary>
    public static WrongExpectedVersion? WrongVersion(Status error) =>
        error.Code == (int)GrpcStatus.AlreadyExists && error.Details?.TryUnpack<WrongExpectedVersion>(out var wrong) is true ? wrong : null;

    public static GrpcException Failure(Status error)
    {
        // The status of an append that no node was ready to take is OK.
        if (error.Code == (int)GrpcStatus.Ok) return new GrpcException(GrpcStatus.Unavailable, error.Message);
        if (error.Details?.TryUnpack<StreamDeleted>(out var deleted) is true)
            return Failure(GrpcStatus.FailedPrecondition, error, "stream-deleted", ("stream-name", deleted.StreamIdentifier?.StreamName.ToStringUtf8() ?? ""));
        if (error.Details?.TryUnpack<MaximumAppendSizeExceeded>(out var size) is true)
            return Failure(GrpcStatus.InvalidArgument, error, "maximum-append-size-exceeded", ("maximum-append-size", FormattableString.Invariant($"{size.MaxAppendSize}")));
        // Another version without the version: sent again, it is told whole or found to be made.
        return new GrpcException(error.Code == (int)GrpcStatus.AlreadyExists ? GrpcStatus.Internal : (GrpcStatus)error.Code, error.Message);
    }

    private static GrpcException Failure(GrpcStatus status, Status error, string exception, (string Name, string Value) detail) =>
        new(status, error.Message, new Dictionary<string, string>(StringComparer.Ordinal) { ["exception"] = exception, [detail.Name] = detail.Value });
}
