using System.Text;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Tests.Moving;

/// <summary>An event with the stream it belongs to.</summary>
internal sealed record Written(StreamName Stream, long Version, EventData Event)
{
    /// <summary>All that a move keeps, as text that can be compared and read.</summary>
    public override string ToString() => $"{Stream} {Version} {Event.Id} {Event.Type} {Convert.ToHexString(Event.Data.Span)} {Convert.ToHexString(Event.Metadata.Span)}";
}

/// <summary>Logs that follow from a seed: many streams whose events come in runs, of all lengths and letters.</summary>
internal static class SampleLog
{
    private static readonly string[] Words = ["Kevättapaaminen", "öljy", "\\\"", "\\u0001", "🌲", "Järvenpää–Kerava", "ß", "\\n", "x"];

    /// <param name="withoutHash">So many first events are from before there were hashes.</param>
    public static List<Written> Of(Random random, int events, int withoutHash = 0)
    {
        var heads = new List<(StreamName Stream, long Version, EventHash Hash)>();
        var log = new List<Written>(events);
        while (log.Count < events)
        {
            int at = random.Next(heads.Count + 3);
            if (at >= heads.Count)
            {
                at = heads.Count;
                heads.Add((new StreamName($"activity-{Id(random):D}"), -1, default));
            }
            for (int run = random.Next(1, 6); run > 0 && log.Count < events; run--)
            {
                var (stream, version, hash) = heads[at];
                EventData[] one = [Event(random, log.Count)];
                var plain = one[0];
                hash = EventChain.Seal(stream, version + 1, hash, one);
                log.Add(new(stream, version + 1, log.Count < withoutHash ? plain : one[0]));
                heads[at] = (stream, version + 1, hash);
            }
        }
        return log;
    }

    public static async Task<List<Written>> Read(IEventStore store)
    {
        var log = new List<Written>();
        await foreach (var e in store.ReadAll(Position.Start, TestContext.Current.CancellationToken)) log.Add(new(e.Stream, e.Version, new(e.Id, e.Type, e.Data.ToArray(), e.Metadata.ToArray())));
        return log;
    }

    public static async Task Write(IEventStore store, IEnumerable<Written> log)
    {
        foreach (var e in log) await store.Append(e.Stream, new ExpectedVersion(e.Version - 1), [e.Event], TestContext.Current.CancellationToken);
    }

    public static void Same(IEnumerable<Written> expected, IEnumerable<Written> actual) => Assert.Equal(expected.Select(e => e.ToString()), actual.Select(e => e.ToString()));

    private static EventData Event(Random random, int n)
    {
        string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Words[random.Next(Words.Length)]));
        return new(Id(random), $"something-happened.v{random.Next(1, 3)}", Encoding.UTF8.GetBytes($$"""{"n":{{n}}, "text":"{{text}}"}"""), Encoding.UTF8.GetBytes($$"""{"by":"{{Id(random):D}}","at":"2026-11-22T10:00:00Z"}"""));
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
