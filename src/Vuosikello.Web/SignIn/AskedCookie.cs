using Vuosikello.Accounts;
using Vuosikello.Accounts.Links;

namespace Vuosikello.Web.SignIn;

/// <summary>Binds a link to the browser that asked for it: a secret of that browser, for as long as the link is good.</summary>
internal static class AskedCookie
{
    private const string Name = "vuosikello-asked";

    /// <returns>The browser's secret; null for one that asked for nothing, or too long ago.</returns>
    public static string? Of(HttpContext http) => http.Request.Cookies[Name] is { Length: > 0 and < 100 } secret ? secret : null;

    /// <summary>The browser's secret, a new one when it has none. Several links may be underway to one browser.</summary>
    public static string Leave(HttpContext http)
    {
        string secret = Of(http) ?? Secret.New();
        http.Response.Cookies.Append(Name, secret, Options(http, AskForLink.Validity.ToTimeSpan()));
        return secret;
    }

    public static void TakeAway(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    // Lax, as the link comes from a mail program or another site's mailbox.
    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/sign-in", MaxAge = life, IsEssential = true };
}
