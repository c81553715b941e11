using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>
/// What providers say of themselves: their endpoints and keys (OpenID Connect Discovery 1.0, RFC 7517). Read when first needed, kept for an hour, and
/// read anew when a token is signed by a key that is not among them.
/// </summary>
public sealed class ProviderDocuments(IHttpClientFactory clients, IClock clock)
{
    /// <summary>The name of the HTTP client that asks providers.</summary>
    public const string Client = "sign-in-providers";

    private static readonly Duration Kept = Duration.FromHours(1);

    /// <summary>Whoever sends tokens with made-up keys makes us ask no more often than this.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Instant Read, OpenIdConnectConfiguration Document)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Instant> _readAnew = new(StringComparer.Ordinal);

    /// <exception cref="ProviderFailureException">The provider does not answer, or is another than settings say.</exception>
    public async Task<OpenIdConnectConfiguration> Of(SignInProvider provider, CancellationToken ct) =>
        _known.TryGetValue(provider.Name, out var known) && clock.GetCurrentInstant() - known.Read < Kept ? known.Document : await Read(provider, ct);

    /// <returns>The documents read once more; null when that was done a moment ago.</returns>
    /// <exception cref="ProviderFailureException">The provider does not answer, or is another than settings say.</exception>
    public async Task<OpenIdConnectConfiguration?> Anew(SignInProvider provider, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (_readAnew.TryGetValue(provider.Name, out var last) && now - last < Pause) return null;
        _readAnew[provider.Name] = now;
        return await Read(provider, ct);
    }

    private async Task<OpenIdConnectConfiguration> Read(SignInProvider provider, CancellationToken ct)
    {
        string address = provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
        bool isSecure = provider.Issuer.StartsWith(Uri.UriSchemeHttps + ":", StringComparison.Ordinal);
        OpenIdConnectConfiguration document;
        try
        {
            document = await OpenIdConnectConfigurationRetriever.GetAsync(address, new HttpDocumentRetriever(clients.CreateClient(Client)) { RequireHttps = isSecure }, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            throw new ProviderFailureException(ProviderProblem.Away, "its documents cannot be read", e);
        }
        // Discovery section 4.3: a document that speaks for another issuer is of nobody.
        if (document.Issuer != provider.Issuer) throw new ProviderFailureException(ProviderProblem.NotBelieved, "its documents are another issuer's; the setting Authority has to be the very issuer");
        string[] endpoints = [document.AuthorizationEndpoint, document.TokenEndpoint, .. string.IsNullOrEmpty(document.UserInfoEndpoint) ? (string[])[] : [document.UserInfoEndpoint]];
        foreach (string endpoint in endpoints)
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || (isSecure && uri.Scheme != Uri.UriSchemeHttps))
                throw new ProviderFailureException(ProviderProblem.NotBelieved, "its documents name an endpoint without TLS");
        _known[provider.Name] = (clock.GetCurrentInstant(), document);
        return document;
    }
}
