using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;
using Status = Vuosikello.Events.EventStoreDb.Protocol.Status;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>How one append of many says what an append in a call of its own says in its answer, its status and its trailers.</summary>
internal static class BatchStatus
{
    public static Status Of(AppendResp.Types.WrongExpectedVersion wrong)
    {
        var details = new WrongExpectedVersion();
        if (wrong.CurrentNoStream is not null) details.CurrentNoStream = new();
        else details.CurrentStreamRevision = wrong.CurrentRevision;
        if (wrong.ExpectedNoStream is not null) details.ExpectedNoStream = new();
        else if (wrong.ExpectedAny is not null) details.ExpectedAny = new();
        else if (wrong.ExpectedStreamExists is not null) details.ExpectedStreamExists = new();
        else details.ExpectedStreamPosition = wrong.ExpectedRevision;
        return Error(GrpcStatus.AlreadyExists, "WrongExpectedVersion", details);
    }

    public static Status Of(CallFailure failure)
    {
        string? Trailer(string name) => failure.Trailers.Where(t => t.Name == name).Select(t => t.Value).FirstOrDefault();
        return Trailer("exception") switch
        {
            "stream-deleted" => Error(GrpcStatus.NotFound, "StreamDeleted", new StreamDeleted { StreamIdentifier = new() { StreamName = ByteString.CopyFromUtf8(Trailer("stream-name")!) } }),
            "maximum-append-size-exceeded" => Error(GrpcStatus.InvalidArgument, "MaximumAppendSizeExceeded", new MaximumAppendSizeExceeded { MaxAppendSize = uint.Parse(Trailer("maximum-append-size")!, CultureInfo.InvariantCulture) }),
            _ => throw failure,
        };
    }

    private static Status Error(GrpcStatus status, string message, IMessage details) => new() { Code = (int)status, Message = message, Details = Any.Pack(details) };
}
