using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Vuosikello.Web.SignIn;

/// <summary>
/// The first line against somebody who tries and tries: so many requests a minute from one network address, counted in memory, before the database is
/// asked anything. The second, which all servers share, is <see cref="Vuosikello.Accounts.Limits.Counts"/>.
/// </summary>
internal static class TriesPolicy
{
    public const string Name = "sign-in";

    /// <summary>At once, and again each minute: a town hall behind one address gets in, a program that guesses does not get far.</summary>
    public const int Requests = 120;

    public static void AddTriesPolicy(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Name, http => RateLimitPartition.GetTokenBucketLimiter(NetworkOf.Asker(http), _ => new()
        {
            TokenLimit = Requests,
            TokensPerPeriod = Requests,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
            AutoReplenishment = true,
        }));
        options.OnRejected = async (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var pause))
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await LinkEndpoints.Busy().ExecuteAsync(context.HttpContext);
        };
    });
}

/// <summary>From which network somebody asks.</summary>
internal static class NetworkOf
{
    /// <returns>The address; of IPv6 the first 64 bits, as everybody has the rest to choose from.</returns>
    public static string Asker(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? Network(address) : "";

    internal static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        byte[] octets = address.GetAddressBytes();
        Array.Clear(octets, 8, 8);
        return new IPAddress(octets).ToString();
    }
}
