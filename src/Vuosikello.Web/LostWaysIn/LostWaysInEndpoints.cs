using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Administration;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.LostWaysIn;

/// <summary>
/// For whoever has lost their telephone, or thinks that somebody else is in their account: an administrator takes away their passkeys and second step and
/// ends their sessions. What is left is the link by e-mail, so that the mailbox, which is theirs, is where they begin anew. They are told by mail.
/// </summary>
public static class LostWaysInEndpoints
{
    public const string Address = AdministrationEndpoints.Address + "/ways-in";

    public static void MapLostWaysIn(this IEndpointRouteBuilder app)
    {
        var ways = app.MapGroup(Address).Shows(View.Administration).WithBothStepsOnceThereAreTwo();
        ways.MapGet("", Show);
        ways.MapPost("", TakeAway);
    }

    private static async Task<IResult> Show(HttpContext http, string? email, PersonsStore persons, Passkeys passkeys, SecondStepStore steps, SessionStore sessions)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var ct = http.RequestAborted;
        if (!EmailAddress.TryRead(email, out var address) || await persons.Find(address, ct) is not { } person)
            return new RazorComponentResult<FindWaysInPage>(new { Email = email ?? "", NotFound = email is { Length: > 0 } });
        var member = new MemberId(person.Id);
        return Page(new(member, person.Name, (await passkeys.Of(member)).Count, await steps.IsOn(member, ct), (await sessions.Of(member, ct)).Count));
    }

    private static async Task<IResult> TakeAway(
        HttpContext http, CurrentMember administrator, PersonsStore persons, Passkeys passkeys, SecondStepStore steps, SessionStore sessions, AccountChanges changes, [FromForm] Guid member)
    {
        var (id, ct) = (new MemberId(member), http.RequestAborted);
        if (await persons.Find(id, ct) is null) return TypedResults.NotFound();
        // Begun, it is finished: half of it would leave whoever it is against with the other half.
        foreach (var passkey in await passkeys.Of(id)) await passkeys.Remove(id, passkey.CredentialId);
        await steps.TurnOff(id, CancellationToken.None);
        await sessions.EndAll(id, administrator.Id == id ? MemberSessions.Of(http.User) : null, CancellationToken.None);
        await changes.Tell(AuditKind.WaysInTakenAway, id, by: administrator.Id);
        return SeeOther.To(AdministrationEndpoints.Address, DoneCodes.WaysInTakenAway);
    }

    private static RazorComponentResult<WaysInPage> Page(WaysInShown shown) => new(new { Shown = shown });
}

/// <summary>By what somebody gets in, as an administrator is told.</summary>
/// <param name="Passkeys">How many.</param>
/// <param name="Sessions">How many are open now.</param>
public sealed record WaysInShown(MemberId Member, string Name, int Passkeys, bool HasSecondStep, int Sessions);
