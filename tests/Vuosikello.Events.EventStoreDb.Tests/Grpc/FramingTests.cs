using System.Buffers;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Tests.Grpc;

public sealed class FramingTests
{
    private static readonly UUID Message = new() { String = "ab" }; // 12 02 61 62

    private static ReadOnlySequence<byte> Bytes(params byte[] bytes) => new(bytes);

    [Fact]
    public void A_message_is_written_after_a_zero_and_its_length_in_four_bytes()
    {
        var written = new ArrayBufferWriter<byte>();
        Framing.Write(written, Message);

        Assert.Equal([0, 0, 0, 0, 4, 0x12, 2, (byte)'a', (byte)'b'], written.WrittenSpan.ToArray());
    }

    [Fact]
    public void An_empty_message_has_a_prefix_alone()
    {
        var bytes = Bytes(0, 0, 0, 0, 0);

        Assert.True(Framing.TryRead(ref bytes, out var message));
        Assert.True(message.IsEmpty && bytes.IsEmpty);
    }

    [Fact]
    public void Messages_are_taken_one_by_one_wherever_the_pieces_end()
    {
        var written = new ArrayBufferWriter<byte>();
        for (int i = 0; i < 3; i++) Framing.Write(written, Message);
        for (int cut = 0; cut < written.WrittenCount; cut++)
        {
            var bytes = Pieces(written.WrittenMemory, cut);
            for (int i = 0; i < 3; i++)
            {
                Assert.True(Framing.TryRead(ref bytes, out var message));
                Assert.Equal(Message, UUID.Parser.ParseFrom(message));
            }
            Assert.False(Framing.TryRead(ref bytes, out _));
        }
    }

    [Fact]
    public void A_message_that_has_not_come_whole_is_waited_for()
    {
        byte[] whole = [0, 0, 0, 0, 4, 0x12, 2, (byte)'a', (byte)'b'];
        for (int length = 0; length < whole.Length; length++)
        {
            var bytes = Bytes(whole[..length]);
            Assert.False(Framing.TryRead(ref bytes, out _));
            Assert.Equal(length, bytes.Length);
        }
    }

    [Fact]
    public void A_compressed_message_is_refused()
    {
        var failure = Assert.Throws<GrpcException>(() =>
        {
            var bytes = Bytes(1, 0, 0, 0, 0);
            Framing.TryRead(ref bytes, out _);
        });
        Assert.Contains("compressed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x00, 101)]
    [InlineData(0xFF, 0)]
    public void A_message_that_is_too_long_is_refused_before_it_has_come(byte first, byte last)
    {
        var failure = Assert.Throws<GrpcException>(() =>
        {
            var bytes = Bytes(0, first, 0, 0, last);
            Framing.TryRead(ref bytes, out _, mostBytes: 100);
        });
        Assert.Equal(GrpcStatus.ResourceExhausted, failure.Status);
    }

    private static ReadOnlySequence<byte> Pieces(ReadOnlyMemory<byte> bytes, int cut)
    {
        var first = new Piece(bytes[..cut], 0);
        var last = first.Then(bytes[cut..]);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long before) => (Memory, RunningIndex) = (memory, before);

        public Piece Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
