using System.Diagnostics;
using Vuosikello.ServerKit;

namespace Vuosikello.Benchmarks.Views;

/// <summary>From starting the server's process until it says that it is ready, from a snapshot and without one. <c>start [events]</c></summary>
public sealed class StartBenchmark : IBenchmark
{
    private const double GoalInSeconds = 5;
    private const int Rounds = 3;

    public string Name => "start";

    public async Task Run(Session session, string[] args)
    {
        var bench = await session.Log(ViewsBench.EventsFrom(args));
        string snapshot = Path.Combine(bench.Folder, "views.snapshot");
        var (with, without) = (new List<double>(), new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            File.Delete(snapshot);
            without.Add(await UntilReady(bench.Folder));
            with.Add(await UntilReady(bench.Folder));
        }
        session.Figures.Within($"start with {bench.Events:N0} events, from a snapshot of {new FileInfo(snapshot).Length / 1_000_000} MB", GoalInSeconds, Figures.Median(with), "s");
        session.Figures.Within($"start with {bench.Events:N0} events, without a snapshot", null, Figures.Median(without), "s");
    }

    private static async Task<double> UntilReady(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        await using var server = await RunningServer.Start(folder, "Production");
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // An orderly end: it writes the snapshot that the next start reads.
        await server.Stop();
        return seconds;
    }
}
