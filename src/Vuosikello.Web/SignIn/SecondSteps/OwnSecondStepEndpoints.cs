using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Safety;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.SignIn.SecondSteps;

/// <summary>Turning one's own second step on and off.</summary>
internal static class OwnSecondStepEndpoints
{
    public const string Address = AccountEndpoints.Address + "/second-step";

    public static void MapOwnSecondStep(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup(Address).Shows(View.Account).WithBothStepsOnceThereAreTwo();
        own.MapGet("", Show);
        own.MapPost("", TurnOn);
        own.MapPost("/off", TurnOff).Sealed();
    }

    private static async Task<IResult> Show(
        HttpContext http, CurrentMember member, SecondStepStore steps, PersonsStore persons, SecondStepPolicy policy, IMembershipViews memberships)
    {
        var id = member.Id!.Value;
        if (await persons.Find(id, http.RequestAborted) is not { } person) return TypedResults.NotFound();
        if (!await steps.IsOn(id, http.RequestAborted)) return Offered(http, person, policy.IsAskedOf(id, memberships), steps.Offer(id), wrong: false);
        int left = await steps.CodesLeft(id, http.RequestAborted);
        return new RazorComponentResult<OwnSecondStepPage>(new { CodesLeft = left, IsAsked = policy.IsAskedOf(id, memberships) });
    }

    private static async Task<IResult> TurnOn(
        HttpContext http, CurrentMember member, SecondStepStore steps, PersonsStore persons, SecondStepPolicy policy, IMembershipViews memberships, SessionStore sessions,
        MemberSessions own, AccountChanges changes, [FromForm] string? offered, [FromForm] string? code)
    {
        var (id, ct) = (member.Id!.Value, http.RequestAborted);
        if (await persons.Find(id, ct) is not { } person) return TypedResults.NotFound();
        if (await steps.IsOn(id, ct)) return SeeOther.To(Address);
        if (await steps.TurnOn(id, offered ?? "", code ?? "", ct) is not { } codes)
            return Offered(http, person, policy.IsAskedOf(id, memberships), steps.KeyOf(id, offered ?? "") is { } key ? (key, offered!) : steps.Offer(id), wrong: true);
        await changes.Tell(AuditKind.SecondStepOn, id);
        // Whoever else is signed in as this person has shown one step only.
        await sessions.EndAll(id, MemberSessions.Of(http.User), ct);
        await own.TakeSecondStep(http, id, member.For);
        NotKept(http);
        return new RazorComponentResult<RecoveryCodesPage>(new { Codes = codes });
    }

    private static async Task<IResult> TurnOff(HttpContext http, CurrentMember member, SecondStepStore steps, AccountChanges changes)
    {
        var id = member.Id!.Value;
        await steps.TurnOff(id, http.RequestAborted);
        await changes.Tell(AuditKind.SecondStepOff, id);
        return SeeOther.To(AccountEndpoints.Address, DoneCodes.Removed);
    }

    private static RazorComponentResult<OfferedSecondStepPage> Offered(HttpContext http, Person person, bool isAsked, (byte[] Key, string Sealed) offer, bool wrong)
    {
        NotKept(http);
        string key = Totp.Base32(offer.Key);
        // The form in which apps read it (Key Uri Format of the authenticators).
        string address = $"otpauth://totp/Vuosikello:{Uri.EscapeDataString(person.Email ?? "")}?secret={key}&issuer=Vuosikello&algorithm=SHA1&digits=6&period=30";
        return new(new { Key = key, Offer = offer.Sealed, Picture = QrPicture.Of(address), IsAsked = isAsked, Wrong = wrong })
        {
            StatusCode = wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    private static void NotKept(HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
