using System.Globalization;

namespace Vuosikello.Projections.Wheel;

/// <summary>Points and paths around the middle of the picture, which is 1000 units wide and high.</summary>
internal static class Polar
{
    public const double Centre = 500;

    /// <summary>A number as SVG wants it: at most two decimals, a full stop, no minus before zero.</summary>
    public static string Number(double value)
    {
        string text = Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    public static double X(double radius, double angle) => Centre + radius * Math.Sin(angle * Math.PI / 180);

    public static double Y(double radius, double angle) => Centre - radius * Math.Cos(angle * Math.PI / 180);

    public static string At(double radius, double angle) => $"{Number(X(radius, angle))} {Number(Y(radius, angle))}";

    /// <summary>A radial line.</summary>
    public static string Spoke(double inner, double outer, double angle) => $"M{At(inner, angle)}L{At(outer, angle)}";

    /// <summary>A line along the circle, drawn clockwise, or against the clock for text at the bottom that is to stand upright.</summary>
    public static string Arc(double radius, Sweep sweep, bool reversed = false)
    {
        var (from, to) = reversed ? (sweep.To, sweep.From) : (sweep.From, sweep.To);
        return $"M{At(radius, from)}{Curve(radius, from, to)}";
    }

    /// <summary>A piece of a ring with straight ends.</summary>
    public static string Sector(double inner, double outer, Sweep sweep) =>
        $"M{At(outer, sweep.From)}{Curve(outer, sweep.From, sweep.To)}L{At(inner, sweep.To)}{Curve(inner, sweep.To, sweep.From)}Z";

    /// <summary>A bar along the circle, its ends round where they are not open.</summary>
    /// <param name="radius">Of the bar's middle line.</param>
    /// <param name="half">Half of its thickness.</param>
    public static string Bar(double radius, double half, Sweep sweep, bool openStart, bool openEnd)
    {
        double corner = Math.Min(half, sweep.Length(radius) / 2);
        double cap = Sweep.Degrees(corner, radius);
        double from = openStart ? sweep.From : sweep.From + cap;
        double to = Math.Max(from, openEnd ? sweep.To : sweep.To - cap);
        string end = openEnd ? $"L{At(radius - half, to)}" : Cap(radius - half, to);
        string start = openStart ? "" : Cap(radius + half, from);
        return $"M{At(radius + half, from)}{Curve(radius + half, from, to)}{end}{Curve(radius - half, to, from)}{start}Z";

        string Cap(double target, double angle) => $"A{Number(corner)} {Number(half)} {Number(angle)} 0 1 {At(target, angle)}";
    }

    private static string Curve(double radius, double from, double to)
    {
        int clockwise = to >= from ? 1 : 0;
        string r = Number(radius);
        if (Math.Abs(to - from) < 180) return $"A{r} {r} 0 0 {clockwise} {At(radius, to)}";
        double middle = (from + to) / 2;
        return $"A{r} {r} 0 0 {clockwise} {At(radius, middle)}A{r} {r} 0 0 {clockwise} {At(radius, to)}";
    }
}
