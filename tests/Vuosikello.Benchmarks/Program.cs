using Vuosikello.Benchmarks;

var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type.IsAssignableTo(typeof(IBenchmark)) && !type.IsAbstract)
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
    .ToList();

var chosen = benchmarks.Where(benchmark => args is ["all", ..] || benchmark.Name == args.FirstOrDefault()).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"Choose what to measure: all, {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}");
    return 2;
}
foreach (var benchmark in chosen) await benchmark.Run(args[1..]);
return 0;
