using Microsoft.AspNetCore.Http.Features;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>
/// The address of a private feed, <c>/feeds/private/{secret}.ics</c>. Whoever has the path has the calendar, so the secret is taken out of the
/// request before the first log line, trace or error page can say it: see <see cref="SecretPathServer"/>.
/// </summary>
internal static class SecretPath
{
    private const string Folder = "/feeds/private/";
    private const string Ending = ".ics";

    /// <summary>What stands in the place of the secret.</summary>
    private const string Hidden = Folder + "-" + Ending;

    public static string Of(string secret) => Folder + secret + Ending;

    /// <summary>Puts the secret aside, for <see cref="Take"/>.</summary>
    public static void Hide(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is not { } request || Read(request.Path) is not { } secret) return;
        features.Set(new Aside(secret));
        request.Path = Hidden;
        request.RawTarget = Hidden + request.QueryString;
    }

    /// <summary>The secret of the feed that a request is for; null when it is for none.</summary>
    public static string? Take(HttpContext context) => context.Features.Get<Aside>()?.Secret ?? Read(context.Request.Path.Value);

    private static string? Read(string? path) =>
        path is not null && path.Length > Folder.Length + Ending.Length
        && path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            ? path[Folder.Length..^Ending.Length]
            : null;

    private sealed record Aside(string Secret);
}
