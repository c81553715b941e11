using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>
/// The page of a member's private calendar links. The address of a new one is in the answer to the form and nowhere else: no page, cookie or session keeps
/// it, so a reload, which sends the same command again, can make no second link and show no address.
/// </summary>
public static class CalendarLinkEndpoints
{
    private const string All = "/{partnership}/calendar-links";

    public static void MapCalendarLinks(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, Show).RequireAuthorization();
        app.MapPost(All, Create).RequireAuthorization();
        app.MapPost(All + "/{link:guid}/revoke", Revoke).RequireAuthorization();
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

        Keep(http, "no-store");
        return new RazorComponentResult<LinkMadePage>(new
        {
            shown.Partnership,
            link.Command.Link,
            link.Command.Kind,
            link.Command.Name,
            Address = links.AddressOf(link, done, http.Request),
        });
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
