using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>
/// The secret of a new link on its way from the answer to the form, which is a redirect, to the page that shows it: sealed in a cookie of that page
/// alone, which the page takes away. Any server with the same keys can open it, for the member who made the link and within minutes. One that is
/// lost on the way costs a link that is revoked and made anew.
/// </summary>
public sealed class AddressHandOver(IDataProtectionProvider protection, IClock clock)
{
    public static readonly Duration Longest = Duration.FromMinutes(5);

    private const string Cookie = "vuosikello-link";

    private readonly IDataProtector _seal = protection.CreateProtector("vuosikello-link.v1");

    public void Put(HttpContext http, MemberId owner, CalendarLinkId link, string secret)
    {
        long until = (clock.GetCurrentInstant() + Longest).ToUnixTimeSeconds();
        byte[] told = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{owner}\n{link.Partnership}\n{link.Value:D}\n{until}\n{secret}"));
        http.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(_seal.Protect(told)), Options(http, link, Longest.ToTimeSpan()));
    }

    /// <returns>Null when it was taken, is another's, or waited too long.</returns>
    public string? Take(HttpContext http, MemberId owner, CalendarLinkId link)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out string? cookie)) return null;
        http.Response.Cookies.Delete(Cookie, Options(http, link, null));
        return Open(cookie) is [var by, var partnership, var id, var until, var secret]
            && by == owner.ToString() && partnership == link.Partnership.Value && id == link.Value.ToString("D")
            && clock.GetCurrentInstant().ToUnixTimeSeconds() < long.Parse(until, System.Globalization.CultureInfo.InvariantCulture)
            ? secret : null;
    }

    private string[] Open(string cookie)
    {
        try
        {
            return Encoding.UTF8.GetString(_seal.Unprotect(Base64Url.DecodeFromChars(cookie))).Split('\n');
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return [];
        }
    }

    private static CookieOptions Options(HttpContext http, CalendarLinkId link, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = LinkAddresses.Made(link), MaxAge = life, IsEssential = true };
}
