using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Domain;

namespace Vuosikello.Web.SignIn.SecondSteps;

/// <summary>Somebody who has taken the first step in this browser.</summary>
/// <param name="Member">Who.</param>
/// <param name="Way">By what; see <see cref="Vuosikello.Accounts.Sessions.Ways"/>.</param>
/// <param name="Return">Where to go on afterwards.</param>
public sealed record FirstStep(Guid Member, string Way, string Return);

/// <summary>Keeps the first step until the second: sealed in the browser, ten minutes. There is no session before both.</summary>
public sealed class HalfSignedIn(IDataProtectionProvider protection)
{
    private const string Cookie = "vuosikello-first-step";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Vuosikello.Web.SignIn.SecondSteps").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, MemberId member, string way, string? back) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(new FirstStep(member.Value, way, LocalAddress.Of(back))), Patience), Options(http, Patience));

    /// <returns>Null when nobody has taken a first step here, or too long ago.</returns>
    public FirstStep? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        try
        {
            return JsonSerializer.Deserialize<FirstStep>(_seal.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    public void TakeAway(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/sign-in", MaxAge = life, IsEssential = true };
}
