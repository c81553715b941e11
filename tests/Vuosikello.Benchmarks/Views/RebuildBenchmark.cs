namespace Vuosikello.Benchmarks.Views;

/// <summary>All views from the first event on, beside a plain read of the same log.</summary>
public sealed class RebuildBenchmark : IBenchmark
{
    public string Name => "rebuild";

    public async Task Run(string[] args)
    {
        using var bench = new ViewsBench();
        int events = await bench.Generate(ViewsBench.EventsFrom(args));
        await Figures.Compare(
            $"rebuild of all views, events/s ({events:N0} events)", goal: 0.4, rounds: 3,
            async () => events / (await bench.UntilReady(snapshots: false)).TotalSeconds,
            () => Task.FromResult(events / bench.PlainRead().TotalSeconds));
    }
}
