using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>Checks identity tokens (OpenID Connect Core 1.0 section 3.1.3.7); Microsoft.IdentityModel does the cryptography.</summary>
public sealed class IdTokens(ProviderDocuments documents, IClock clock)
{
    /// <summary>By so much two clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // Only by a key that the provider alone has: none of "none", and none of the symmetric ones, whose key would be the client's secret.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new();

    /// <returns>What the token says, by the claims' names.</returns>
    /// <exception cref="ProviderFailureException">It cannot be believed.</exception>
    public async Task<ILookup<string, string>> Read(SignInProvider provider, OpenIdConnectConfiguration document, string token, string nonce, CancellationToken ct)
    {
        var result = await Check(provider, document, token);
        // The provider may have changed its keys since they were read.
        if (result.Exception is SecurityTokenInvalidSignatureException && await documents.Anew(provider, ct) is { } fresh) result = await Check(provider, fresh, token);
        if (!result.IsValid) throw new ProviderFailureException(ProviderProblem.NotBelieved, $"its token is not valid ({result.Exception.GetType().Name})");
        var claims = result.ClaimsIdentity.Claims.ToLookup(claim => claim.Type, claim => claim.Value, StringComparer.Ordinal);
        if (Flaw(provider, claims, nonce) is { } flaw) throw new ProviderFailureException(ProviderProblem.NotBelieved, flaw);
        return claims;
    }

    private Task<TokenValidationResult> Check(SignInProvider provider, OpenIdConnectConfiguration document, string token) =>
        _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = document.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (begins, ends, _, _) => IsNow(begins, ends),
        });

    private bool IsNow(DateTime? begins, DateTime? ends)
    {
        var now = clock.GetCurrentInstant().ToDateTimeUtc();
        // The moments are the provider's: at the ends of time nothing can be added to them.
        return ends is { } end && now - Skew < end && (begins is not { } beginning || now + Skew > beginning);
    }

    private static string? Flaw(SignInProvider provider, ILookup<string, string> claims, string nonce)
    {
        if (!Same(claims["nonce"].FirstOrDefault(), nonce)) return "its token has another nonce";
        if (string.IsNullOrEmpty(claims["sub"].FirstOrDefault())) return "its token names nobody";
        if (claims["azp"].FirstOrDefault() is { } party ? party != provider.ClientId : claims["aud"].Count() > 1) return "its token is for another party";
        if (provider.AcrValues.Count > 0 && !provider.AcrValues.Contains(claims["acr"].FirstOrDefault())) return "the person was not recognised by the means that AcrValues asks for";
        return null;
    }

    internal static bool Same(string? given, string expected) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
