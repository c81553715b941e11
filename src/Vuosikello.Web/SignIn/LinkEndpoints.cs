using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Memberships;

namespace Vuosikello.Web.SignIn;

/// <summary>Signing in by a link that is mailed, or by the code beside it. See docs/adr/0029-accounts.md.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/link", Ask).RequireRateLimiting(TriesPolicy.Name).Shows(View.SignIn);
        app.MapGet("/sign-in/sent", ([FromQuery(Name = "return")] string? back) => Sent(back)).Shows(View.SignIn);
        app.MapPost("/sign-in/code", ByCode).RequireRateLimiting(TriesPolicy.Name).NotesRefused(Ways.Code).Shows(View.SignIn);
        app.MapGet("/sign-in/link/{secret}", Show).RequireRateLimiting(TriesPolicy.Name).Shows(View.SignInLink);
        app.MapPost("/sign-in/link/{secret}", ByLink).RequireRateLimiting(TriesPolicy.Name).NotesRefused(Ways.Link).Shows(View.SignInLink);
    }

    private static async Task<IResult> Ask(
        HttpContext http, AskForLink links, SignInLetters letters, SignInShown shown, Counts counts,
        [FromForm] string? email, [FromForm(Name = "return")] string? back)
    {
        if (!letters.CanSend) return shown.Page(back);
        if (!EmailAddress.TryRead(email, out var address)) return shown.Page(back, wrong: email ?? "");
        if (!await counts.Try(Limit.LinksFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return Busy();
        await links.Ask(address, AskedCookie.Leave(http), (secret, code) => letters.Link(http.Request, secret, code, back), http.RequestAborted, NetworkOf.Asker(http));
        return SeeOther.To(LocalAddress.With("/sign-in/sent", back));
    }

    private static RazorComponentResult Sent(string? back, bool wrong = false) =>
        new RazorComponentResult<LinkSentPage>(new { Return = LocalAddress.Of(back), Wrong = wrong })
        {
            StatusCode = wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    private static async Task<IResult> ByCode(
        HttpContext http, UseLink links, OpenInvitation invitation, MemberSessions sessions, Counts counts, [FromForm] string? code, [FromForm(Name = "return")] string? back)
    {
        if (!await counts.Try(Limit.TriesFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return Busy();
        string digits = string.Concat((code ?? "").Where(char.IsAsciiDigit).Take(20));
        return AskedCookie.Of(http) is { } browser && await links.ByCode(digits, browser, http.RequestAborted, invitation.IsAtHand(http)) is { } member
            ? await GoOn(http, sessions, member, Ways.Code, back)
            : Sent(back, wrong: true);
    }

    // Only looks: a mail scanner that opens every link, or a browser that fetches beforehand, uses nothing up.
    private static async Task<IResult> Show(HttpContext http, string secret, UseLink links, [FromQuery(Name = "return")] string? back) =>
        Page(await links.Look(secret, AskedCookie.Of(http), http.RequestAborted), back);

    private static async Task<IResult> ByLink(
        HttpContext http, string secret, UseLink links, OpenInvitation invitation, MemberSessions sessions, Counts counts, [FromForm(Name = "return")] string? back)
    {
        if (!await counts.Try(Limit.TriesFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return Busy();
        if (AskedCookie.Of(http) is { } browser && await links.ByLink(secret, browser, http.RequestAborted, invitation.IsAtHand(http)) is { } member)
            return await GoOn(http, sessions, member, Ways.Link, back);
        return Page(await links.Look(secret, AskedCookie.Of(http), http.RequestAborted) is var state && state == LinkState.Good ? LinkState.Gone : state, back);
    }

    private static async Task<IResult> GoOn(HttpContext http, MemberSessions sessions, MemberId member, string way, string? back)
    {
        AskedCookie.TakeAway(http);
        return SeeOther.To(await sessions.Begin(http, member, way, back));
    }

    private static RazorComponentResult Page(LinkState state, string? back) =>
        new RazorComponentResult<LinkPage>(new { State = state, Return = LocalAddress.Of(back) })
        {
            StatusCode = state == LinkState.Gone ? StatusCodes.Status410Gone : StatusCodes.Status200OK,
        };

    internal static RazorComponentResult Busy() => new RazorComponentResult<TooManyTriesPage> { StatusCode = StatusCodes.Status429TooManyRequests };
}
