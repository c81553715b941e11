using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Vuosikello.Web.Safety;

/// <summary>Something that a browser keeps for this server for a while: sealed, so that nobody there reads or changes it, and to no script's hand.</summary>
/// <param name="protection">Seals.</param>
/// <param name="name">The cookie's.</param>
/// <param name="purpose">What it is sealed for: what was sealed for another purpose is not opened.</param>
/// <param name="patience">For how long it is good.</param>
/// <param name="path">With which addresses the browser sends it.</param>
/// <param name="sameSite">Lax where people come back to it from a mail program or another site.</param>
public sealed class SealedCookie<T>(
    IDataProtectionProvider protection, string name, string purpose, TimeSpan patience, string path = "/sign-in", SameSiteMode sameSite = SameSiteMode.Lax) where T : class
{
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector(purpose).ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, T value) => http.Response.Cookies.Append(name, _seal.Protect(JsonSerializer.Serialize(value), patience), Options(http, patience));

    /// <returns>Null when this browser keeps none, or has kept it too long.</returns>
    public T? Of(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { } kept) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(_seal.Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            // Too old, or not ours, or of an earlier version.
            return null;
        }
    }

    public void TakeAway(HttpContext http) => http.Response.Cookies.Delete(name, Options(http, null));

    /// <summary>The same once: it is taken away from the browser.</summary>
    public T? Take(HttpContext http)
    {
        var value = Of(http);
        TakeAway(http);
        return value;
    }

    private CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = sameSite, Secure = http.Request.IsHttps, Path = path, MaxAge = life, IsEssential = true };
}
