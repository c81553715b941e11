using Microsoft.AspNetCore.Http.Features;

namespace Vuosikello.Web.Safety;

/// <summary>
/// The secret that an address ends in, such as an invitation's. Whoever has the address has what it opens, so the secret is taken out of the request
/// before the first log line, trace or error page can say it: see <see cref="CalendarLinks.SecretPathServer"/>.
/// </summary>
public static class HiddenEnding
{
    /// <summary>What stands in the place of the secret.</summary>
    private const string Hidden = "-";

    /// <summary>The secret that a request came with; empty when its address ends in none.</summary>
    public static string SecretOf(HttpContext http) => http.Features.Get<Aside>()?.Secret ?? http.Request.RouteValues["secret"] as string ?? "";

    /// <summary>Whether a request's address ended in a secret.</summary>
    public static bool IsOf(HttpContext http) => http.Features.Get<Aside>() is not null;

    /// <summary>The path of a request as the browser has it: what links from a page back to itself are made of.</summary>
    public static PathString Shown(HttpContext http) =>
        http.Features.Get<Aside>() is { } aside ? http.Request.Path.Value![..^Hidden.Length] + aside.Secret : http.Request.Path;

    /// <summary>Where a form of a page is sent that is sent to the page itself. One that does not say so is sent to where the server says the page is, which is without the secret.</summary>
    public static string FormAddress(HttpContext http) => http.Request.PathBase + Shown(http);

    /// <summary>Puts aside what stands behind a folder.</summary>
    /// <param name="folder">The path up to the secret, with its slash.</param>
    internal static void Hide(IFeatureCollection features, IHttpRequestFeature request, string folder, string secret)
    {
        features.Set(new Aside(secret));
        request.Path = folder + Hidden;
        request.RawTarget = request.Path + request.QueryString;
    }

    private sealed record Aside(string Secret);
}
