namespace Vuosikello.Benchmarks;

/// <summary>Our figure beside its limit: the two take turns, so that a noisy neighbour meets both, and medians are told.</summary>
public static class Figures
{
    /// <summary>Measures both in turns and prints medians and their ratio.</summary>
    /// <param name="what">What is measured, with its unit, such as <c>appends/s</c>.</param>
    /// <param name="goal">The least ratio of ours to the limit.</param>
    /// <param name="rounds">How many turns each has; an odd number.</param>
    /// <param name="ours">One measurement of this project, per second.</param>
    /// <param name="limit">One measurement of what it is compared to, per second.</param>
    public static async Task Compare(string what, double goal, int rounds, Func<Task<double>> ours, Func<Task<double>> limit)
    {
        var our = new List<double>();
        var their = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            their.Add(await limit());
            our.Add(await ours());
        }
        double ratio = Median(our) / Median(their);
        Console.WriteLine($"{what,-58} {Median(our),10:N0}   limit {Median(their),10:N0}   ratio {ratio:0.00} (goal {goal:0.0}{(ratio >= goal ? "" : ", MISSED")})");
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
