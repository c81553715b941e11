using System.Globalization;
using Vuosikello.Benchmarks;
using Vuosikello.Benchmarks.Calendars;
using Vuosikello.Benchmarks.Commands;
using Vuosikello.Benchmarks.Feeds;
using Vuosikello.Benchmarks.Live;
using Vuosikello.Benchmarks.Registers;
using Vuosikello.Benchmarks.Store;
using Vuosikello.Benchmarks.Views;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IBenchmark[] table =
[
    new StoreBenchmark(), new EventStoreDbBenchmark(), new CommandsBenchmark(), new RegisterBenchmark(), new RebuildBenchmark(), new StartBenchmark(), new AsOfBenchmark(), new HistoryBenchmark(),
    new FeedBenchmark(), new FeedChangeBenchmark(), new CalendarBenchmark(), new LiveBenchmark(), new LargeYearBenchmark(), new InstancesBenchmark(),
];
IBenchmark[] others = [new SerializerBenchmark()];

bool all = args is ["all"];
var chosen = all ? table : [.. table.Concat(others).Where(benchmark => benchmark.Name == args.FirstOrDefault())];
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"Choose what to measure: all, {string.Join(", ", table.Concat(others).Select(benchmark => benchmark.Name))}");
    return 2;
}

Console.WriteLine(Machine.Words());
Console.WriteLine($"load before: {Machine.Load()}");
using var session = new Session();
foreach (var benchmark in chosen) await benchmark.Run(session, all ? [] : args[1..]);
Console.WriteLine($"load after: {Machine.Load()} (the benchmarks' own included)\n");
Console.WriteLine(session.Figures.ToMarkdown());
return 0;
