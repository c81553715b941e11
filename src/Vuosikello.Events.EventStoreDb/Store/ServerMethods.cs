using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>The methods of the service Streams that the store uses.</summary>
internal static class ServerMethods
{
    public static readonly GrpcMethod<ReadResp> Read = new("/event_store.client.streams.Streams/Read", ReadResp.Parser);
    public static readonly GrpcMethod<AppendResp> Append = new("/event_store.client.streams.Streams/Append", AppendResp.Parser);
    public static readonly GrpcMethod<BatchAppendResp> BatchAppend = new("/event_store.client.streams.Streams/BatchAppend", BatchAppendResp.Parser);
}
