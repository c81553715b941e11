using NodaTime;
using Vuosikello.Events;

namespace Vuosikello.Benchmarks.Store;

/// <summary>Events as JSON and back, per second of processor time of one core, so that neighbours do not count.</summary>
public sealed class SerializerBenchmark : IBenchmark
{
    private const int Count = 50_000;

    public string Name => "serializer";

    public Task Run(Session session, string[] args)
    {
        var recorded = SampleEvents.Appends(0, 1, Count, 1000)
            .Select((append, i) => Recorded(append.Stream, i, append.Events[0])).ToList();
        var facts = recorded.Select(EventSerializer.Deserialize).ToList();

        for (int round = 0; round < 5; round++)
        {
            double read = PerSecond(() => recorded.ForEach(e => EventSerializer.Deserialize(e)));
            double written = PerSecond(() => facts.ForEach(f => EventSerializer.Serialize(f.Event, f.Stamp, Guid.Empty)));
            Console.WriteLine($"events deserialised per second of one core {read,10:N0}   serialised {written,10:N0}");
        }
        return Task.CompletedTask;
    }

    private static double PerSecond(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < 5; i++) work();
        return 5 * Count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static RecordedEvent Recorded(StreamName stream, int i, EventData e) =>
        new(stream, i, new Position(i + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.FromUnixTimeTicks(0));
}
