using System.Globalization;
using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Wheel;

/// <summary>
/// A ring with more activities than can be told apart: a cell per ISO week, the darker the more there are, each a link to the first
/// of them in the list.
/// </summary>
internal static class HeapDrawing
{
    /// <summary>Upper bounds of the shades.</summary>
    private static readonly int[] Shades = [2, 5, 10, 20];

    /// <summary>A ring thinner than this shows no counts.</summary>
    private const double ThickEnough = 20;

    public static IEnumerable<WheelEntry> Draw(Band band, int place, YearCircle year, WheelOptions options)
    {
        var words = WheelWords.In(options.Language);
        foreach (var (week, monday, sweep) in year.Weeks())
        {
            var within = band.Ring.Marks.Where(mark => mark.Sweeps.Any(s => s.From < sweep.To && s.To > sweep.From)).ToList();
            if (within.Count == 0) continue;
            string id = $"w-ring-{I(place)}-{monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
            string span = TimeInWords.Span(monday, monday.PlusDays(6), options.Language, withYear: false);
            string text = $"{words.Week} {I(week)}, {span}: {words.Count(within.Count)}, {band.Ring.Name}";
            int shade = Shades.Count(bound => within.Count > bound) + 1;
            var first = within.FirstOrDefault(mark => mark.Whole.From >= sweep.From) ?? within[0];
            var m = new Markup().Open("a").With("id", id).With("class", $"wheel-heap wheel-ring-{I(band.Ring.Colour)} is-shade-{I(shade)}")
                .With("href", options.Href(first.Activity.Id)).With("data-month", I(monday < year.First ? 1 : monday.Month)).With("data-entry", "").With("aria-label", text);
            m.Open("title").Text(text).Close();
            m.Open("path").With("class", "wheel-mark").With("d", Polar.Sector(band.Inner + 1, band.Outer - 1, sweep)).Close();
            DrawCount(m, band, sweep, within.Count);
            yield return new WheelEntry(id, null, m.Close().ToString());
        }
    }

    private static void DrawCount(Markup m, Band band, Sweep sweep, int count)
    {
        double radius = (band.Inner + band.Outer) / 2;
        string text = I(count);
        if (LabelText.Width(text, 12) + 3 > sweep.Length(radius) || band.Outer - band.Inner < ThickEnough) return;
        double angle = sweep.Middle;
        double turn = angle is > 90 and < 270 ? angle + 180 : angle;
        m.Open("text").With("class", "wheel-count").With("transform", $"translate({Polar.At(radius, angle)}) rotate({Polar.Number(turn)})").With("dy", 4.5)
            .Text(text).Close();
    }

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);
}
