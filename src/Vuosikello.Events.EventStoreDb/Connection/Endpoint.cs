using System.Net;
using System.Net.Sockets;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>Where a node is: a name or an address (IPv6 without brackets), and its port.</summary>
public readonly record struct Endpoint(string Host, int Port)
{
    /// <summary>The port that nodes have unless they are told otherwise.</summary>
    public const int UsualPort = 2113;

    internal Uri Address(bool tls) => new UriBuilder(tls ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, Host, Port).Uri;

    public override string ToString() =>
        IPAddress.TryParse(Host, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6
            ? FormattableString.Invariant($"[{Host}]:{Port}")
            : FormattableString.Invariant($"{Host}:{Port}");
}
