using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Safety;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Accounts;

/// <summary>One's own account: name, language, for whom one acts, and where one is signed in.</summary>
public static class AccountEndpoints
{
    public const string Address = "/account";

    public static void AddAccountPages(this IServiceCollection services) => services.AddScoped<AccountShown>();

    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup(Address).Shows(View.Account);
        account.MapGet("", (AccountShown shown, CancellationToken ct) => shown.Page(ct));
        account.MapPost("/details", Change);
        account.MapGet("/acting", ShowActing);
        account.MapPost("/acting", ActFor);
        account.MapPost("/sessions/end", End);
        account.MapPost("/sessions/end-others", EndOthers).Sealed();
        account.MapPost("/sessions/end-all", EndAll).Sealed();
    }

    private static async Task<IResult> Change(
        CurrentMember member, PersonsStore persons, AccountShown shown, AuditNotes audit, [FromForm] string? name, [FromForm] string? language, CancellationToken ct)
    {
        if (!PersonName.TryRead(name, out string? called)) return await shown.Page(ct, wrongName: name ?? "");
        if (language is null || !LanguageSetup.All.Contains(language)) return TypedResults.BadRequest();
        await persons.Change(member.Id!.Value, called, language, ct);
        await audit.Note(AuditKind.DetailsChanged);
        return SeeOther.To(Address, DoneCodes.Saved);
    }

    private static RazorComponentResult ShowActing(CurrentMember member, OrganisationsOf organisations, [FromQuery(Name = "return")] string? back) =>
        new RazorComponentResult<ActingPage>(new { All = organisations.Find(member.Id!.Value), Now = member.For, Return = LocalAddress.Of(back) });

    private static async Task<IResult> ActFor(
        HttpContext http, CurrentMember member, OrganisationsOf organisations, MemberSessions sessions, [FromForm] string? partner, [FromForm(Name = "return")] string? back)
    {
        var id = member.Id!.Value;
        PartnerId? chosen = string.IsNullOrEmpty(partner) ? null : new PartnerId(partner);
        // Only what one stands for: the command's rights would refuse the rest, but no page should say otherwise either.
        if (chosen is { } one && organisations.Find(id).All(o => o.Partner != one)) return TypedResults.NotFound();
        await sessions.ActFor(http, id, chosen);
        return SeeOther.To(LocalAddress.Of(back), DoneCodes.Saved);
    }

    private static async Task<IResult> End(HttpContext http, CurrentMember member, SessionStore sessions, AuditNotes audit, [FromForm] Guid session)
    {
        await sessions.End(member.Id!.Value, session, http.RequestAborted);
        await audit.Note(AuditKind.SessionsEnded, "one");
        return session == MemberSessions.Of(http.User) ? SeeOther.To("/") : SeeOther.To(Address, DoneCodes.SessionEnded);
    }

    private static async Task<IResult> EndOthers(HttpContext http, CurrentMember member, SessionStore sessions, AuditNotes audit)
    {
        await sessions.EndAll(member.Id!.Value, MemberSessions.Of(http.User), http.RequestAborted);
        await audit.Note(AuditKind.SessionsEnded, "others");
        return SeeOther.To(Address, DoneCodes.SessionEnded);
    }

    private static async Task<IResult> EndAll(HttpContext http, CurrentMember member, SessionStore sessions, MemberSessions own, AuditNotes audit)
    {
        await sessions.EndAll(member.Id!.Value, null, http.RequestAborted);
        await audit.Note(AuditKind.SessionsEnded, "all");
        await own.End(http);
        return SeeOther.To("/");
    }
}

/// <summary>Makes the page of one's own account.</summary>
public sealed class AccountShown(CurrentMember member, PersonsStore persons, SessionStore sessions, OrganisationsOf organisations, Passkeys passkeys, ExternalLogins logins, SecondStepStore secondSteps,
    IHttpContextAccessor http)
{
    /// <param name="ct">Stops the waiting.</param>
    /// <param name="wrongName">What was typed that is no name; null for nothing wrong.</param>
    /// <param name="passkeyFailed">True after a passkey that could not be taken.</param>
    public async Task<IResult> Page(CancellationToken ct, string? wrongName = null, bool passkeyFailed = false)
    {
        if (member.Id is not { } id || await persons.Find(id, ct) is not { } person) return TypedResults.NotFound();
        return new RazorComponentResult<AccountPage>(new
        {
            Person = person,
            Sessions = await sessions.Of(id, ct),
            This = MemberSessions.Of(http.HttpContext?.User),
            Acting = organisations.Find(id),
            Now = member.For,
            WrongName = wrongName,
            Passkeys = await passkeys.Of(id),
            PasskeyFailed = passkeyFailed,
            Logins = await logins.Of(id, ct),
            HasSecondStep = await secondSteps.IsOn(id, ct),
        })
        {
            StatusCode = wrongName is null && !passkeyFailed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
