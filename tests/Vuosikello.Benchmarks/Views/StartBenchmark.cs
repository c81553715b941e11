namespace Vuosikello.Benchmarks.Views;

/// <summary>How long the views take to be ready at a start, from a snapshot and without one.</summary>
public sealed class StartBenchmark : IBenchmark
{
    public string Name => "start";

    public async Task Run(string[] args)
    {
        using var bench = new ViewsBench();
        int events = await bench.Generate(ViewsBench.EventsFrom(args));
        var without = await bench.UntilReady(snapshots: true);
        var with = await bench.UntilReady(snapshots: true);
        long size = new FileInfo(Path.Combine(bench.Folder, "views.snapshot")).Length;
        Console.WriteLine($"views ready, {events:N0} events: {with.TotalSeconds:0.00} s from a snapshot of {size / 1e6:N0} MB (goal 5 s, the program's start included); {without.TotalSeconds:0.00} s without");
    }
}
