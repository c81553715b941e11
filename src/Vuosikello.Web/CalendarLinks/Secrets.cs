using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>Where the secret parts of private addresses come from.</summary>
public interface INewSecrets
{
    /// <summary>256 random bits as base64url: 43 letters, digits, hyphens and underscores.</summary>
    string Next();
}

/// <summary>The operating system's own randomness.</summary>
public sealed class NewSecrets : INewSecrets
{
    private const int Octets = 32;

    public string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Octets));
}

/// <summary>What is kept of a secret.</summary>
public static class Secrets
{
    /// <summary>
    /// SHA-256, lower-case hexadecimal. Without salt or stretching: nobody can try 256 random bits, and what is looked up has to be the same
    /// each time.
    /// </summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
