using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.Past;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Board;

/// <summary>The planning board of a year.</summary>
public static class BoardEndpoints
{
    public static void AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<RenderedPieces>();
        services.AddSingleton<BoardWheel>();
        services.AddSingleton<BoardFragments>();
        services.AddSingleton<IBoardFragments>(s => s.GetRequiredService<BoardFragments>());
        services.AddLivePages<LiveBoards>();
    }

    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{partnership}", TheYear).Shows(View.Board);
        app.MapGet("/{partnership}/{year:int}", Show).SaysWhenPastIsBusy().Shows(View.Board);
    }

    private static IResult TheYear(string partnership, IPartnershipViews partnerships, IClock clock) =>
        partnerships.Find(new PartnershipId(partnership)) switch
        {
            { } found when RunningYear.Of(found, clock) is { } year => TypedResults.Redirect(BoardAddresses.Of(year.State.Id)),
            { } found => TypedResults.Redirect($"/{found.Id}/settings"),
            null => TypedResults.NotFound(),
        };

    private static async Task<IResult> Show(
        string partnership, int year, HttpContext http, IBoardViews boards, IPartnershipViews partnerships,
        IBoardFragments fragments, BoardWheel wheel, PastBoards past, Circle circle, MemberRights rights, IClock clock, CancellationToken ct)
    {
        var cycle = new CycleId(new PartnershipId(partnership), year);
        if (partnerships.Find(cycle.Partnership) is not { } found || boards.Find(cycle) is not { } board) return TypedResults.NotFound();

        var query = BoardQuery.Parse(http.Request.Query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))));
        var asked = AskedMoment.Of(http.Request, clock);
        if (asked.Past is not null) return await past.Show(cycle, query, asked, await circle.IsMember(http.User, cycle.Partnership, ct), ct);
        bool mayEdit = await rights.May<Domain.Activities.PlanActivity>(cycle.Partnership, ct);
        var key = new BoardKey(cycle, LanguageSetup.Current, query.ToQuery(), await circle.IsMember(http.User, cycle.Partnership, ct));
        var pieces = await fragments.Render(key, ct);
        return new RazorComponentResult<BoardPage>(new
        {
            Partnership = found,
            Board = board,
            Query = query,
            Key = key,
            Pieces = pieces ?? [],
            Wheel = wheel.Draw(board, found, query, key.Language),
            Today = clock.Today(),
            Filling = http.Request.Query.ContainsKey("filling"),
            MayEdit = mayEdit,
            MaySetUp = await rights.May<Domain.AnnualCycles.SetCycleEmphasis>(cycle.Partnership, ct),
            Asked = asked,
        })
        { StatusCode = asked.Status };
    }
}
