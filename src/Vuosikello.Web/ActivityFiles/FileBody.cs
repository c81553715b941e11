using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>A file that is the body of a request.</summary>
internal static class FileBody
{
    /// <summary>The octets, one more than a file may have at most: the reader then says that it is too large.</summary>
    public static async Task<byte[]> Read(Stream body, CancellationToken ct)
    {
        using var octets = new MemoryStream();
        byte[] some = new byte[1 << 14];
        int read;
        while (octets.Length <= FileLimits.Octets && (read = await body.ReadAsync(some, ct)) > 0) octets.Write(some, 0, read);
        return octets.ToArray();
    }
}
