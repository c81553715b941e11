using System.Diagnostics;
using System.Globalization;

namespace Vuosikello.Benchmarks.Live;

/// <summary>From an edit to the patch that all open boards get, on a year of 5,000 activities: command, views, list and wheel, comparison. <c>large-year [activities] [edits]</c></summary>
public sealed class LargeYearBenchmark : IBenchmark
{
    private const int WarmUps = 10;
    private const double GoalInMilliseconds = 150;

    public string Name => "large-year";

    public async Task Run(Session session, string[] args)
    {
        int activities = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
        int edits = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
        await using var server = await BenchmarkServer.Start(activities);
        var took = new List<double>();
        for (int edit = 0; edit < WarmUps + edits; edit++)
        {
            long start = Stopwatch.GetTimestamp();
            await server.Edit();
            var patch = await server.Patch();
            if (edit >= WarmUps) took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (patch.IsEmpty) throw new InvalidOperationException("The edit changed nothing on the board.");
        }
        session.Figures.Within($"edit to patch in a year of {activities:N0} activities, p50", GoalInMilliseconds, Figures.Percentile(took, 0.5), "ms");
        session.Figures.Within($"edit to patch in a year of {activities:N0} activities, p99", GoalInMilliseconds, Figures.Percentile(took, 0.99), "ms");
    }
}
