using System.Collections.Immutable;
using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Wheel;

/// <summary>Draws the year wheel. The same board, partnership and options give the same bytes.</summary>
public static class WheelRenderer
{
    public static WheelPicture Render(BoardView board, PartnershipView partnership, WheelOptions options)
    {
        var year = new YearCircle(board.Cycle.Year);
        var marks = Marks(board, options, year);
        var rings = Ring.Of(partnership, options, marks, board.Activities);
        var bands = WheelLayout.Of(rings, options.Language);
        return new WheelPicture(
            Opening(board, partnership, options, marks.Count, LegendDrawing.Bottom(rings)),
            FrameDrawing.Draw(year, bands, partnership, options),
            HandDrawing.Draw(year, options),
            Entries(bands, year, options),
            LegendDrawing.Closing(rings, options),
            LegendDrawing.List(rings),
            board.Activities.Select((activity, i) => KeyValuePair.Create(activity.Id, i + 1)).ToImmutableDictionary());
    }

    private static List<Mark> Marks(BoardView board, WheelOptions options, YearCircle year)
    {
        var before = options.Previous?.Activities.Select(activity => (activity, 0)) ?? [];
        return [.. before
            .Concat(board.Activities.Select((activity, i) => (activity, i + 1)))
            .Where(a => options.Filter?.Invoke(a.Item1) ?? true)
            .Select(a => Mark.Of(a.Item1, a.Item2, year))
            .OfType<Mark>()
            .OrderBy(mark => mark.Whole.From)];
    }

    private static ImmutableArray<WheelEntry> Entries(ImmutableArray<Band> bands, YearCircle year, WheelOptions options)
    {
        var copies = new Dictionary<ActivityId, int>();
        var heaps = bands.Select((band, i) => (band, i)).Where(b => b.band.Detail == Detail.Heaps).SelectMany(b => HeapDrawing.Draw(b.band, b.i + 1, year, options));
        var single = bands
            .SelectMany(band => band.Marks.Select(placed => (placed, band.Ring)))
            .OrderBy(p => p.placed.Mark.Whole.From)
            .Select(p =>
            {
                int copy = copies[p.placed.Mark.Activity.Id] = copies.GetValueOrDefault(p.placed.Mark.Activity.Id) + 1;
                return KeptEntries.Draw(p.placed, p.Ring, copy, options);
            });
        return [.. heaps, .. single];
    }

    private static string Opening(BoardView board, PartnershipView partnership, WheelOptions options, int count, double bottom)
    {
        var words = WheelWords.In(options.Language);
        string title = $"{words.Wheel} {board.Cycle.Year.ToString(CultureInfo.InvariantCulture)}, {partnership.State.Name.In(options.Language)}";
        bool alone = options.Use != WheelUse.Board;
        var m = new Markup().Open("svg").With("xmlns", "http://www.w3.org/2000/svg").With("id", WheelPicture.Id).With("class", "wheel")
            .With("lang", options.Language).With("viewBox", alone ? $"0 0 1000 {Polar.Number(bottom)}" : "0 0 1000 1000")
            .With("role", "group").With("aria-labelledby", "wheel-svg-title").With("aria-describedby", "wheel-svg-desc");
        m.Open("title").With("id", "wheel-svg-title").Text(title).Close();
        m.Open("desc").With("id", "wheel-svg-desc").Text(count == 0 ? words.Empty : words.Count(count)).Close();
        if (alone) m.Open("style").Written(WheelStyle.Css).Close();
        Fades(m);
        return m.ToString();
    }

    /// <summary>What runs over New Year is masked away towards the top of the picture, where the year begins and ends.</summary>
    private static void Fades(Markup m)
    {
        m.Open("defs");
        Gradient("wheel-gradient-out", 0);
        Gradient("wheel-gradient-in", 1);
        Mask("wheel-fade-out", true, false);
        Mask("wheel-fade-in", false, true);
        Mask("wheel-fade-both", true, true);
        m.Close();

        void Gradient(string id, int shown)
        {
            m.Open("linearGradient").With("id", id);
            m.Open("stop").With("offset", 0).With("stop-color", "#000").With("stop-opacity", shown).Close();
            m.Open("stop").With("offset", 1).With("stop-color", "#000").With("stop-opacity", 1 - shown).Close().Close();
        }

        void Mask(string id, bool end, bool start)
        {
            m.Open("mask").With("id", id).With("maskUnits", "userSpaceOnUse").With("x", 0).With("y", 0).With("width", 1000).With("height", 1000);
            Box("#fff", 0, 1000, 1000);
            if (end) Box("url(#wheel-gradient-out)", 430, 70, 500);
            if (start) Box("url(#wheel-gradient-in)", 500, 70, 500);
            m.Close();
        }

        void Box(string fill, double x, double width, double height) =>
            m.Open("rect").With("x", x).With("y", 0).With("width", width).With("height", height).With("fill", fill).Close();
    }
}
