using System.IO.Compression;

namespace Vuosikello.Projections.Feeds;

/// <summary>Compresses a feed once, so that no request has to.</summary>
internal static class Compression
{
    public static byte[] Gzip(byte[] plain) => Through(plain, inner => new GZipStream(inner, CompressionLevel.Optimal, leaveOpen: true));
    public static byte[] Brotli(byte[] plain) => Through(plain, inner => new BrotliStream(inner, CompressionLevel.Optimal, leaveOpen: true));

    private static byte[] Through(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream(plain.Length / 4);
        using (var stream = compressor(compressed)) stream.Write(plain);
        return compressed.ToArray();
    }
}
