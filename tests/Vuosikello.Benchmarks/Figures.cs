using System.Globalization;
using System.Text;

namespace Vuosikello.Benchmarks;

/// <summary>Our figures beside their limits. The two take turns, so that a noisy neighbour meets both, and medians are told.</summary>
public sealed class Figures
{
    private readonly List<Figure> _all = [];

    /// <summary>Measures both in turns and tells medians and their ratio.</summary>
    /// <param name="work">What is measured, with its unit, such as <c>appends/s</c>.</param>
    /// <param name="goal">The least ratio of ours to the limit.</param>
    /// <param name="rounds">How many turns each has; an odd number.</param>
    /// <param name="ours">One measurement of this project, per second.</param>
    /// <param name="limit">One measurement of what it is compared to, per second.</param>
    public async Task Compare(string work, double goal, int rounds, Func<Task<double>> ours, Func<Task<double>> limit)
    {
        var our = new List<double>();
        var their = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            their.Add(await limit());
            our.Add(await ours());
        }
        AtLeast(work, goal, Median(our), Median(their));
    }

    /// <summary>Of rates: the more the better.</summary>
    public void AtLeast(string work, double goal, double ours, double limit) =>
        Add(new(work, Text($"{ours:N0}"), Text($"{limit:N0}"), Text($"{ours / limit:0.00}"), Text($"at least {goal:0.0}"), Missed(goal - ours / limit, goal)));

    /// <summary>Of times in milliseconds: the less the better.</summary>
    public void AtMost(string work, double goal, double ours, double limit) =>
        Add(new(work, Text($"{ours:0.0} ms"), Text($"{limit:0.0} ms"), Text($"{ours / limit:0.00}"), Text($"at most {goal:0.0}"), Missed(ours / limit - goal, goal)));

    /// <summary>A time that is measured beside nothing but its goal.</summary>
    /// <param name="goal">In the same unit; null where there is none.</param>
    public void Within(string work, double? goal, double ours, string unit) => Add(new(
        work, Text($"{ours:0.0} {unit}"), "", "",
        goal is { } most ? Text($"at most {most:0} {unit}") : "", goal is { } g ? Missed(ours - g, g) : ""));

    /// <summary>All that was measured, as a table.</summary>
    public string ToMarkdown()
    {
        var table = new StringBuilder("| work | ours | limit beside it | ratio | goal | |\n|---|---|---|---|---|---|\n");
        foreach (var f in _all) table.AppendLine(CultureInfo.InvariantCulture, $"| {f.Work} | {f.Ours} | {f.Limit} | {f.Ratio} | {f.Goal} | {f.Verdict} |");
        return table.ToString();
    }

    public static double Median(IEnumerable<double> figures) => Percentile(figures, 0.5);

    public static double Percentile(IEnumerable<double> figures, double share)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    private void Add(Figure figure)
    {
        _all.Add(figure);
        Console.WriteLine($"{figure.Work,-62} {figure.Ours,12}   limit {figure.Limit,12}   ratio {figure.Ratio,5}   {figure.Goal} {figure.Verdict}");
    }

    private static string Missed(double by, double goal) => by <= 0 ? "met" : Text($"missed by {by / goal:0 %}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Figure(string Work, string Ours, string Limit, string Ratio, string Goal, string Verdict);
}
