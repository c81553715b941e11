namespace Vuosikello.Projections.Feeds.Bytes;

/// <summary>
/// The CRC-32 of two texts together from those of each (RFC 1952 section 8 has the checksum itself). Checksums are polynomials over GF(2)
/// modulo one of degree 32, the highest power in the lowest bit: what comes before is multiplied by x to the number of bits that come after.
/// </summary>
internal static class Crc32
{
    private const uint Modulus = 0xEDB88320;
    private const uint One = 0x80000000;
    private const uint X = 0x40000000;

    /// <summary>What a checksum is multiplied by when so many octets follow.</summary>
    public static uint Shift(long octets)
    {
        uint shift = One, power = X;
        for (long bits = octets * 8; bits > 0; bits >>= 1)
        {
            if ((bits & 1) != 0) shift = Multiply(shift, power);
            power = Multiply(power, power);
        }
        return shift;
    }

    /// <param name="first">The checksum of what comes first.</param>
    /// <param name="second">That of what follows.</param>
    /// <param name="shift">The <see cref="Shift"/> for the octets of what follows.</param>
    public static uint Combine(uint first, uint second, uint shift) => Multiply(first, shift) ^ second;

    private static uint Multiply(uint a, uint b)
    {
        uint product = 0;
        for (uint bit = One; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0) product ^= b;
            b = (b & 1) != 0 ? (b >> 1) ^ Modulus : b >> 1;
        }
        return product;
    }
}
