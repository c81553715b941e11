using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Vuosikello.Domain;

/// <summary>Ids that follow from their cause: the same namespace and name give the same id on every machine, always.</summary>
public static class DeterministicGuid
{
    /// <summary>A version 5 UUID (RFC 9562, section 5.5) of a name's UTF-8 within a namespace.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 prescribes SHA-1 for version 5; nothing is protected by it.")]
    public static Guid Create(Guid ns, string name)
    {
        byte[] input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        ns.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
