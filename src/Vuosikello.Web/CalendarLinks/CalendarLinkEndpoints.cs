using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>
/// The page of a member's private calendar links. The address of a new one is on the page that the form leads to, once: no address, cookie or
/// session keeps it, and a reload shows it no more.
/// </summary>
public static class CalendarLinkEndpoints
{
    private const string All = "/{partnership}/calendar-links";

    public static void MapCalendarLinks(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, Show).Shows(View.CalendarLinks);
        app.MapPost(All, Create).Shows(View.CalendarLinks).Sends(typeof(CreateCalendarLink));
        app.MapGet(All + "/{link:guid}", ShowMade).Shows(View.CalendarLinks);
        app.MapPost(All + "/{link:guid}/revoke", Revoke).Shows(View.CalendarLinks).Sends(typeof(RevokeCalendarLink));
    }

    private static async Task<IResult> Show(string partnership, HttpContext http, CalendarLinkPages pages) =>
        await pages.Find(partnership, http.RequestAborted) is not { } shown ? TypedResults.NotFound()
        : CalendarLinkPages.IsFor(shown) ? Page(http, shown, FormValues.Empty.With("kind", FormName(CalendarLinkKind.Mine)), [], StatusCodes.Status200OK)
        : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Create(
        string partnership, IFormCollection form, HttpContext http, CurrentMember member, CalendarLinkPages pages, CommandSender commands, NewLinks links, INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        if (Kind(reader) is not { } kind) return Page(http, shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);

        var link = links.Of(new(shown.Partnership.Id, FormIds.Read(reader.Values, "link", ids)), kind, reader.Values["name"]);
        if (member.Id is not { } owner) return TypedResults.Forbid();
        if (links.Refusal(link.Command.Link, owner) is { } refusal) return Page(http, shown, reader.Values, [refusal], StatusCodes.Status422UnprocessableEntity);
        var outcome = await commands.Send(link.Command, FormIds.Read(reader.Values, "command", ids), http.RequestAborted);
        if (outcome is not Outcome.Done done) return outcome.Answer((problems, status) => Page(http, shown, reader.Values, problems, status));

        links.HandOver(http, link, done, owner);
        return SeeOther.To(LinkAddresses.Made(link.Command.Link));
    }

    private static async Task<IResult> ShowMade(string partnership, Guid link, HttpContext http, CurrentMember member, CalendarLinkPages pages, MadeLinks made)
    {
        if (member.Id is not { } owner || await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        if (shown.Revoked.Any(revoked => revoked.Link.Id.Value == link)) return SeeOther.To(LinkAddresses.All(shown.Partnership.Id));
        if (shown.Links.FirstOrDefault(own => own.Link.Id.Value == link) is not { } found) return TypedResults.NotFound();
        Keep(http, "no-store");
        return new RazorComponentResult<LinkMadePage>(new { Made = await made.Take(owner, shown.Partnership, found.Link, http.Request) });
    }

    private static async Task<IResult> Revoke(string partnership, Guid link, IFormCollection form, HttpContext http, CalendarLinkPages pages, CommandSender commands, INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        var outcome = await commands.Send(new RevokeCalendarLink(new(shown.Partnership.Id, link)), FormIds.Read(values, "command", ids), http.RequestAborted);
        return outcome is Outcome.Done
            ? SeeOther.To(LinkAddresses.All(shown.Partnership.Id), DoneCodes.LinkRevoked)
            : outcome.Answer((problems, status) => Page(http, shown, values, problems, status));
    }

    /// <summary>How a kind is named in the form.</summary>
    public static string FormName(CalendarLinkKind kind) => kind == CalendarLinkKind.SteeringGroup ? "steering-group" : "mine";

    private static CalendarLinkKind? Kind(FormReader form)
    {
        foreach (var kind in Enum.GetValues<CalendarLinkKind>())
            if (FormName(kind) == form.Values["kind"]) return kind;
        form.Refuse(FormProblems.NotAChoice, "kind");
        return null;
    }

    private static RazorComponentResult<LinksPage> Page(HttpContext http, LinksShown shown, FormValues values, IReadOnlyList<Problem> problems, int status)
    {
        Keep(http, "private, no-cache");
        return new(new { Shown = shown, Values = values, Problems = problems }) { StatusCode = status };
    }

    private static void Keep(HttpContext http, string how)
    {
        http.Response.Headers.CacheControl = how;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
