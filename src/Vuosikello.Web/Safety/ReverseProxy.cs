using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Vuosikello.Web.Composition;

namespace Vuosikello.Web.Safety;

/// <summary>
/// Whom to believe who asked and how (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>): a proxy on the same machine, and those that the setting
/// <c>ReverseProxy:Addresses</c> names: addresses or networks, between commas, such as <c>192.0.2.7, 10.1.0.0/16</c>. The host is never taken from
/// such a header; it is in <c>PublicAddress</c>.
/// </summary>
public static class ReverseProxy
{
    private const string Setting = "ReverseProxy:Addresses";

    /// <exception cref="WrongSettingException">What is named is no address and no network.</exception>
    public static void Trust(ForwardedHeadersOptions options, IConfiguration settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (string named in (settings[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(named, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(named, out var network)) options.KnownIPNetworks.Add(network);
            else throw new WrongSettingException($"The setting {Setting} names '{named}'; it has to be an address or a network such as 192.0.2.7 or 10.1.0.0/16.");
        }
    }
}
