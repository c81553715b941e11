using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>A method of a service.</summary>
/// <param name="Path">Such as <c>/event_store.client.streams.Streams/Read</c>.</param>
/// <param name="Parser">Reads its answers.</param>
internal sealed record GrpcMethod<TAnswer>(string Path, MessageParser<TAnswer> Parser) where TAnswer : IMessage<TAnswer>;

/// <summary>How a method is to be called.</summary>
/// <param name="RequiresLeader">The node refuses the call when it does not lead the cluster.</param>
/// <param name="Deadline">How long it may take altogether; null for as long as it likes.</param>
/// <param name="Silence">How long each answer may let wait for itself; null for as long as it likes. The time that the reader takes is not counted.</param>
internal readonly record struct CallOptions(bool RequiresLeader = false, TimeSpan? Deadline = null, TimeSpan? Silence = null);
