using System.Buffers;
using System.Buffers.Binary;

namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>Joins parts that were compressed before into one gzip member (RFC 1952), which every program reads.</summary>
internal static class GzipMember
{
    /// <summary>Deflate, no name, no time, no hint, an unknown system.</summary>
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    /// <summary>A last block with nothing in it (RFC 1951 section 3.2.6), before the checksum and the length.</summary>
    private static ReadOnlySpan<byte> LastBlock => [3, 0];

    public static ReadOnlySequence<byte> Join(IReadOnlyCollection<DeflatedPart> parts)
    {
        uint checksum = 0;
        long length = 0;
        foreach (var part in parts)
        {
            checksum = Crc32.Combine(checksum, part.Checksum, part.Shift);
            length += part.Length;
        }
        byte[] end = new byte[LastBlock.Length + 8];
        LastBlock.CopyTo(end);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(2), checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(6), (uint)length);
        return Pieces.Join([Header, .. parts.Select(part => part.Blocks), end]);
    }
}

/// <summary>Many arrays as one text, without copying them.</summary>
internal static class Pieces
{
    public static ReadOnlySequence<byte> Join(IEnumerable<byte[]> pieces)
    {
        Piece? first = null, last = null;
        foreach (byte[] piece in pieces)
        {
            last = new Piece(piece, last);
            first ??= last;
        }
        return first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] octets, Piece? before)
        {
            Memory = octets;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
