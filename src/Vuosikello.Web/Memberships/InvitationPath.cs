using Microsoft.AspNetCore.Http.Features;
using Vuosikello.Domain;

namespace Vuosikello.Web.Memberships;

/// <summary>
/// The address that opens an invitation, <c>/{partnership}/invitations/{secret}</c>. Whoever has it can take the invitation, so the secret is taken
/// out of the request before the first log line, trace or error page can say it.
/// </summary>
public static class InvitationPath
{
    private const string Folder = "invitations";

    /// <summary>What stands in the place of the secret.</summary>
    private const string Hidden = "-";

    public static string Of(PartnershipId partnership, string secret) => $"/{partnership}/{Folder}/{secret}";

    /// <summary>The secret of the invitation that a request is for.</summary>
    public static string SecretOf(HttpContext http) => http.Features.Get<Aside>()?.Secret ?? http.Request.RouteValues["secret"] as string ?? "";

    /// <summary>The path of a request as the browser has it: what links from a page back to itself are made of.</summary>
    public static PathString Shown(HttpContext http) =>
        http.Features.Get<Aside>() is { } aside ? http.Request.Path.Value![..^Hidden.Length] + aside.Secret : http.Request.Path;

    /// <summary>Puts the secret aside, for <see cref="SecretOf"/>.</summary>
    internal static void Hide(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is not { } request) return;
        string[] parts = request.Path.Split('/');
        if (parts is not ["", var partnership, var folder, { Length: > 0 } secret] || !folder.Equals(Folder, StringComparison.OrdinalIgnoreCase)) return;
        features.Set(new Aside(secret));
        request.Path = $"/{partnership}/{Folder}/{Hidden}";
        request.RawTarget = request.Path + request.QueryString;
    }

    private sealed record Aside(string Secret);
}
