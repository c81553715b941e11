using Microsoft.AspNetCore.DataProtection;
using Vuosikello.Domain;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.SignIn.SecondSteps;

/// <summary>Somebody who has taken the first step in this browser.</summary>
/// <param name="Member">Who.</param>
/// <param name="Way">By what; see <see cref="Vuosikello.Accounts.Sessions.Ways"/>.</param>
/// <param name="Return">Where to go on afterwards.</param>
public sealed record FirstStep(Guid Member, string Way, string Return);

/// <summary>Keeps the first step until the second: sealed in the browser, ten minutes. There is no session before both.</summary>
public sealed class HalfSignedIn(IDataProtectionProvider protection)
{
    private readonly SealedCookie<FirstStep> _cookie = new(protection, "vuosikello-first-step", "Vuosikello.Web.SignIn.SecondSteps", TimeSpan.FromMinutes(10));

    public void Keep(HttpContext http, MemberId member, string way, string? back) => _cookie.Keep(http, new(member.Value, way, LocalAddress.Of(back)));

    /// <returns>Null when nobody has taken a first step here, or too long ago.</returns>
    public FirstStep? Of(HttpContext http) => _cookie.Of(http);

    public void TakeAway(HttpContext http) => _cookie.TakeAway(http);
}
