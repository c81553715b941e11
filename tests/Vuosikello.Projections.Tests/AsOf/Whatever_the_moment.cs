using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Tests.AsOf;

/// <summary>The past is what a plain replay of each stream up to the moment gives, for random changes, moments and jumps of the clock.</summary>
public sealed class Whatever_the_moment
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_is_what_a_plain_replay_gives()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED") ?? "2026", CultureInfo.InvariantCulture);
        int runs = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 200 : 8;
        TestContext.Current.TestOutputHelper?.WriteLine($"VUOSIKELLO_SEED={seed}");
        for (int run = 0; run < runs; run++) await Compare(seed + run);
    }

    private static async Task Compare(int seed)
    {
        var random = new Random(seed);
        var store = new MemoryStore();
        var log = await PastLog.Begin(store);
        await Change(log, random, from: 1, changes: 40);
        await using var views = await RunningViews.Over(store);
        var moments = Enumerable.Range(0, 6).Select(_ => random.Next(0, 700)).ToArray();
        await All();
        // what was kept of the past has to take in what comes, also with stamps of long ago
        await Change(log, random, from: 100, changes: 20);
        await views.Shows(await store.End(Ct));
        await All();

        async Task All()
        {
            foreach (int minutes in moments)
            {
                var board = await views.Past.Board(PastLog.Year, PastLog.At(minutes), Ct);
                Assert.True((await Replay(store, PastLog.At(minutes))).SequenceEqual(board!.Activities), $"VUOSIKELLO_SEED={seed}, minute {minutes}");
            }
        }
    }

    /// <summary>Plans and changes activities; the clock goes on by minutes, and sometimes jumps.</summary>
    private static async Task Change(PastLog log, Random random, int from, int changes)
    {
        int planned = from, minutes = random.Next(0, 300);
        await log.Plan(minutes, planned, "Alku");
        for (int i = 0; i < changes; i++)
        {
            minutes = random.Next(8) == 0 ? random.Next(0, 700) : minutes + random.Next(0, 15);
            var activity = PastLog.Id(random.Next(from, planned + 1));
            await (random.Next(6) switch
            {
                0 or 1 => log.Plan(minutes, ++planned, $"Uusi {i}", Planning.On(random.Next(1, 13), random.Next(1, 29))),
                2 => log.Happens(minutes, activity, new ActivityRescheduled(Planning.On(random.Next(1, 13), random.Next(1, 29)))),
                3 => log.Happens(minutes, activity, new ActivityRetitled(new($"Nimi {i}"))),
                4 => log.Happens(minutes, activity, new ActivityWithdrawn()),
                _ => log.Happens(minutes, activity, new ActivityConfirmed()),
            });
        }
    }

    private static async Task<IEnumerable<ActivityView>> Replay(MemoryStore store, Instant at)
    {
        var all = await store.ReadAll(Position.Start, Ct).ToListAsync(Ct);
        var streams = all.Where(e => Streams.IsOf(e.Stream, out ActivityId _)).GroupBy(e => e.Stream);
        var views = new List<ActivityView>();
        foreach (var stream in streams)
        {
            var past = stream.Select(e => (e.Position, Fact: EventSerializer.Deserialize(e))).TakeWhile(e => e.Fact.Stamp.At <= at).ToList();
            var state = past.Aggregate((Activity?)null, (state, e) => Activity.Evolve(state, e.Fact));
            if (state is null or { Status: ActivityStatus.Withdrawn }) continue;
            views.Add(new(state, past[0].Fact.Stamp, past[^1].Fact.Stamp, past[^1].Position));
        }
        return views.OrderBy(view => view.FirstDay).ThenBy(view => view.Details.Title.Fi, StringComparer.Create(CultureInfo.GetCultureInfo("fi-FI"), ignoreCase: false))
            .ThenBy(view => view.Id.Value);
    }
}
