using System.Globalization;
using NodaTime;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Wheel;

/// <summary>What stands still behind the entries: rings, months, quarters, weeks and the middle.</summary>
internal static class FrameDrawing
{
    public const double WeekInner = 434;
    public const double WeekOuter = 455;
    public const double RimOuter = 496;
    public const double HubRadius = 126;

    private const double MonthSize = 25;

    public static string Draw(YearCircle year, IReadOnlyList<Band> bands, PartnershipView partnership, WheelOptions options)
    {
        var m = new Markup().Open("g").With("id", WheelPicture.FrameId);
        DrawRings(m, bands);
        DrawWeeks(m, year);
        DrawMonths(m, year, options);
        m.Open("g").With("class", "wheel-names").With("aria-hidden", "true");
        RingNames.Draw(m, bands);
        m.Close();
        HubDrawing.Draw(m, year, partnership, options);
        DrawNeighbour(m, year.Year - 1, 12, "start", "‹ {0}", partnership, options);
        DrawNeighbour(m, year.Year + 1, 988, "end", "{0} ›", partnership, options);
        return m.Close().ToString();
    }

    private static void DrawNeighbour(Markup m, int year, double x, string anchor, string text, PartnershipView partnership, WheelOptions options)
    {
        if (options.YearHref is null || !partnership.Years.Any(cycle => cycle.Year == year)) return;
        string number = year.ToString(CultureInfo.InvariantCulture);
        m.Open("a").With("class", "wheel-neighbour").With("href", options.YearHref(year))
            .With("aria-label", $"{WheelWords.In(options.Language).Wheel} {number}")
            .Open("text").With("x", x).With("y", 36).With("text-anchor", anchor)
            .Text(text.Replace("{0}", number, StringComparison.Ordinal)).Close().Close();
    }

    private static void DrawRings(Markup m, IReadOnlyList<Band> bands)
    {
        m.Open("g").With("class", "wheel-rings").With("aria-hidden", "true");
        foreach (var band in bands)
        {
            m.Open("circle").With("class", $"wheel-track wheel-ring-{band.Ring.Colour.ToString(CultureInfo.InvariantCulture)}")
                .With("cx", Polar.Centre).With("cy", Polar.Centre)
                .With("r", (band.Inner + band.Outer) / 2).With("stroke-width", band.Outer - band.Inner).Close();
        }
        m.Close();
    }

    private static void DrawWeeks(Markup m, YearCircle year)
    {
        m.Open("g").With("class", "wheel-weeks").With("aria-hidden", "true");
        double radius = (WeekInner + WeekOuter) / 2;
        var ticks = new System.Text.StringBuilder();
        foreach (var (week, monday, sweep) in year.Weeks())
        {
            if (monday >= year.First) ticks.Append(Polar.Spoke(WeekInner, WeekInner + 6, sweep.From));
            if (sweep.Width < 3) continue;
            double angle = sweep.Middle;
            double turn = angle is > 90 and < 270 ? angle + 180 : angle;
            m.Open("text").With("class", "wheel-week")
                .With("transform", $"translate({Polar.At(radius, angle)}) rotate({Polar.Number(turn)})").With("dy", 4.5)
                .Text(week.ToString(CultureInfo.InvariantCulture)).Close();
        }
        m.Open("path").With("class", "wheel-tick").With("d", ticks.ToString()).Close().Close();
    }

    private static void DrawMonths(Markup m, YearCircle year, WheelOptions options)
    {
        m.Open("g").With("class", "wheel-months");
        m.Open("circle").With("class", "wheel-rim").With("cx", Polar.Centre).With("cy", Polar.Centre)
            .With("r", (WeekOuter + RimOuter) / 2).With("stroke-width", RimOuter - WeekOuter).Close();
        for (int month = 1; month <= 12; month++)
        {
            var first = new LocalDate(year.Year, month, 1);
            bool quarter = month % 3 == 1;
            string kind = month == 1 ? "wheel-spoke wheel-new-year" : quarter ? "wheel-spoke wheel-quarter" : "wheel-spoke";
            m.Open("path").With("class", kind).With("d", Polar.Spoke(WheelLayout.Inner, RimOuter, year.Start(first))).Close();
            DrawMonthName(m, year.Within(first, first.PlusMonths(1).PlusDays(-1))!.Value, month, options);
        }
        m.Close();
    }

    private static void DrawMonthName(Markup m, Sweep sweep, int month, WheelOptions options)
    {
        bool reversed = sweep.Middle is > 90 and < 270;
        double baseline = (WeekOuter + RimOuter) / 2 + (reversed ? 0.34 : -0.34) * MonthSize;
        string number = month.ToString(CultureInfo.InvariantCulture);
        string id = $"wheel-month-{number}";
        m.Open("path").With("id", id).With("class", "wheel-line").With("d", Polar.Arc(baseline, sweep, reversed)).Close();
        if (options.MonthHref is { } href) m.Open("a").With("class", "wheel-month-link").With("href", href(month)).With("data-month", number);
        else m.Open("g").With("aria-hidden", "true");
        m.Open("text").With("class", "wheel-month").Open("textPath").With("href", $"#{id}").With("startOffset", "50%")
            .Text(CalendarNames.Month(month, options.Language)).Close().Close().Close();
    }
}
