using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>A question that was put to a provider, and what its answer has to fit.</summary>
/// <param name="Provider">Whom.</param>
/// <param name="State">Comes back beside the code (RFC 6749 section 10.12).</param>
/// <param name="Nonce">Comes back in the token (OpenID Connect Core 1.0 section 15.5.2).</param>
/// <param name="Verifier">Shows that who brings the code asked for it (RFC 7636).</param>
/// <param name="Return">Where to go on afterwards.</param>
/// <param name="LinkTo">To whose account the identity is to be linked; null for signing in.</param>
public sealed record SignInAttempt(string Provider, string State, string Nonce, string Verifier, string Return, Guid? LinkTo);

/// <summary>Keeps the question in the browser that asked, sealed: its answer is worth nothing in another. One at a time, once.</summary>
public sealed class SignInAttempts(IDataProtectionProvider protection)
{
    private const string Cookie = "vuosikello-provider";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Vuosikello.Web.SignIn.Providers").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, SignInAttempt attempt) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(attempt), Patience), Options(http, Patience));

    /// <returns>Null when this browser asked nothing, or too long ago.</returns>
    public SignInAttempt? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        try
        {
            return JsonSerializer.Deserialize<SignInAttempt>(_seal.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    // Lax, as the answer comes from the provider's page.
    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/sign-in", MaxAge = life, IsEssential = true };
}
