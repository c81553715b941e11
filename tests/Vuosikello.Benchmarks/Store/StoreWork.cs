using System.Diagnostics;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Benchmarks.Store;

/// <summary>What is asked of every store that is measured.</summary>
internal static class StoreWork
{
    public const int Streams = 1000;

    /// <summary>Appends a second, one event each, each waiting for its answer.</summary>
    public static async Task<double> Append(IEventStore store, int writers, int appends)
    {
        var work = Enumerable.Range(0, writers).Select(writer => SampleEvents.Appends(writer, writers, appends / writers, Streams)).ToList();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(work.Select(appendsOfOne => Task.Run(async () =>
        {
            foreach (var (stream, expected, e) in appendsOfOne) await store.Append(stream, expected, e);
        })));
        return appends / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>So many events to read.</summary>
    public static async Task Fill(IEventStore store, int events)
    {
        foreach (var chunk in SampleEvents.Appends(0, 1, events, Streams).Chunk(256))
            await Task.WhenAll(chunk.Select(append => store.Append(append.Stream, append.Expected, append.Events)));
    }

    /// <summary>Events a second, all of them in order, as a rebuild reads them.</summary>
    public static async Task<double> Read(IEventStore store, bool deserialise)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        Fact last = default;
        await foreach (var e in store.ReadAll(Position.Start))
        {
            if (deserialise) last = EventSerializer.Deserialize(e);
            count++;
        }
        GC.KeepAlive(last.Event);
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
