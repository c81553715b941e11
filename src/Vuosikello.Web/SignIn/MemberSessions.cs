using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Audit;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.SignIn;

/// <summary>Signs persons in and out: a row in the accounts, and a cookie that names it.</summary>
public sealed class MemberSessions(
    SessionStore sessions, OrganisationsOf organisations, SecondStepStore secondSteps, HalfSignedIn half, SecondStepPolicy policy, IMembershipViews memberships, AuditNotes audit)
{
    /// <summary>The claim that holds the session's id. Demo members have none.</summary>
    public const string SessionClaim = "session";

    /// <summary>The claim of a session whose person has shown both steps.</summary>
    private const string TwoStepsClaim = "two-steps";

    /// <returns>Where to go on: to the second step for who has one, else see <see cref="BeginWithBoth"/>.</returns>
    public async Task<string> Begin(HttpContext http, MemberId member, string way, string? back)
    {
        // A passkey is what one has, unlocked by what one is or knows: that is both.
        if (way == Ways.Passkey) return await BeginWithBoth(http, member, way, back);
        if (!await secondSteps.IsOn(member, http.RequestAborted)) return await Begin(http, member, way, back, twoSteps: false);
        half.Keep(http, member, way, back);
        return SecondStepEndpoints.Address;
    }

    /// <summary>The person has shown both steps.</summary>
    /// <returns>Where to go on: to the choice of an organisation for who acts for several, else back.</returns>
    public Task<string> BeginWithBoth(HttpContext http, MemberId member, string way, string? back) => Begin(http, member, way, back, twoSteps: true);

    private async Task<string> Begin(HttpContext http, MemberId member, string way, string? back, bool twoSteps)
    {
        var acting = organisations.Find(member);
        PartnerId? actsFor = acting.Count == 1 ? acting[0].Partner : null;
        var session = await sessions.Begin(member, BrowserName.Of(http.Request.Headers.UserAgent), way, twoSteps, actsFor, http.RequestAborted);
        await audit.Note(AuditKind.SignIn, way, by: member);
        await SignIn(http, member, session.Id, actsFor, twoSteps);
        if (!twoSteps && policy.IsAskedOf(member, memberships)) return OwnSecondStepEndpoints.Address;
        return acting.Count > 1 ? LocalAddress.With("/account/acting", back) : LocalAddress.Of(back);
    }

    /// <summary>From now on the session's member acts for an organisation, or for none.</summary>
    public async Task ActFor(HttpContext http, MemberId member, PartnerId? partner)
    {
        var session = Of(http.User);
        if (session is { } id) await sessions.ActFor(id, partner, http.RequestAborted);
        await SignIn(http, member, session, partner, HasTwoSteps(http.User));
    }

    /// <summary>The session's member has shown the second step too.</summary>
    public async Task TakeSecondStep(HttpContext http, MemberId member, PartnerId? actsFor)
    {
        var session = Of(http.User);
        if (session is { } id) await sessions.TakeSecondStep(id, http.RequestAborted);
        await SignIn(http, member, session, actsFor, twoSteps: true);
    }

    public async Task End(HttpContext http)
    {
        if (Of(http.User) is { } session && Guid.TryParse(http.User.FindFirstValue(CurrentMember.MemberClaim), out var member))
        {
            await sessions.End(new(member), session, http.RequestAborted);
            await audit.Note(AuditKind.SignOut);
        }
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Takes the cookie away of somebody whose sessions are gone already.</summary>
    public static Task Forget(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    public static Guid? Of(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>Whether the session's person has shown both steps.</summary>
    public static bool HasTwoSteps(ClaimsPrincipal? user) => user?.HasClaim(claim => claim.Type == TwoStepsClaim) == true;

    internal static Task SignIn(HttpContext http, MemberId member, Guid? session, PartnerId? actsFor, bool twoSteps = false)
    {
        string id = member.Value.ToString("D");
        // By the second one forms are sealed: what stood open on a page can still be sent after signing in again, by the same person.
        var claims = new List<Claim> { new(CurrentMember.MemberClaim, id), new(ClaimTypes.NameIdentifier, id) };
        if (session is { } open) claims.Add(new(SessionClaim, open.ToString("D")));
        if (twoSteps) claims.Add(new(TwoStepsClaim, "true"));
        if (actsFor is { } partner) claims.Add(new(CurrentMember.ForClaim, partner.Value));
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme, CurrentMember.MemberClaim, null);
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }
}

/// <summary>Asks, for each request with a cookie, whether its session still goes on.</summary>
public sealed class SessionCheck(SessionStore sessions, IHostEnvironment environment)
{
    public async Task Validate(CookieValidatePrincipalContext context)
    {
        if (await IsOpen(context.Principal, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async ValueTask<bool> IsOpen(ClaimsPrincipal? user, CancellationToken ct)
    {
        if (!Guid.TryParse(user?.FindFirstValue(CurrentMember.MemberClaim), out var member)) return false;
        // Demo members have no session; a cookie of theirs is worth nothing elsewhere.
        return MemberSessions.Of(user) is { } session ? await sessions.Open(session, new(member), ct) is not null : environment.IsDevelopment();
    }
}
