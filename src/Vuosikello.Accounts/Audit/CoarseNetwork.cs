using System.Net;
using System.Net.Sockets;

namespace Vuosikello.Accounts.Audit;

/// <summary>
/// From where something was asked, so coarsely that it tells a town hall from another country but not one desk from the next: of IPv4 the first 24
/// bits, of IPv6 the first 48.
/// </summary>
public static class CoarseNetwork
{
    /// <returns>Such as <c>192.0.2.0/24</c> or <c>2001:db8:1::/48</c>; null for no address.</returns>
    public static string? Of(IPAddress? address)
    {
        if (address is null) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        int bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? 48 : 24;
        byte[] octets = address.GetAddressBytes();
        Array.Clear(octets, bits / 8, octets.Length - (bits / 8));
        return new IPNetwork(new IPAddress(octets), bits).ToString();
    }
}
