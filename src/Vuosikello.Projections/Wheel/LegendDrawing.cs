using System.Globalization;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Wheel;

/// <summary>Which ring is what and which form is which status: as a list for a page, or below the wheel where the picture stands alone.</summary>
internal static class LegendDrawing
{
    private const double Row = 32;
    private const double Size = 19;
    private const int MostRings = 16;
    private const int Columns = 2;
    private static readonly ActivityStatus[] Statuses = [ActivityStatus.Proposed, ActivityStatus.Confirmed, ActivityStatus.Held, ActivityStatus.Cancelled];

    /// <summary>Where a picture with its legend ends.</summary>
    public static double Bottom(IReadOnlyList<Ring> rings) => 1066 + (Math.Min(rings.Count, MostRings) + Columns - 1) / Columns * Row;

    /// <summary>The rings from the outside in, as HTML.</summary>
    public static string List(IReadOnlyList<Ring> rings)
    {
        var m = new Markup().Open("ul").With("id", WheelPicture.LegendId).With("class", "wheel-legend");
        foreach (var ring in rings)
        {
            m.Open("li").With("class", $"wheel-ring-{I(ring.Colour)}").Open("span").With("class", "wheel-swatch").With("aria-hidden", "true").Close();
            m.Open("span").With("lang", ring.Language).Text(ring.Name).Close().Close();
        }
        return m.Close().ToString();
    }

    /// <summary>The end of the picture, with the legend unless the page has its own.</summary>
    public static string Closing(IReadOnlyList<Ring> rings, WheelOptions options)
    {
        if (options.Use == WheelUse.Board) return "</svg>";
        var m = new Markup().Open("g").With("class", "wheel-key");
        for (int i = 0; i < Math.Min(rings.Count, MostRings); i++)
        {
            double x = 30 + i % Columns * 480, y = 1034 + i / Columns * Row;
            m.Open("g").With("class", $"wheel-ring-{I(rings[i].Colour)}");
            m.Open("circle").With("class", "wheel-key-dot").With("cx", x).With("cy", y - 6).With("r", 9).Close();
            m.Open("text").With("x", x + 16).With("y", y).Text(LabelText.Fit(rings[i].Name, Size, 430, 60)).Close().Close();
        }
        double below = Bottom(rings) - 18;
        for (int i = 0; i < Statuses.Length; i++) Status(m, Statuses[i], 30 + i * 240, below, options.Language);
        return m.Close() + "</svg>";
    }

    private static void Status(Markup m, ActivityStatus status, double x, double y, string language)
    {
        m.Open("g").With("class", $"wheel-entry wheel-ring-8 is-{status.ToString().ToLowerInvariant()}");
        m.Open("circle").With("class", "wheel-mark").With("cx", x).With("cy", y - 6).With("r", 8).Close();
        string? sign = EntryDrawing.Sign(status, x, y - 6, 8);
        if (sign is not null) m.Open("path").With("class", "wheel-sign").With("d", sign).Close();
        m.Close().Open("text").With("x", x + 16).With("y", y).Text(WheelWords.In(language).Status(status)).Close();
    }

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);
}
