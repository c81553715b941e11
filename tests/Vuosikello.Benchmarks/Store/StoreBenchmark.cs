using System.Diagnostics;
using NodaTime;
using Vuosikello.Events.Sqlite;

namespace Vuosikello.Benchmarks.Store;

/// <summary>The embedded store beside plain Microsoft.Data.Sqlite with the same table and index. <c>store [folder] [rounds]</c></summary>
public sealed class StoreBenchmark : IBenchmark
{
    private const int Events = 200_000;

    public string Name => "store";

    public async Task Run(Session session, string[] args)
    {
        string folder = Directory.CreateDirectory(Path.Combine(args.ElementAtOrDefault(0) ?? Path.GetTempPath(), $"vuosikello-benchmark-{Environment.ProcessId}")).FullName;
        int rounds = args.Length > 1 ? int.Parse(args[1]) : 5;
        var figures = session.Figures;
        try
        {
            await figures.Compare("durable appends/s, 1 writer", 0.7, rounds, () => Append(folder, 1, 6_000), () => Limit(folder, 1, 6_000));
            await figures.Compare("durable appends/s, 64 writers", 0.7, rounds, () => Append(folder, 64, 60_000), () => Limit(folder, 64, 60_000));
            await CompareReading(figures, folder, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Append(string folder, int writers, int appends)
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        await using var store = SqliteEventStore.Open(own, SystemClock.Instance);
        return await StoreWork.Append(store, writers, appends);
    }

    private static Task<double> Limit(string folder, int rowsPerTransaction, int rows)
    {
        using var plain = new PlainSqlite(Path.Combine(folder, $"{Guid.NewGuid():N}.db"));
        var work = SampleEvents.Appends(0, 1, rows, StoreWork.Streams);
        long start = Stopwatch.GetTimestamp();
        foreach (var chunk in work.Chunk(rowsPerTransaction)) plain.Insert(chunk);
        return Task.FromResult(rows / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task CompareReading(Figures figures, string folder, int rounds)
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, "read")).FullName;
        await using (var store = SqliteEventStore.Open(own, SystemClock.Instance))
        {
            await StoreWork.Fill(store, Events);
        }
        await using var filled = SqliteEventStore.Open(own, SystemClock.Instance);
        using var plain = new PlainSqlite(Path.Combine(own, "events.db"));
        await figures.Compare("events/s read in order, raw beside raw", 0.7, rounds, () => StoreWork.Read(filled, deserialise: false), () => Task.FromResult(plain.ReadAll(parse: false)));
        await figures.Compare("events/s read in order, as records beside parsed JSON", 0.7, rounds, () => StoreWork.Read(filled, deserialise: true), () => Task.FromResult(plain.ReadAll(parse: true)));
    }
}
