using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Api;

/// <summary>One's own account and sessions, as the page of one's account has them. A token of the API has no part in them.</summary>
public static class AccountApi
{
    private const string Sessions = "/account/sessions";

    public static void MapAccountApi(this IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("").WithTags("Account").Shows(View.Account);
        own.MapGet("/account", Show).Produces<AccountResource>().ProducesProblem(401).ProducesProblem(404)
            .WithName("GetAccount").WithSummary("Your own account: what you are called, your address, your language, whether there is a second step.");
        own.MapGet(Sessions, List).Produces<SessionResource[]>().ProducesProblem(401)
            .WithName("ListSessions").WithSummary("Where you are signed in, the session used last first.");
        own.MapDelete(Sessions + "/{session:guid}", End).Produces(StatusCodes.Status204NoContent).ProducesProblem(401)
            .WithName("EndSession").WithSummary("Ends one session of yours. One that has ended already stays so.");
        own.MapDelete(Sessions, EndAll).Produces(StatusCodes.Status204NoContent).ProducesProblem(401)
            .WithName("EndSessions").WithSummary("Ends all sessions of yours, this one too.");
    }

    private static async Task<IResult> Show(HttpContext http, CurrentMember member, [FromServices] PersonsStore persons, [FromServices] SecondStepStore steps, ApiProblems problems)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await persons.Find(member.Id!.Value, http.RequestAborted) is { } person
            ? TypedResults.Ok(new AccountResource(
                person.Id, person.Name.Length > 0 ? person.Name : null, person.Email, person.Language, person.Since, member.For, await steps.IsOn(member.Id!.Value, http.RequestAborted)))
            : problems.NotFound();
    }

    private static async Task<Ok<IEnumerable<SessionResource>>> List(HttpContext http, CurrentMember member, [FromServices] SessionStore sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        var own = MemberSessions.Of(http.User);
        return TypedResults.Ok((await sessions.Of(member.Id!.Value, http.RequestAborted)).Select(s => new SessionResource(s.Id, s.Browser, s.Way, s.TwoSteps, s.Since, s.LastSeen, s.Id == own)));
    }

    private static async Task<NoContent> End(HttpContext http, Guid session, CurrentMember member, [FromServices] SessionStore sessions, AuditNotes audit)
    {
        await sessions.End(member.Id!.Value, session, http.RequestAborted);
        await audit.Note(AuditKind.SessionsEnded, "one");
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndAll(HttpContext http, CurrentMember member, [FromServices] SessionStore sessions, AuditNotes audit)
    {
        await sessions.EndAll(member.Id!.Value, null, http.RequestAborted);
        await audit.Note(AuditKind.SessionsEnded, "all");
        return TypedResults.NoContent();
    }
}

/// <summary>Somebody's own account.</summary>
/// <param name="Id">By which the person is named in what others read.</param>
/// <param name="Name">What others see the person called; absent before they said it.</param>
/// <param name="Email">Where links to sign in by are sent.</param>
/// <param name="Language">Of the mails: <c>fi</c>, <c>sv</c> or <c>en</c>.</param>
/// <param name="Since">Since when there is the account, UTC.</param>
/// <param name="For">The organisation for which the person acts in this session; absent for none.</param>
/// <param name="HasSecondStep">Whether signing in needs a code of an app.</param>
public sealed record AccountResource(Guid Id, string? Name, string? Email, string Language, Instant Since, PartnerId? For, bool HasSecondStep);

/// <summary>Being signed in, in one browser.</summary>
/// <param name="Browser">Which browser and system it says it is, such as <c>Firefox, Windows</c>; empty when it says neither.</param>
/// <param name="Way">By what the person came in: <c>link</c>, <c>code</c>, <c>passkey</c>, <c>provider</c> or <c>first-start</c>.</param>
/// <param name="TwoSteps">Whether both steps were shown.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="LastSeen">The day on which it was used last, in Helsinki.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record SessionResource(Guid Id, string Browser, string Way, bool TwoSteps, Instant Since, LocalDate LastSeen, bool IsThis);
