using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Rounds;

namespace Vuosikello.Web.Guests;

/// <summary>
/// The pages behind a guest link: the text that is commented on, its organisation's statement, and nothing else of the partnership. The address is the
/// right to them; opening it changes nothing. See docs/adr/0034-guest-links.md.
/// </summary>
public static class GuestEndpoints
{
    private const string One = "/{partnership}/rounds/{round}/guest/{secret}";

    public static void MapGuests(this IEndpointRouteBuilder app)
    {
        app.MapGet(One, Show).Shows(View.Guest);
        app.MapPost(One, Give).Shows(View.Guest).Sends(typeof(DraftStatement), typeof(SendStatement));
    }

    private static async Task<IResult> Show(string partnership, string round, string? clause, HttpContext http, GuestVisits visits, AuditNotes audit, IClock clock)
    {
        Keep(http);
        var visit = visits.Find(partnership, round, http);
        if (visit is not null) await audit.Note(AuditKind.GuestLinkUsed, "visit", partnership: visit.Context.Id.Partnership);
        return visit is { IsOpen: true } ? StatementEndpoints.Show(visit.Context, clause, clock.GetCurrentInstant()) : Page(visit, FormValues.Empty);
    }

    private static async Task<IResult> Give(
        string partnership, string round, string? clause, IFormCollection form, HttpContext http, GuestVisits visits,
        RoundContexts contexts, CommandSender commands, AuditNotes audit, IClock clock, INewIds ids)
    {
        Keep(http);
        var values = FormValues.Of(form);
        var visit = visits.Find(partnership, round, http);
        // The same form sent twice: the second time it has been sent already, and the page says so.
        if (visit is not { IsOpen: true }) return Page(visit, values);
        if (clause is not null) return await StatementEndpoints.Save(visit.Context, clause, values, contexts, commands, clock, ids, http.RequestAborted);
        var answer = await StatementEndpoints.Send(visit.Context, values, contexts, commands, clock, ids, http.RequestAborted);
        if (visits.Find(partnership, round, http) is { Link.IsUsed: true }) await audit.Note(AuditKind.GuestLinkUsed, "statement", partnership: visit.Context.Id.Partnership);
        return answer;
    }

    // What was typed when it came too late is shown to whoever typed it, and kept nowhere.
    private static RazorComponentResult<GuestPage> Page(GuestVisit? visit, FormValues typed) =>
        new(new { Visit = visit, Typed = typed["text"] })
        {
            StatusCode = visit switch
            {
                null => StatusCodes.Status404NotFound,
                { Refusal: null } or { Refusal.Code: ProblemCodes.RoundNotOpenYet } => StatusCodes.Status200OK,
                _ => StatusCodes.Status410Gone,
            },
        };

    private static void Keep(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
