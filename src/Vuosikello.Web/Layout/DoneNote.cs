namespace Vuosikello.Web.Layout;

/// <summary>
/// Carries what was done over the redirect to the page that says it, in a cookie that the page takes away: a reload says nothing.
/// The cookie holds a code, never a text, so that nobody can make a page say what they like.
/// </summary>
public static class DoneNote
{
    private const string Cookie = "vuosikello-done";

    /// <summary>A redirect that is not followed soon is not worth a word later.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public static void Leave(HttpContext http, string code) => http.Response.Cookies.Append(Cookie, code, Options(http, Life));

    /// <returns>The code, or null when nothing was just done.</returns>
    public static string? Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out string? code)) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Cookie, Options(http, null));
        return code;
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = life, IsEssential = true };
}
