using Microsoft.AspNetCore.Http.Features;
using Vuosikello.Domain;
using Vuosikello.Web.Rounds;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.Guests;

/// <summary>The address of a guest link, <c>/{partnership}/rounds/{round}/guest/{secret}</c>, which all that its guest does goes to.</summary>
public static class GuestPath
{
    private const string Rounds = "rounds", Folder = "guest";

    public static string Of(RoundId round, string secret) => $"{RoundAddresses.Of(round)}/{Folder}/{secret}";

    /// <summary>Puts the secret aside, with all that may stand behind it: from an address that is nearly right, the right one is easily guessed.</summary>
    internal static void Hide(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is { } request && Parts(request.Path) is var (partnership, round, secret))
            HiddenEnding.Hide(features, request, $"/{partnership}/{Rounds}/{round}/{Folder}/", secret);
    }

    /// <summary>Whether a path is that of a guest link.</summary>
    public static bool IsOf(PathString path) => Parts(path.Value ?? "") is not null;

    private static (string Partnership, string Round, string Secret)? Parts(string path) =>
        path.Split('/', 6) is ["", var partnership, var rounds, var round, var folder, { Length: > 0 } secret]
        && rounds.Equals(Rounds, StringComparison.OrdinalIgnoreCase) && folder.Equals(Folder, StringComparison.OrdinalIgnoreCase) ? (partnership, round, secret) : null;
}
