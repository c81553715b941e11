using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>HTTP/2 as the connection string wants it: whom to trust, and when a silent connection counts as broken.</summary>
internal static class Wire
{
    private static readonly TimeSpan ShortestPing = TimeSpan.FromSeconds(1); // of SocketsHttpHandler

    /// <summary>So much may be on its way to a subscriber that is busy; a server drops one that lets more than a few events wait.</summary>
    private const int Window = 1 << 20;

    /// <exception cref="StoreUnavailableException">The file of authorities cannot be read.</exception>
    public static HttpMessageInvoker Open(ConnectionString connection)
    {
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = Window,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ConnectTimeout = connection.GossipTimeout,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingDelay = Ping(connection.KeepAliveInterval),
            KeepAlivePingTimeout = Ping(connection.KeepAliveTimeout),
        };
        if (connection.Tls) handler.SslOptions = Trust(connection);
        return new HttpMessageInvoker(handler);
    }

    private static TimeSpan Ping(TimeSpan? wanted) =>
        wanted is not { } time ? Timeout.InfiniteTimeSpan : time < ShortestPing ? ShortestPing : time;

    private static SslClientAuthenticationOptions Trust(ConnectionString connection)
    {
        if (!connection.TlsVerifyCert)
        {
#pragma warning disable CA5359, MA0039 // The connection string says so in as many words.
            return new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true };
#pragma warning restore CA5359, MA0039
        }
        if (connection.TlsCaFile is not { } file) return new SslClientAuthenticationOptions();

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(Authorities(file));
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }

    private static X509Certificate2Collection Authorities(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0 ? certificates : throw ConnectionStringParser.Wrong($"the file '{file}' of tlsCaFile holds no certificate in PEM form");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw ConnectionStringParser.Wrong($"the file '{file}' of tlsCaFile cannot be read: {problem.Message}");
        }
    }
}
