using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Wheel;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Board;

/// <summary>The pieces of a board, from the same components for the page and for those who look at it already.</summary>
public sealed class BoardFragments(
    IBoardViews boards, IPartnershipViews partnerships, IAgreementViews agreements, RenderedPieces pieces, BoardWheel wheel, IClock clock, FragmentRenderer renderer) : IBoardFragments
{
    public async ValueTask<IReadOnlyList<Fragment>?> Render(BoardKey key, CancellationToken ct)
    {
        if (boards.Find(key.Cycle) is not { } board || partnerships.Find(key.Cycle.Partnership) is not { } partnership) return null;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageSetup.Culture(key.Language);
        var query = BoardQuery.Parse(key.Query);
        return await Render(board, partnership, query, key, clock.Today(), wheel.Draw(board, partnership, query, key.Language), agreements.CommitmentsIn(key.Cycle));
    }

    /// <summary>The pieces of a board that need not be that of now.</summary>
    /// <param name="today">The day on which it is shown.</param>
    /// <param name="picture">Its wheel.</param>
    /// <param name="commitments">What agreements ask for in the year.</param>
    public async ValueTask<IReadOnlyList<Fragment>> Render(
        BoardView board, PartnershipView partnership, BoardQuery query, BoardKey key, LocalDate today, WheelPicture picture, IReadOnlyList<DueCommitment> commitments)
    {
        var shown = query.Filter.IsEmpty ? board.Activities : [.. board.Activities.Where(query.Filter.Matches)];

        var part = BoardPart.Of(shown, key.Cycle.Year, query.Month, today);
        return await renderer.Render(async fragments =>
        {
            foreach (var month in shown.GroupBy(a => a.FirstDay.Month))
            {
                if (!part.Shows(month.Key)) fragments.Add(await MonthLink(fragments, key.Cycle, query, month.Key, month.Count()));
                else foreach (var activity in month)
                    fragments.Add(await Kept(fragments, activity));
            }
            foreach (var due in commitments.Where(c => query.Filter.Partners.Count == 0 || query.Filter.Partners.Contains(c.Commitment.By)))
                await fragments.Add<DueCommitmentItem>(DueCommitmentItem.IdOf(due), "commitments", new { Due = due, Partnership = partnership.State, query.At, Then = query.At is null ? null : board });
            fragments.AddRange(BoardWheel.Fragments(picture));
            await fragments.Add<BoardCount>("board-count", "board-status", new { Shown = shown.Length, All = board.Activities.Length });
        });

        ValueTask<Fragment> Kept(FragmentRenderer.Pieces fragments, ActivityView activity)
        {
            int number = picture.Numbers.GetValueOrDefault(activity.Id);
            var linked = commitments.Of(activity.Id).ToValueList();
            return pieces.Get(activity, partnership, key, query.Table, number, linked, () => Piece(fragments, activity, partnership, key, query, number, linked));
        }
    }

    private static async Task<Fragment> Piece(FragmentRenderer.Pieces fragments, ActivityView activity, PartnershipView partnership, BoardKey key, BoardQuery query, int number,
        ValueList<DueCommitment> commitments) => query.Table
        ? new($"r-{activity.Id}", "rows", await fragments.Html<BoardRow>(new { Activity = activity, Partnership = partnership, Number = number, query.At }))
        : new($"a-{activity.Id}", $"month-{activity.FirstDay.Month}", await fragments.Html<BoardEntry>(new { Activity = activity, Partnership = partnership, Number = number, Commitments = commitments, key.Members, query.At }));

    private static async Task<Fragment> MonthLink(FragmentRenderer.Pieces fragments, CycleId cycle, BoardQuery query, int month, int count)
    {
        string id = FormattableString.Invariant($"month-closed-{month}");
        string html = await fragments.Html<BoardMonthLink>(new { Id = id, Cycle = cycle, Query = query, Month = month, Count = count });
        return new(id, query.Table ? "rows" : FormattableString.Invariant($"month-{month}"), html.Trim());
    }
}
