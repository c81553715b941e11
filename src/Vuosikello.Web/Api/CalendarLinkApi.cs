using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Web.Access;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Api;

/// <summary>A member's own calendar links. The address of a new one is in the answer to its making and nowhere else.</summary>
public static class CalendarLinkApi
{
    private const string All = "/partnerships/{partnership}/calendar-links";

    public static void MapCalendarLinkApi(this IEndpointRouteBuilder api)
    {
        var links = api.MapGroup("").WithTags("Calendar links");
        links.MapGet(All, (string partnership, CalendarLinkPages pages) => TypedResults.Ok(pages.Own(new(partnership)).Select(CalendarLinkResource.Of)))
            .Shows(View.CalendarLinks).Produces<CalendarLinkResource[]>().ProducesProblem(401)
            .WithName("ListCalendarLinks").WithSummary("Your own calendar links in a partnership, revoked ones too, the newest first; never their addresses.");

        var create = links.MapPost(All, Create);
        create.WithName(nameof(CreateCalendarLink)).Sends(typeof(CreateCalendarLink))
            .WithSummary("Makes a secret address of a calendar feed. The address is in this answer only; sent again with its key the command makes no second link and tells no address.")
            .Accepts<CalendarLinkBody>("application/json").Produces<CalendarLinkMade>(StatusCodes.Status201Created);
        foreach (int status in (int[])[400, 401, 403, 404, 415, 422, 503]) create.ProducesProblem(status);

        links.Command("DELETE", All + "/{link:guid}", "Revokes a link of your own, for good.", r => new RevokeCalendarLink(new(r.Partnership, r.Guid("link"))));
    }

    private static async Task<IResult> Create(
        string partnership, HttpContext http, CurrentMember member, RequestReader reader, CommandAnswers answers, NewLinks links, ApiProblems problems)
    {
        if (member.Id is not { } owner) return problems.SignInFirst();
        if (!Slug.IsValid(partnership)) return problems.NotFound();
        var body = await reader.Body<CalendarLinkBody>(http);
        var link = links.Of(new(new(partnership), reader.NewId(http)), body.Kind, body.Name);
        if (links.Refusal(link.Command.Link, owner) is { } refusal) return problems.Refused([refusal]);
        return await answers.To(http, link.Command, done =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Created($"/api/partnerships/{partnership}/calendar-links", new CalendarLinkMade(
                link.Command.Link.Value, links.AddressOf(link, done, http.Request), done.Version, done.Position.Value, done.Repeated));
        });
    }
}

/// <param name="Name">What you call it; nobody else sees it.</param>
/// <param name="Kind"><c>mine</c>, or <c>steering-group</c> for its members and the coordinator.</param>
public sealed record CalendarLinkBody(string Name, CalendarLinkKind Kind);

/// <summary>A link that was made.</summary>
/// <param name="Address">The feed's whole address with its secret; absent when the command had been carried out before.</param>
/// <param name="Version">The version after it.</param>
/// <param name="Position">The position in the log of everything; views that have reached it show it.</param>
/// <param name="Repeated">True when it had been carried out before.</param>
public sealed record CalendarLinkMade(Guid Id, string? Address, long Version, long Position, bool Repeated);

/// <summary>A link of one's own.</summary>
/// <param name="Created">When it was made.</param>
/// <param name="Fetched">When its calendar was last fetched from this server since it started; absent for not.</param>
/// <param name="Revoked">When it was revoked; absent while it is in use.</param>
public sealed record CalendarLinkResource(Guid Id, string Name, CalendarLinkKind Kind, Instant Created, Instant? Fetched, Instant? Revoked)
{
    public static CalendarLinkResource Of(LinkShown shown) =>
        new(shown.Link.Id.Value, shown.Link.Name, shown.Link.Kind, shown.View.First.At, shown.Fetched, shown.Link.RevokedAt);
}
