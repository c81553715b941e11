using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Domain;

namespace Vuosikello.Web.Memberships;

/// <summary>
/// Keeps the invitation that somebody has opened while they sign in: sealed in a cookie of that browser, so that its secret stands in no address
/// that leads to signing in and back.
/// </summary>
public sealed class InvitationAtHand(IDataProtectionProvider protection)
{
    /// <summary>Where whoever has signed in comes back to their invitation.</summary>
    public const string Address = "/sign-in/invitation";

    private const string Cookie = "vuosikello-invitation";
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Vuosikello.Web.Memberships.InvitationAtHand").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, PartnershipId partnership, string secret) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect($"{partnership}\n{secret}", Patience), Options(http, Patience));

    /// <returns>Null when this browser has opened none, or too long ago.</returns>
    public (PartnershipId Partnership, string Secret)? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        try
        {
            return _seal.Unprotect(kept).Split('\n') is [var partnership, var secret] ? (new(partnership), secret) : null;
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    // Lax, as the way back may come from a mail program or from a provider of sign-ins.
    private static CookieOptions Options(HttpContext http, TimeSpan life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/sign-in", MaxAge = life, IsEssential = true };
}
