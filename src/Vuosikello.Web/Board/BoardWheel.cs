using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Wheel;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Board;

/// <summary>The wheel beside the list: the same picture for the page and for those who look at it already.</summary>
public sealed class BoardWheel(IBoardViews boards, IClock clock)
{
    private readonly ConditionalWeakTable<BoardView, Drawn> _kept = [];

    /// <summary>The wheel as it is now. What runs over New Year is drawn from the year before.</summary>
    public WheelPicture Draw(BoardView board, PartnershipView partnership, BoardQuery query, string language) =>
        Draw(board, partnership, boards.Find(board.Cycle with { Year = board.Cycle.Year - 1 }), clock.Today(), query, language);

    /// <summary>The wheel of a board that need not be that of now; the links to the years keep the reader's whole query.</summary>
    public WheelPicture Draw(BoardView board, PartnershipView partnership, BoardView? previous, LocalDate today, BoardQuery query, string language)
    {
        var wanted = new Wanted(query, language, partnership, previous, today);
        if (_kept.TryGetValue(board, out var kept) && kept.Wanted == wanted) return kept.Picture;
        var options = new WheelOptions(
            language, query.AreaRings ? WheelRings.Areas : WheelRings.Themes, wanted.Today,
            activity => PastAddresses.At(BoardAddresses.Of(board.Cycle, activity), query.At), query.Filter.IsEmpty ? null : query.Filter.Matches)
        {
            Previous = previous,
            YearHref = year => query.On(board.Cycle with { Year = year }),
        };
        var picture = WheelRenderer.Render(board, partnership, options);
        // The last looks are enough: most boards are looked at in one way by many.
        _kept.AddOrUpdate(board, new Drawn(wanted, picture));
        return picture;
    }

    /// <summary>The whole picture, in the groups that the live board changes.</summary>
    public static string Svg(WheelPicture picture)
    {
        var svg = new StringBuilder(picture.Open);
        Group(svg, WheelPicture.GroundId).Append(picture.Frame).Append(picture.Hand).Append("</g>");
        Group(svg, WheelPicture.EntriesId);
        foreach (var entry in picture.Entries) svg.Append(entry.Markup);
        return svg.Append("</g>").Append(picture.Close).ToString();
    }

    /// <summary>What stands behind the entries, the entries, and the legend.</summary>
    public static IEnumerable<Fragment> Fragments(WheelPicture picture) =>
    [
        new(WheelPicture.FrameId, WheelPicture.GroundId, picture.Frame),
        new(WheelPicture.HandId, WheelPicture.GroundId, picture.Hand),
        .. picture.Entries.Select(entry => new Fragment(entry.Id, WheelPicture.EntriesId, entry.Markup)),
        new(WheelPicture.LegendId, LegendPlace, picture.Legend),
    ];

    /// <summary>The id of the element that holds the legend.</summary>
    public const string LegendPlace = "wheel-legend-place";

    private static StringBuilder Group(StringBuilder svg, string id) => svg.Append("<g id=\"").Append(id).Append("\" data-fragments=\"\">");

    private sealed record Wanted(BoardQuery Query, string Language, PartnershipView Partnership, BoardView? Previous, LocalDate Today);

    private sealed record Drawn(Wanted Wanted, WheelPicture Picture);
}
