using System.Buffers;
using System.IO.Compression;

namespace Vuosikello.Projections.Feeds;

/// <summary>Compresses a feed once, so that no request has to.</summary>
internal static class Compression
{
    public static byte[] Gzip(ReadOnlySequence<byte> plain) => Through(plain, inner => new GZipStream(inner, CompressionLevel.Optimal, leaveOpen: true));
    public static byte[] Brotli(ReadOnlySequence<byte> plain) => Through(plain, inner => new BrotliStream(inner, CompressionLevel.Optimal, leaveOpen: true));

    private static byte[] Through(ReadOnlySequence<byte> plain, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream((int)(plain.Length / 4));
        using (var stream = compressor(compressed))
        {
            foreach (var piece in plain) stream.Write(piece.Span);
        }
        return compressed.ToArray();
    }
}
