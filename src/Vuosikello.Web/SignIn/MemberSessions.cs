using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Web.Audit;

namespace Vuosikello.Web.SignIn;

/// <summary>Signs persons in and out: a row in the accounts, and a cookie that names it.</summary>
public sealed class MemberSessions(SessionStore sessions, OrganisationsOf organisations, AuditNotes audit)
{
    /// <summary>The claim that holds the session's id. Demo members have none.</summary>
    public const string SessionClaim = "session";

    /// <returns>Where to go on: to the choice of an organisation for who acts for several, else back.</returns>
    public async Task<string> Begin(HttpContext http, MemberId member, string way, string? back)
    {
        var acting = organisations.Find(member);
        PartnerId? actsFor = acting.Count == 1 ? acting[0].Partner : null;
        var session = await sessions.Begin(member, BrowserName.Of(http.Request.Headers.UserAgent), way, twoSteps: way == Ways.Passkey, actsFor, http.RequestAborted);
        await audit.Note(AuditKind.SignIn, way, by: member);
        await SignIn(http, member, session.Id, actsFor);
        return acting.Count > 1 ? LocalAddress.With("/account/acting", back) : LocalAddress.Of(back);
    }

    /// <summary>From now on the session's member acts for an organisation, or for none.</summary>
    public async Task ActFor(HttpContext http, MemberId member, PartnerId? partner)
    {
        var session = Of(http.User);
        if (session is { } id) await sessions.ActFor(id, partner, http.RequestAborted);
        await SignIn(http, member, session, partner);
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

    public static Guid? Of(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(SessionClaim), out var id) ? id : null;

    internal static Task SignIn(HttpContext http, MemberId member, Guid? session, PartnerId? actsFor)
    {
        string id = member.Value.ToString("D");
        // By the second one forms are sealed: what stood open on a page can still be sent after signing in again, by the same person.
        var claims = new List<Claim> { new(CurrentMember.MemberClaim, id), new(ClaimTypes.NameIdentifier, id) };
        if (session is { } open) claims.Add(new(SessionClaim, open.ToString("D")));
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
