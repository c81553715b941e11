using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>
/// Messages on the wire: a byte that says whether the message is compressed, its length in four bytes, the most significant
/// first, and the message (grpc.io, "gRPC over HTTP2", Length-Prefixed-Message).
/// </summary>
internal static class Framing
{
    public const int PrefixLength = 5;

    /// <summary>No message is longer: an event's append may be 1 MiB, and servers with larger ones stop at 16 MiB of data.</summary>
    public const int MostBytes = 17 << 20;

    public static void Write(IBufferWriter<byte> to, IMessage message)
    {
        int length = message.CalculateSize();
        var frame = to.GetSpan(PrefixLength + length)[..(PrefixLength + length)];
        frame[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(frame[1..], (uint)length);
        message.WriteTo(frame[PrefixLength..]);
        to.Advance(frame.Length);
    }

    /// <summary>Takes the first message out of the buffer; false when it has not come whole yet.</summary>
    /// <exception cref="GrpcException">The message is compressed, which nobody asked for, or longer than <paramref name="mostBytes"/>.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> message, int mostBytes = MostBytes)
    {
        message = default;
        if (buffer.Length < PrefixLength) return false;

        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        if (prefix[0] != 0) throw new GrpcException(GrpcStatus.Internal, $"The server sent a message that is marked as compressed ({prefix[0]}), which was not asked for.");

        uint length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > mostBytes) throw new GrpcException(GrpcStatus.ResourceExhausted, $"The server sent a message of {length} bytes; at most {mostBytes} are taken.");
        if (buffer.Length - PrefixLength < length) return false;

        message = buffer.Slice(PrefixLength, length);
        buffer = buffer.Slice(message.End);
        return true;
    }
}
