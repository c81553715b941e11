using Microsoft.AspNetCore.Http.Features;
using Vuosikello.Domain;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.Memberships;

/// <summary>The address that opens an invitation, <c>/{partnership}/invitations/{secret}</c>.</summary>
public static class InvitationPath
{
    private const string Folder = "invitations";

    public static string Of(PartnershipId partnership, string secret) => $"/{partnership}/{Folder}/{secret}";

    /// <summary>The secret of the invitation that a request is for.</summary>
    public static string SecretOf(HttpContext http) => HiddenEnding.SecretOf(http);

    /// <summary>Puts the secret aside, for <see cref="SecretOf"/>.</summary>
    internal static void Hide(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is { } request && Parts(request.Path) is var (partnership, secret))
            HiddenEnding.Hide(features, request, $"/{partnership}/{Folder}/", secret);
    }

    /// <summary>Whether a path is that of an invitation.</summary>
    public static bool IsOf(PathString path) => Parts(path.Value ?? "") is not null;

    private static (string Partnership, string Secret)? Parts(string path) =>
        path.Split('/') is ["", var partnership, var folder, { Length: > 0 } secret] && folder.Equals(Folder, StringComparison.OrdinalIgnoreCase) ? (partnership, secret) : null;
}
