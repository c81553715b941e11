using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vuosikello.Accounts;

/// <summary>Secrets that are given to somebody, and what is kept of them.</summary>
public static class Secret
{
    /// <summary>256 random bits as base64url: 43 letters, digits, hyphens and underscores.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Eight random digits, for people to type. To be bound to something that cannot be guessed, and tried a few times only.</summary>
    public static string NewCode() => RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>SHA-256, lower-case hexadecimal. Without salt or stretching: nobody can try 256 random bits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
