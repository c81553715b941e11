using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Guests;

namespace Vuosikello.Web.Api;

/// <summary>A round's guest links, for its coordinator. What is done by one is done on its pages.</summary>
public static class GuestLinkApi
{
    private const string All = "/partnerships/{partnership}/rounds/{round}/guest-links";

    public static void MapGuestLinkApi(this IEndpointRouteBuilder api)
    {
        var links = api.MapGroup("").WithTags("Comment rounds");
        links.MapGet(All, List).Shows(View.GuestLinks).Produces<GuestLinkResource[]>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .WithName("ListGuestLinks").WithSummary("A round's guest links, never their addresses; for the coordinator.");
        var make = links.MapPost(All, Make);
        make.WithName(nameof(MakeGuestLink)).Sends(typeof(MakeGuestLink))
            .WithSummary("Makes a link by which an organisation without an account gives its statement. Its address is in this answer only; sent again with its key the command makes no second one and tells no address.")
            .Accepts<GuestLinkBody>("application/json").Produces<GuestLinkAnswer>(StatusCodes.Status201Created);
        foreach (int status in (int[])[400, 401, 403, 404, 415, 422, 503]) make.ProducesProblem(status);
        links.Command("DELETE", All + "/{link:guid}", "Takes a guest link back.", r => new RevokeGuestLink(r.Round, new(r.Guid("link"))));
    }

    private static IResult List(string partnership, string round, IRoundViews rounds, ApiProblems problems)
    {
        var id = new RoundId(new(partnership), round);
        return rounds.Find(id) is { State: var found } ? TypedResults.Ok(found.GuestLinks.Select(GuestLinkResource.Of)) : problems.NotFound();
    }

    private static async Task<IResult> Make(
        string partnership, string round, HttpContext http, RequestReader reader, CommandAnswers answers, NewGuestLinks links, ApiProblems problems)
    {
        if (!Slug.IsValid(partnership) || !Slug.IsValid(round)) return problems.NotFound();
        var body = await reader.Body<GuestLinkBody>(http);
        var link = links.Of(new(new(partnership), round), new(reader.NewId(http)), body.Partner);
        return await answers.To(http, link.Command, done =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Created($"/api/partnerships/{partnership}/rounds/{round}/guest-links", new GuestLinkAnswer(
                link.Command.Link.Value, links.AddressOf(link, done, http.Request), done.Version, done.Position.Value, done.Repeated));
        });
    }
}

/// <param name="Partner">An invited organisation for which nobody holds a role.</param>
public sealed record GuestLinkBody(PartnerId Partner);

/// <summary>A guest link that was made.</summary>
/// <param name="Address">The whole address with its secret; absent when the command had been carried out before.</param>
/// <param name="Version">The round's version after it.</param>
/// <param name="Position">The position in the log of everything; views that have reached it show it.</param>
/// <param name="Repeated">True when it had been carried out before.</param>
public sealed record GuestLinkAnswer(Guid Id, string? Address, long Version, long Position, bool Repeated);

/// <summary>A guest link.</summary>
/// <param name="By">Who made it.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="IsUsed">A statement was sent by it.</param>
/// <param name="IsRevoked">It was taken back.</param>
public sealed record GuestLinkResource(Guid Id, PartnerId Partner, MemberId By, Instant Made, bool IsUsed, bool IsRevoked)
{
    public static GuestLinkResource Of(GuestLink link) => new(link.Id.Value, link.Partner, link.Made.By, link.Made.At, link.IsUsed, link.IsRevoked);
}
