using System.Globalization;

namespace Vuosikello.Projections.Wheel;

/// <summary>Writes each ring's name into the ring itself, in the first stretch of a lane that nothing else needs.</summary>
internal static class RingNames
{
    private const double Size = 16;
    private const double Air = 24;
    private const double Bold = 1.12;

    /// <summary>A lane whose marks are thinner has no room for a name.</summary>
    private const double LeastHalf = 7;

    public static void Draw(Markup m, IReadOnlyList<Band> bands)
    {
        for (int i = 0; i < bands.Count; i++)
        {
            var band = bands[i];
            if (band.Detail == Detail.Heaps && band.Ring.Marks.Length > 0) continue;
            if (Place(band) is not { } place) continue;
            bool reversed = place.Sweep.Middle is > 90 and < 270;
            string id = $"wheel-name-{(i + 1).ToString(CultureInfo.InvariantCulture)}";
            m.Open("path").With("id", id).With("class", "wheel-line").With("d", Polar.Arc(place.Radius + (reversed ? 0.34 : -0.34) * Size, place.Sweep, reversed)).Close();
            m.Open("text").With("class", $"wheel-name wheel-ring-{band.Ring.Colour.ToString(CultureInfo.InvariantCulture)}").With("lang", band.Ring.Language)
                .Open("textPath").With("href", $"#{id}").With("startOffset", "50%").Text(LabelText.Fit(band.Ring.Name, Size, double.MaxValue, 32)).Close().Close();
        }
    }

    private static (double Radius, Sweep Sweep)? Place(Band band)
    {
        double width = LabelText.Width(LabelText.Fit(band.Ring.Name, Size, double.MaxValue, 32), Size) * Bold + Air;
        if (band.Marks.Length == 0) return At((band.Inner + band.Outer) / 2, []);
        return band.Marks.Where(placed => placed.Half >= LeastHalf)
            .GroupBy(placed => placed.Radius)
            .OrderByDescending(lane => lane.Key)
            .Select(lane => At(lane.Key, [.. lane.Select(placed => placed.Taken).OrderBy(taken => taken.From)]))
            .FirstOrDefault(place => place is not null);

        (double Radius, Sweep Sweep)? At(double radius, IReadOnlyList<Sweep> taken)
        {
            double needed = Sweep.Degrees(width, radius);
            double free = taken.Count == 0 ? 0 : Math.Max(0, taken.Max(t => t.To) - 360);
            double end = taken.Count == 0 ? 360 : Math.Min(360, taken[0].From + 360);
            foreach (var next in taken.Append(new Sweep(end, end)))
            {
                if (next.From - free >= needed) return (radius, new Sweep(free, free + needed));
                free = Math.Max(free, next.To);
            }
            return null;
        }
    }
}
