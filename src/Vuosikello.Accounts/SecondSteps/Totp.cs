using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Vuosikello.Accounts.SecondSteps;

/// <summary>
/// Codes of an authenticator app: RFC 6238 with SHA-1, six digits and thirty seconds, which every app knows. Identity has the same, but tells neither by
/// which clock nor which step a code was of, and so takes one twice.
/// </summary>
public static class Totp
{
    private const int Seconds = 30, KeyOctets = 20, Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>160 random bits.</returns>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyOctets);

    public static long StepAt(Instant moment) => moment.ToUnixTimeSeconds() / Seconds;

    /// <returns>Six digits.</returns>
    public static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238: what apps know; an HMAC does not need what SHA-1 has lost
        byte[] hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        int at = hash[^1] & 0xF;
        int number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue) % Modulus;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>RFC 4648 section 6, as apps want keys typed; without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        int bits = 0, held = 0;
        foreach (byte octet in octets)
        {
            (held, bits) = ((held << 8) | octet, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }
}
