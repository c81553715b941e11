using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Domain;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.Memberships;

/// <summary>
/// Keeps the invitation that somebody has opened while they sign in: sealed in a cookie of that browser, so that its secret stands in no address
/// that leads to signing in and back.
/// </summary>
public sealed class InvitationAtHand(IDataProtectionProvider protection)
{
    /// <summary>Where whoever has signed in comes back to their invitation.</summary>
    public const string Address = "/sign-in/invitation";

    private readonly SealedCookie<Opened> _cookie = new(protection, "vuosikello-invitation", "Vuosikello.Web.Memberships.InvitationAtHand", TimeSpan.FromHours(1));

    public void Keep(HttpContext http, PartnershipId partnership, string secret) => _cookie.Keep(http, new(partnership.Value, secret));

    /// <returns>Null when this browser has opened none, or too long ago.</returns>
    public (PartnershipId Partnership, string Secret)? Of(HttpContext http) => _cookie.Of(http) is { } opened ? (new(opened.Partnership), opened.Secret) : null;

    private sealed record Opened(string Partnership, string Secret);
}
