using System.Buffers;
using System.IO.Compression;

namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>Compresses a feed once, so that no request has to.</summary>
internal static class Compression
{
    public static byte[] Brotli(ReadOnlySequence<byte> plain)
    {
        using var compressed = new MemoryStream((int)(plain.Length / 4));
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var piece in plain) brotli.Write(piece.Span);
        }
        return compressed.ToArray();
    }
}
