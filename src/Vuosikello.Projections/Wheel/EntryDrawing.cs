using System.Globalization;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Wheel;

/// <summary>Draws one activity in one ring: a link with its marks, its label and its text alternative.</summary>
internal static class EntryDrawing
{
    /// <param name="copy">1 in the first ring that the activity lies in, 2 in the next; only the first is in the keyboard's order.</param>
    public static WheelEntry Draw(PlacedMark placed, Ring ring, int copy, WheelOptions options)
    {
        var activity = placed.Mark.Activity;
        string id = copy == 1 ? $"w-{activity.Id}" : $"w-{activity.Id}-{copy.ToString(CultureInfo.InvariantCulture)}";
        string words = Words(placed.Mark, ring, options.Language);
        // Whoever speaks to the browser says the number that stands there (WCAG 2.5.3, label in name).
        if (placed is { Numbered: true, Label: { } number }) words = $"{number.Text}. {words}";
        var m = new Markup().Open("a").With("id", id).With("class", Classes(placed, ring)).With("href", options.Href(activity.Id));
        m.With("data-month", MonthOf(activity));
        if (copy == 1) m.With("data-entry", "").With("aria-label", words);
        else m.With("aria-hidden", "true").With("tabindex", "-1");
        m.Open("title").Text(words).Close();
        DrawMarks(m, placed);
        if (placed.Label is { } label) DrawLabel(m, placed, label, id, activity.Details.Title.LanguageOf(options.Language), options.Language);
        return new WheelEntry(id, activity.Id, m.Close().ToString());
    }

    /// <summary>Title, time, status and ring in words.</summary>
    public static string Words(Mark mark, Ring ring, string language)
    {
        var words = WheelWords.In(language);
        var details = mark.Activity.Details;
        bool otherYear = mark.RunsIn || mark.RunsOut;
        return $"{details.Title.In(language)}, {TimeInWords.Of(details.Time, language, otherYear)}, "
            + $"{words.Status(mark.Activity.State.Status)}, {ring.Name}{(mark.RunsIn ? ", " + words.RunsIn : "")}{(mark.RunsOut ? ", " + words.RunsOut : "")}";
    }

    private static string MonthOf(ActivityView activity) => activity.FirstDay.Month.ToString(CultureInfo.InvariantCulture);

    private static string Classes(PlacedMark placed, Ring ring)
    {
        string status = placed.Mark.Activity.State.Status switch
        {
            ActivityStatus.Confirmed => "is-confirmed",
            ActivityStatus.Held => "is-held",
            ActivityStatus.Cancelled => "is-cancelled",
            _ => "is-proposed",
        };
        string months = placed.Mark.Shape == MarkShape.Months ? " is-months" : "";
        return $"wheel-entry wheel-ring-{ring.Colour.ToString(CultureInfo.InvariantCulture)} {status}{months}";
    }

    private static void DrawMarks(Markup m, PlacedMark placed)
    {
        var mark = placed.Mark;
        if (mark.Shape == MarkShape.Recurring)
        {
            m.Open("path").With("class", "wheel-thread").With("d", Polar.Arc(placed.Radius, new Sweep(mark.Sweeps[0].Middle, mark.Sweeps[^1].Middle))).Close();
        }
        foreach (var sweep in mark.Sweeps)
        {
            bool bar = mark.Shape is MarkShape.Span or MarkShape.Months || (mark.Shape == MarkShape.Recurring && sweep.Length(placed.Radius) > placed.Half * 3);
            if (bar) DrawBar(m, placed, sweep);
            else DrawDot(m, placed, sweep.Middle);
        }
    }

    private static void DrawDot(Markup m, PlacedMark placed, double angle)
    {
        double x = Polar.X(placed.Radius, angle), y = Polar.Y(placed.Radius, angle), r = placed.Half;
        m.Open("circle").With("class", "wheel-mark").With("cx", x).With("cy", y).With("r", r).Close();
        string? sign = Sign(placed.Mark.Activity.State.Status, x, y, r);
        if (sign is not null) m.Open("path").With("class", "wheel-sign").With("d", sign).Close();
    }

    private static void DrawBar(Markup m, PlacedMark placed, Sweep sweep)
    {
        var mark = placed.Mark;
        var whole = sweep.Widened(Sweep.Degrees(placed.Half * 2.2, placed.Radius));
        bool opens = mark.RunsIn && sweep == mark.Sweeps[0], goesOn = mark.RunsOut && sweep == mark.Sweeps[^1];
        string? mask = (opens, goesOn) switch
        {
            (true, true) => "url(#wheel-fade-both)",
            (true, false) => "url(#wheel-fade-in)",
            (false, true) => "url(#wheel-fade-out)",
            _ => null,
        };
        m.Open("g").With("mask", mask);
        m.Open("path").With("class", "wheel-mark").With("d", Polar.Bar(placed.Radius, placed.Half, whole, opens, goesOn)).Close();
        double start = opens ? whole.To : whole.From;
        double near = start + (opens ? -1 : 1) * Sweep.Degrees(Math.Min(placed.Half, whole.Length(placed.Radius) / 2), placed.Radius);
        string? sign = mark.Activity.State.Status == ActivityStatus.Cancelled && whole.Length(placed.Radius) > placed.Half * 4
            ? Polar.Arc(placed.Radius, whole)
            : Sign(mark.Activity.State.Status, Polar.X(placed.Radius, near), Polar.Y(placed.Radius, near), placed.Half);
        if (sign is not null) m.Open("path").With("class", "wheel-sign").With("d", sign).Close();
        m.Close();
    }

    /// <summary>What tells held (a check) and cancelled (a cross) by form; null for the others and where it would be too small to see.</summary>
    internal static string? Sign(ActivityStatus status, double x, double y, double r)
    {
        if (r < 3) return null;
        return status switch
        {
            ActivityStatus.Held => $"M{P(-0.45, 0.05)}L{P(-0.1, 0.4)}L{P(0.5, -0.35)}",
            ActivityStatus.Cancelled => $"M{P(-0.95, -0.95)}L{P(0.95, 0.95)}M{P(0.95, -0.95)}L{P(-0.95, 0.95)}",
            _ => null,
        };

        string P(double dx, double dy) => $"{Polar.Number(x + dx * Math.Min(r, 8))} {Polar.Number(y + dy * Math.Min(r, 8))}";
    }

    private static void DrawLabel(Markup m, PlacedMark placed, Label label, string id, string titleLanguage, string language)
    {
        double baseline = placed.Radius + (label.Reversed ? 0.35 : -0.35) * label.Size;
        m.Open("path").With("id", $"{id}-l").With("class", "wheel-line").With("d", Polar.Arc(baseline, label.Line, label.Reversed)).Close();
        m.Open("text").With("class", $"wheel-label{(label.Inside ? " is-inside" : "")}{(placed.Numbered ? " is-number" : "")}")
            .With("lang", titleLanguage == language || placed.Numbered ? null : titleLanguage)
            .Open("textPath").With("href", $"#{id}-l").With("startOffset", label.Inside ? "50%" : null).Text(label.Text).Close().Close();
    }
}
