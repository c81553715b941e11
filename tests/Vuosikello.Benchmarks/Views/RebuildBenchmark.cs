namespace Vuosikello.Benchmarks.Views;

/// <summary>All views from the first event on, beside a plain read of the same log. <c>rebuild [events]</c></summary>
public sealed class RebuildBenchmark : IBenchmark
{
    public string Name => "rebuild";

    public async Task Run(Session session, string[] args)
    {
        var bench = await session.Log(ViewsBench.EventsFrom(args));
        await session.Figures.Compare(
            $"rebuild of all views, events/s ({bench.Events:N0} events)", goal: 0.4, rounds: 3,
            async () => bench.Events / (await bench.UntilReady()).TotalSeconds,
            () => Task.FromResult(bench.PlainRead()));
    }
}
