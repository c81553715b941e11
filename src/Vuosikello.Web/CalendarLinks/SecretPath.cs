using Microsoft.AspNetCore.Http.Features;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>
/// The address of a private feed, <c>/feeds/private/{secret}.ics</c>. Whoever has the path has the calendar, so the secret is taken out of the
/// request before the first log line, trace or error page can say it: see <see cref="SecretPathServer"/>. The same with all that stands below
/// <c>/feeds/private/</c>: from an address that is nearly right, the right one is easily guessed.
/// </summary>
internal static class SecretPath
{
    private const string Folder = "/feeds/private/";
    private const string Feeds = "feeds", Private = "/private/";
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

    /// <summary>The secret of the feed that a request is for; empty for an address below the same folder that is no feed's, null for any other.</summary>
    public static string? Take(HttpContext context) => context.Features.Get<Aside>()?.Secret ?? Read(context.Request.Path.Value);

    private static string? Read(string? path)
    {
        if (path is null || path.IndexOf(Private, StringComparison.OrdinalIgnoreCase) is var at && at < 0) return null;
        if (!path.AsSpan(0, at).Trim('/').Equals(Feeds, StringComparison.OrdinalIgnoreCase)) return null;
        bool isFeed = path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
        return isFeed ? path[Folder.Length..^Ending.Length] : "";
    }

    private sealed record Aside(string Secret);
}
