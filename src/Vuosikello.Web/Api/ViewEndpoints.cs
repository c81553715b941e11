using Microsoft.Net.Http.Headers;
using Vuosikello.Domain;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Api;

/// <summary>What can be read. The cycle is public; who did what is for members.</summary>
public static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("").WithTags("Views");
        views.MapGet("/partnerships", (Onlookers onlookers, HttpContext http) => TypedResults.Ok(onlookers.Partnerships(http.User).Select(ResourceMaker.Of)))
            .Shows(View.Front).WithName("ListPartnerships").WithSummary("The partnerships with their years: all public ones, and those of which you are a member. A token sees here what the public sees: ask for its partnership by name.");

        views.MapGet("/partnerships/{partnership}", async (string partnership, HttpContext http, IPartnershipViews all, IAsItWas past, AskedPast asked, ApiProblems problems) =>
                (asked.Moment(http) is { } at ? await past.Partnership(new(partnership), at, http.RequestAborted) : all.Find(new(partnership))) is { } found
                    ? TypedResults.Ok(ResourceMaker.Of(found)) : problems.NotFound())
            .Produces<PartnershipResource>().ProducesProblem(404).ShowsPast()
            .Shows(View.Partnership).WithName("GetPartnership").WithSummary("A partnership: its areas, themes, partners, working groups and years.");

        views.MapGet("/partnerships/{partnership}/years/{year:int}", Board)
            .Produces<BoardResource>().ProducesProblem(404).ShowsPast().WithMetadata(new BoardFilterParameters())
            .Shows(View.Board).WithName("GetBoard").WithSummary("A year's activities, filtered by area, theme, partner, status (each any number of times) and q.");

        views.MapGet("/partnerships/{partnership}/activities/{activity:guid}", Activity)
            .Produces<ActivityResource>().ProducesProblem(404).ShowsPast()
            .Shows(View.Activity).WithName("GetActivity").WithSummary("An activity; its ETag is the version that edits are based on.");

        views.MapGet("/partnerships/{partnership}/activities/{activity:guid}/history", History)
            .Produces<ChangeResource[]>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .Shows(View.ActivityChanges).WithName("GetActivityHistory").WithSummary("All changes of an activity, oldest first; for members.");
    }

    private static async Task<IResult> Board(
        string partnership, int year, HttpContext http, IBoardViews boards, IAsItWas past, AskedPast asked, Circle circle, ResourceMaker maker, ApiProblems problems)
    {
        var cycle = new CycleId(new(partnership), year);
        bool member = await circle.IsMember(http.User, cycle.Partnership, http.RequestAborted);
        var shown = asked.Moment(http) is not { } at ? boards.Find(cycle)
            : member ? await past.Board(cycle, at, http.RequestAborted)
            : await past.BoardForPublic(cycle, at, http.RequestAborted);
        if (shown is not { } board) return problems.NotFound();
        var filter = BoardFilter.Parse(http.Request.Query.SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)));
        var chosen = board.Activities.Where(filter.Matches).Select(a => maker.Of(a, member));
        return TypedResults.Ok(new BoardResource(cycle.Partnership, year, board.Position.Value, chosen));
    }

    private static async Task<IResult> Activity(
        string partnership, Guid activity, HttpContext http, IBoardViews boards, IAsItWas past, AskedPast asked, Circle circle, ResourceMaker maker, ApiProblems problems)
    {
        var shown = asked.Moment(http) is { } at ? await past.Activity(new(activity), at, http.RequestAborted) : boards.FindActivity(new(activity));
        if (shown is not { } found || found.State.Cycle.Partnership.Value != partnership) return problems.NotFound();
        bool member = await circle.IsMember(http.User, new(partnership), http.RequestAborted);
        http.Response.Headers[HeaderNames.ETag] = ETags.Of(found.State.Version);
        return TypedResults.Ok(maker.Of(found, member));
    }

    private static async Task<IResult> History(
        string partnership, Guid activity, HttpContext http, IActivityHistory history, ResourceMaker maker, ApiProblems problems)
    {
        var changes = await history.Of(new(activity), http.RequestAborted);
        if (changes is not [{ Event: Domain.Activities.ActivityPlanned planned }, ..] || planned.Cycle.Partnership.Value != partnership) return problems.NotFound();
        return TypedResults.Ok(changes.Select(maker.Of));
    }
}

/// <summary>Marks the endpoint that takes the board's filters.</summary>
public sealed record BoardFilterParameters;
