using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Wheel;

/// <summary>Today: a hand from the middle to the rim, with the date on a flag among the weeks. Not on paper, where today is soon over.</summary>
internal static class HandDrawing
{
    private const double Size = 14.5;

    public static string Draw(YearCircle year, WheelOptions options)
    {
        var m = new Markup().Open("g").With("id", WheelPicture.HandId).With("aria-hidden", "true");
        if (options.Use != WheelUse.Print && options.Today is { } today && today.Year == year.Year)
        {
            double angle = (year.Start(today) + year.End(today)) / 2;
            m.Open("path").With("class", "wheel-hand").With("d", Polar.Spoke(FrameDrawing.HubRadius, FrameDrawing.WeekInner, angle)).Close();
            m.Open("circle").With("class", "wheel-hand-root").With("cx", Polar.X(FrameDrawing.HubRadius, angle)).With("cy", Polar.Y(FrameDrawing.HubRadius, angle)).With("r", 5).Close();
            DrawFlag(m, angle, $"{WheelWords.In(options.Language).Today} {TimeInWords.Date(today, options.Language, withYear: false)}");
        }
        return m.Close().ToString();
    }

    private static void DrawFlag(Markup m, double angle, string text)
    {
        const double radius = (FrameDrawing.WeekInner + FrameDrawing.WeekOuter) / 2;
        const double half = (FrameDrawing.WeekOuter - FrameDrawing.WeekInner) / 2;
        double wide = Sweep.Degrees(LabelText.Width(text, Size) * 1.15 + 20, radius);
        bool reversed = angle is > 90 and < 270;
        var sweep = new Sweep(angle - wide / 2, angle + wide / 2);
        m.Open("path").With("class", "wheel-flag").With("d", Polar.Bar(radius, half, sweep, openStart: false, openEnd: false)).Close();
        m.Open("path").With("id", "wheel-flag-line").With("class", "wheel-line").With("d", Polar.Arc(radius + (reversed ? 0.35 : -0.35) * Size, sweep, reversed)).Close();
        m.Open("text").With("class", "wheel-flag-text").Open("textPath").With("href", "#wheel-flag-line").With("startOffset", "50%").Text(text).Close().Close();
    }
}
