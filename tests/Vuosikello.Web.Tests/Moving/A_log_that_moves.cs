using System.Globalization;
using System.Text;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.Proof;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Tests.Moving;

/// <summary>Copying a whole log in every direction: what is kept, what goes together, and what comes meanwhile.</summary>
public sealed class A_log_that_moves(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";

    public static TheoryData<Kept, Kept> Ways => new()
    {
        { Kept.InFolder, Kept.InCluster },
        { Kept.InCluster, Kept.InFolder },
        { Kept.InFolder, Kept.InFolder },
        { Kept.InCluster, Kept.InCluster },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Is_the_same_in_every_byte_and_in_the_same_order(Kept from, Kept to)
    {
        var random = Seeded();
        for (int logs = IsLong ? 40 : 3; logs > 0; logs--)
        {
            var log = SampleLog.Of(random, random.Next(1, IsLong ? 3000 : 300));
            await using var original = await TestPlace.New(from);
            await using var copy = await TestPlace.New(to);
            await SampleLog.Write(original.Store, log);

            var copied = await original.To(copy).Run(null, Ct);

            SampleLog.Same(log, await SampleLog.Read(copy.Store));
            Assert.Equal(new CopiedLog(log.Count, log.Select(e => e.Stream).Distinct().Count(), 0, await HashOf(original.Store), 0, 0), copied);
        }
    }

    [Theory]
    [InlineData(Kept.InFolder, Kept.InCluster)]
    [InlineData(Kept.InCluster, Kept.InFolder)]
    public async Task Goes_there_and_back_again_unchanged_and_only_what_came_since_is_copied_back(Kept here, Kept there)
    {
        var log = SampleLog.Of(Seeded(), 120);
        await using var home = await TestPlace.New(here);
        await using var abroad = await TestPlace.New(there);
        await SampleLog.Write(home.Store, log.Take(80));

        await home.To(abroad).Run(null, Ct);
        await SampleLog.Write(abroad.Store, log.Skip(80));
        var back = await abroad.To(home).Run(null, Ct);

        Assert.Equal((120, 80), (back.Events, back.ThereBefore));
        SampleLog.Same(log, await SampleLog.Read(home.Store));
    }

    [Fact]
    public async Task Leaves_out_what_others_have_in_the_same_cluster()
    {
        var log = SampleLog.Of(Seeded(), 30);
        await using var original = (TestPlace.InCluster)await TestPlace.New(Kept.InCluster);
        await using var copy = (TestPlace.InCluster)await TestPlace.New(Kept.InCluster);
        original.Cluster.Log.AppendForeign(3);
        await SampleLog.Write(original.Store, log.Take(10));
        original.Cluster.Log.AppendForeign(2);
        await SampleLog.Write(original.Store, log.Skip(10));
        copy.Cluster.Log.AppendForeign(4);

        await original.To(copy).Run(null, Ct);

        SampleLog.Same(log, await SampleLog.Read(copy.Store));
        await using var others = copy.Cluster.Open(settings: DoubleCluster.Impatient with { StreamPrefix = "other-" });
        Assert.Equal(4, (await SampleLog.Read(others)).Count);
    }

    [Fact]
    public async Task Goes_by_one_append_for_the_events_that_follow_each_other_in_a_stream()
    {
        var log = SampleLog.Of(Seeded(), 100);
        await using var original = await TestPlace.New(Kept.InFolder);
        await using var copy = await TestPlace.New(Kept.InFolder);
        await SampleLog.Write(original.Store, log);
        var watched = new WatchedStore(copy.Store);

        await new LogCopy(original.Store, watched, positionsFollow: true).Run(null, Ct);

        Assert.Equal(1 + log.Zip(log.Skip(1)).Count(pair => pair.First.Stream != pair.Second.Stream), watched.Appends);
    }

    [Fact]
    public async Task Goes_in_appends_that_a_cluster_takes_also_where_the_embedded_store_took_more_at_once()
    {
        var stream = new StreamName("activity-00000000-0000-0000-0000-000000000001");
        var events = Enumerable.Range(0, 9).Select(n => new EventData(new Guid(n, 0, 0, new byte[8]), "something-happened.v1", Encoding.UTF8.GetBytes($"{{\"text\":\"{new string('x', 300_000)}\"}}"), "{}"u8.ToArray())).ToArray();
        await using var original = await TestPlace.New(Kept.InFolder);
        await using var copy = await TestPlace.New(Kept.InCluster);
        await original.Store.Append(stream, ExpectedVersion.NoStream, events, Ct);

        var copied = await original.To(copy).Run(null, Ct);

        Assert.Equal((9, 9), (copied.Events, copied.WithoutHash));
        SampleLog.Same(await SampleLog.Read(original.Store), await SampleLog.Read(copy.Store));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Takes_along_events_from_before_there_were_hashes_as_a_check_does(Kept from, Kept to)
    {
        var log = SampleLog.Of(Seeded(), 60, withoutHash: 25);
        await using var original = await TestPlace.New(from);
        await using var copy = await TestPlace.New(to);
        await SampleLog.Write(original.Store, log);

        Assert.Equal((60, 25), await original.To(copy).Run(null, Ct) is var copied ? (copied.Events, copied.WithoutHash) : default);
        SampleLog.Same(log, await SampleLog.Read(copy.Store));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Takes_along_what_is_written_to_it_meanwhile_and_tells_how_much_that_was(Kept from, Kept to)
    {
        var log = SampleLog.Of(Seeded(), 90);
        await using var original = await TestPlace.New(from);
        await using var copy = await TestPlace.New(to);
        await SampleLog.Write(original.Store, log.Take(50));
        int next = 50;
        var watched = new WatchedStore(copy.Store, after: async _ =>
        {
            if (next < log.Count) await SampleLog.Write(original.Store, [log[next++]]);
        });

        var copied = await new LogCopy(original.Store, watched, original.PositionsFollow).Run(null, Ct);

        Assert.Equal(new CopiedLog(next, log.Take(next).Select(e => e.Stream).Distinct().Count(), 0, await HashOf(original.Store), 0, next - 50), copied);
        SampleLog.Same(log.Take(next), await SampleLog.Read(copy.Store));
    }

    [Fact]
    public async Task Says_how_far_it_has_come_from_nothing_to_all_in_each_step()
    {
        await using var original = await TestPlace.New(Kept.InCluster);
        await using var copy = await TestPlace.New(Kept.InFolder);
        ((TestPlace.InCluster)original).Cluster.Log.AppendForeign(50);
        var log = SampleLog.Of(Seeded(), 40);
        await SampleLog.Write(original.Store, log);
        await SampleLog.Write(copy.Store, log.Take(10));
        var said = new Said();

        await original.To(copy).Run(said, Ct);

        Assert.Equal([CopyStep.Comparing, CopyStep.Copying, CopyStep.Checking], said.Select(p => p.Step).Distinct());
        foreach (var step in said.GroupBy(p => p.Step))
        {
            Assert.Equal(step.OrderBy(p => p.Part), step);
            Assert.Equal(step.OrderBy(p => p.Events), step);
        }
        Assert.Equal((CopyStep.Comparing, 1, 0d), (said[0].Step, said[0].Events, said[0].Part));
        Assert.Equal([(40, 1d), (40, 1d)], new[] { CopyStep.Copying, CopyStep.Checking }.Select(step => said.Last(p => p.Step == step)).Select(p => (p.Events, p.Part)));
    }

    private Random Seeded()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int wanted) ? wanted : Environment.TickCount;
        output.WriteLine($"VUOSIKELLO_SEED={seed}");
        return new Random(seed);
    }

    private static async Task<EventHash> HashOf(IEventStore store)
    {
        var check = new LogCheck(positionsFollow: false);
        await foreach (var e in store.ReadAll(Position.Start, Ct)) Assert.Null(check.Next(e));
        return check.Hash;
    }

    private sealed class Said : List<CopyProgress>, IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => Add(value);
    }
}
