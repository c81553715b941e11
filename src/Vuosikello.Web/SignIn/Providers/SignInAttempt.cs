using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Web.Safety;

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
    private readonly SealedCookie<SignInAttempt> _cookie = new(protection, "vuosikello-provider", "Vuosikello.Web.SignIn.Providers", TimeSpan.FromMinutes(15));

    public void Keep(HttpContext http, SignInAttempt attempt) => _cookie.Keep(http, attempt);

    /// <returns>Null when this browser asked nothing, or too long ago.</returns>
    public SignInAttempt? Take(HttpContext http) => _cookie.Take(http);
}
