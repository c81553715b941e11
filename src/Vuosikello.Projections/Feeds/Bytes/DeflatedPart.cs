using System.Buffers.Binary;
using System.IO.Compression;

namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>
/// A part of a text, compressed by itself so that it can stand in the gzip member of any text with that part: deflate blocks
/// (RFC 1951) that look back at nothing before the part and end on a whole octet.
/// </summary>
internal sealed class DeflatedPart
{
    /// <summary>Of the member's header, when it names no file (RFC 1952 section 2.3).</summary>
    private const int HeaderOctets = 10;

    private DeflatedPart(byte[] blocks, uint checksum, int length) => (Blocks, Checksum, Length, Shift) = (blocks, checksum, length, Crc32.Shift(length));

    public byte[] Blocks { get; }

    /// <summary>CRC-32 of the part as it is uncompressed.</summary>
    public uint Checksum { get; }

    /// <summary>Octets of the part as it is uncompressed.</summary>
    public int Length { get; }

    /// <summary>See <see cref="Crc32.Shift"/>.</summary>
    public uint Shift { get; }

    /// <summary>The library writes a whole member; of that the blocks up to the flush, which ends on an octet, and the checksum at its end are taken.</summary>
    public static DeflatedPart Of(ReadOnlySpan<byte> plain)
    {
        if (plain.IsEmpty) return new DeflatedPart([], 0, 0);
        using var member = new MemoryStream(plain.Length / 3 + 64);
        int flushed;
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain);
            gzip.Flush();
            flushed = (int)member.Length;
        }
        var written = member.GetBuffer().AsSpan(0, (int)member.Length);
        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(written[^8..]);
        return new DeflatedPart(written[HeaderOctets..flushed].ToArray(), checksum, plain.Length);
    }
}
