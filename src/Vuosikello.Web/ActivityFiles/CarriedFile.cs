using System.IO.Compression;
using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>
/// A file on its way from the preview to its confirmation: the preview's own form carries it, compressed. So the server keeps nothing, any
/// instance can confirm, nobody else can reach it, and a preview left open overnight still works.
/// </summary>
internal static class CarriedFile
{
    /// <summary>Characters of a form's field that can hold a file of the greatest length, however badly it compresses.</summary>
    public const int MostCharacters = ((FileLimits.Octets + 10_000) / 3 * 4) + 4;

    public static string Pack(ReadOnlySpan<byte> file)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(file);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <returns>Null when it is not what <see cref="Pack"/> made, or longer than a file may be.</returns>
    public static byte[]? Unpack(string carried)
    {
        if (carried.Length is 0 or > MostCharacters) return null;
        try
        {
            using var packed = new MemoryStream(Convert.FromBase64String(carried));
            using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
            using var file = new MemoryStream();
            byte[] some = new byte[1 << 14];
            int read;
            while ((read = deflate.Read(some)) > 0)
            {
                if (file.Length + read > FileLimits.Octets) return null;
                file.Write(some, 0, read);
            }
            return file.ToArray();
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidDataException)
        {
            return null;
        }
    }
}
