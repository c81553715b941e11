using System.Globalization;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Tests.Moving;

/// <summary>The same again goes on: nothing is lost, nothing is there twice, no order is broken.</summary>
public sealed class A_copy_that_is_broken_off(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kept.InFolder, Kept.InCluster)]
    [InlineData(Kept.InCluster, Kept.InFolder)]
    public async Task Goes_on_after_every_event_that_it_may_have_come_to(Kept from, Kept to)
    {
        var log = SampleLog.Of(Seeded(out _), 40);
        await using var original = await TestPlace.New(from);
        await SampleLog.Write(original.Store, log);
        for (int there = 0; there <= log.Count; there++)
        {
            await using var copy = await TestPlace.New(to);
            await SampleLog.Write(copy.Store, log.Take(there));

            var copied = await original.To(copy).Run(null, Ct);

            Assert.Equal((40, there), (copied.Events, copied.ThereBefore));
            SampleLog.Same(log, await SampleLog.Read(copy.Store));
        }
    }

    [Theory]
    [InlineData(Kept.InFolder, true)]
    [InlineData(Kept.InFolder, false)]
    [InlineData(Kept.InCluster, true)]
    [InlineData(Kept.InCluster, false)]
    public async Task Goes_on_after_every_append_whether_it_was_made_or_only_its_answer_was_lost(Kept to, bool isMade)
    {
        var log = SampleLog.Of(Seeded(out _), 120);
        await using var original = await TestPlace.New(Kept.InFolder);
        await using var copy = await TestPlace.New(to);
        await SampleLog.Write(original.Store, log);

        for (int attempt = 1; ; attempt++)
        {
            // The first append of every run is made, so that each run comes one further.
            var breaking = new WatchedStore(copy.Store, isMade ? null : FailSecond, isMade ? FailSecond : null);
            var copying = new LogCopy(original.Store, breaking, positionsFollow: true);
            try
            {
                Assert.Equal(120, (await copying.Run(null, Ct)).Events);
                Assert.True(attempt > 5, $"It was broken off {attempt - 1} times only.");
                break;
            }
            catch (StoreUnavailableException)
            {
                var there = await SampleLog.Read(copy.Store);
                SampleLog.Same(log.Take(there.Count), there);
                Assert.True(copying.InCopy <= there.Count && (isMade || copying.InCopy == there.Count));
            }
        }
        SampleLog.Same(log, await SampleLog.Read(copy.Store));

        static Task FailSecond(int number) => number == 2 ? throw new StoreUnavailableException("away", transient: true) : Task.CompletedTask;
    }

    [Fact]
    public async Task Lets_no_cut_connection_and_no_lost_answer_of_either_cluster_through()
    {
        var random = Seeded(out int seed);
        var log = SampleLog.Of(random, Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 4000 : 250);
        await using var original = (TestPlace.InCluster)await TestPlace.New(Kept.InCluster);
        await using var copy = (TestPlace.InCluster)await TestPlace.New(Kept.InCluster);
        await SampleLog.Write(original.Store, log);
        Fault[] faults = [Fault.NotReady, Fault.Throw, Fault.LoseAnswer, Fault.CutInMessage, Fault.EndInMessage, Fault.Garbage, Fault.NoTrailers];
        int troubles = 0, runs = 0;
        var watched = new WatchedStore(copy.Store, before: _ =>
        {
            if (random.Next(4) == 0) Trouble(random.Next(2) == 0 ? original.Cluster.Node : copy.Cluster.Node);
            return Task.CompletedTask;
        });

        while (true)
        {
            runs++;
            try
            {
                await new LogCopy(original.Store, watched, positionsFollow: false).Run(null, Ct);
                break;
            }
            catch (StoreUnavailableException)
            {
                continue;
            }
        }

        SampleLog.Same(log, await SampleLog.Read(copy.Store));
        output.WriteLine($"{troubles} troubles, {runs} runs");
        Assert.True(troubles > 10, $"There was hardly any trouble with seed {seed}.");

        void Trouble(DoubleNode node)
        {
            troubles++;
            if (random.Next(2) == 0) node.CutConnections();
            else node.Next(random.Next(2) == 0 ? "Append" : "Read", faults[random.Next(faults.Length)]);
        }
    }

    [Fact]
    public async Task Ends_between_two_appends_when_it_is_told_to()
    {
        var log = SampleLog.Of(Seeded(out _), 60);
        await using var original = await TestPlace.New(Kept.InFolder);
        await using var copy = await TestPlace.New(Kept.InFolder);
        await SampleLog.Write(original.Store, log);
        using var stop = new CancellationTokenSource();
        var watched = new WatchedStore(copy.Store, after: number => number == 7 ? stop.CancelAsync() : Task.CompletedTask);
        var copying = new LogCopy(original.Store, watched, positionsFollow: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying.Run(null, stop.Token));

        var there = await SampleLog.Read(copy.Store);
        Assert.Equal((7, there.Count), (watched.Appends, (int)copying.InCopy));
        SampleLog.Same(log.Take(there.Count), there);
    }

    private Random Seeded(out int seed)
    {
        seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int wanted) ? wanted : Environment.TickCount;
        output.WriteLine($"VUOSIKELLO_SEED={seed}");
        return new Random(seed);
    }
}
