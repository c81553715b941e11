using System.Net;
using System.Net.Sockets;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Subscribe;

/// <summary>Where the world finds the feeds.</summary>
/// <param name="Address">Scheme, host and port, ending in a slash.</param>
public sealed record FeedHost(Uri Address)
{
    // RFC 6761 and RFC 6762: names that no resolver of the world knows.
    private static readonly string[] LocalEndings = [".localhost", ".local", ".internal", ".test", ".invalid", ".example", ".home.arpa"];

    public string Name => Address.Authority;

    public bool IsSecure => Address.Scheme == Uri.UriSchemeHttps;

    /// <summary>False when programs that fetch from their own servers, Google's and Microsoft's, cannot come here: nobody but this machine or this network knows the name.</summary>
    public bool IsPublic => Address.HostNameType switch
    {
        UriHostNameType.Dns => Address.Host.Contains('.', StringComparison.Ordinal) && !Array.Exists(LocalEndings, ending => Address.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase)),
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(Address.DnsSafeHost, out var address) && IsPublicAddress(address),
        _ => false,
    };

    /// <summary>The setting <c>PublicAddress</c>; where it is not set, as the request came: right without a proxy that changes scheme or host on the way.</summary>
    public static FeedHost Of(HttpRequest request, IConfiguration configuration, FeedSettings settings) =>
        configuration["PublicAddress"] is not { Length: > 0 } && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var asked)
            ? new(asked)
            : new(settings.PublicAddress);

    /// <summary>The address that a person can copy, <c>https</c> where the service has it.</summary>
    public string Full(string path) => new Uri(Address, path.TrimStart('/')).AbsoluteUri;

    // RFC 1918, RFC 3927, RFC 6598; loopback, link-local and unique local addresses of IPv6.
    private static bool IsPublicAddress(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal;
        byte[] octets = address.GetAddressBytes();
        return octets[0] != 10
            && !(octets[0] == 172 && octets[1] is >= 16 and < 32)
            && !(octets[0] == 192 && octets[1] == 168)
            && !(octets[0] == 169 && octets[1] == 254)
            && !(octets[0] == 100 && octets[1] is >= 64 and < 128);
    }
}
