using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Board;

/// <summary>The pieces of a board, from the same components for the page and for those who look at it already.</summary>
public sealed class BoardFragments(
    IBoardViews boards, IPartnershipViews partnerships, RenderedPieces pieces, BoardWheel wheel, IClock clock,
    IServiceScopeFactory scopes, ILoggerFactory loggers) : IBoardFragments
{
    public async ValueTask<IReadOnlyList<Fragment>?> Render(BoardKey key, CancellationToken ct)
    {
        if (boards.Find(key.Cycle) is not { } board || partnerships.Find(key.Cycle.Partnership) is not { } partnership) return null;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageSetup.Culture(key.Language);
        var query = BoardQuery.Parse(key.Query);
        var shown = query.Filter.IsEmpty ? board.Activities : [.. board.Activities.Where(query.Filter.Matches)];

        var part = BoardPart.Of(shown, key.Cycle.Year, query.Month, clock.Today());
        var picture = wheel.Draw(board, partnership, query, key.Language);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var fragments = new List<Fragment>();
            foreach (var month in shown.GroupBy(a => a.FirstDay.Month))
            {
                if (!part.Shows(month.Key)) fragments.Add(await MonthLink(renderer, key.Cycle, query, month.Key, month.Count()));
                else foreach (var activity in month)
                    fragments.Add(await pieces.Get(activity, partnership, key, query.Table, Number(activity), () => Piece(renderer, activity, partnership, key, query.Table, Number(activity))));
            }
            fragments.AddRange(BoardWheel.Fragments(picture));
            fragments.Add(new("board-count", "board-status", await Html<BoardCount>(renderer, new() { ["Shown"] = shown.Length, ["All"] = board.Activities.Length })));
            return (IReadOnlyList<Fragment>)fragments;
        });

        int Number(ActivityView activity) => picture.Numbers.GetValueOrDefault(activity.Id);
    }

    private static async Task<Fragment> Piece(HtmlRenderer renderer, ActivityView activity, PartnershipView partnership, BoardKey key, bool table, int number)
    {
        var parameters = new Dictionary<string, object?> { ["Activity"] = activity, ["Partnership"] = partnership, ["Number"] = number };
        if (table) return new($"r-{activity.Id}", "rows", await Html<BoardRow>(renderer, parameters));
        parameters["Members"] = key.Members;
        return new($"a-{activity.Id}", $"month-{activity.FirstDay.Month}", await Html<BoardEntry>(renderer, parameters));
    }

    private static async Task<Fragment> MonthLink(HtmlRenderer renderer, CycleId cycle, BoardQuery query, int month, int count)
    {
        string id = FormattableString.Invariant($"month-closed-{month}");
        var parameters = new Dictionary<string, object?> { ["Id"] = id, ["Cycle"] = cycle, ["Query"] = query, ["Month"] = month, ["Count"] = count };
        return new(id, query.Table ? "rows" : FormattableString.Invariant($"month-{month}"), (await Html<BoardMonthLink>(renderer, parameters)).Trim());
    }

    private static async Task<string> Html<TComponent>(HtmlRenderer renderer, Dictionary<string, object?> parameters) where TComponent : IComponent =>
        (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString();
}
