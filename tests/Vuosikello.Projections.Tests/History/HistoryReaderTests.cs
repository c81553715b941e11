using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.History;

namespace Vuosikello.Projections.Tests.History;

public sealed class HistoryReaderTests
{
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task A_page_tells_what_was_before_and_after()
    {
        var plan = await Planning.Begin(_store);
        var activity = await plan.Plan("Vanha nimi");
        await plan.HappensTo(activity, new ActivityRetitled(new("Uusi nimi")), new ActivityConfirmed());
        await using var views = await RunningViews.Over(_store);

        var page = views.PastOf.Page(plan.Partnership, HistoryFilter.None, null, 2);
        var read = await views.PastOf.Read(page.Entries, TestContext.Current.CancellationToken);

        Assert.Equal([new ActivityConfirmed(), new ActivityRetitled(new("Uusi nimi"))], read.Select(e => e.Event));
        Assert.Equal(["Uusi nimi", "Vanha nimi"], read.Select(e => ((Activity)e.Before!).Details.Title.Fi));
        Assert.Equal(ActivityStatus.Confirmed, ((Activity)read[0].After!).Status);
    }

    [Fact]
    public async Task Before_the_first_event_there_was_nothing()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);

        var all = await views.PastOf.Read(views.PastOf.Page(plan.Partnership, HistoryFilter.None, null, 100).Entries, TestContext.Current.CancellationToken);

        Assert.IsType<PartnershipFounded>(all[^1].Event);
        Assert.Null(all[^1].Before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1_500)]
    public async Task In_a_long_stream_each_event_has_its_own_before_whatever_was_looked_at_earlier(int version)
    {
        var plan = new Planning(_store);
        await plan.Happens([new PartnershipFounded(plan.Partnership, new("Nimi 0")), .. Enumerable.Range(1, 1_500).Select(n => new PartnershipRenamed(new($"Nimi {n}")))]);
        await using var views = await RunningViews.Over(_store);
        var entries = views.PastOf.Page(plan.Partnership, HistoryFilter.None, null, 2_000).Entries.ToDictionary(entry => entry.Version);
        await views.PastOf.Read([entries[1_400], entries[3]], TestContext.Current.CancellationToken);

        var read = await views.PastOf.Read([entries[version]], TestContext.Current.CancellationToken);

        Assert.Equal(version == 0 ? null : $"Nimi {version - 1}", ((Partnership?)read[0].Before)?.Name.Fi);
        Assert.Equal($"Nimi {version}", ((Partnership?)read[0].After)!.Name.Fi);
    }

    [Fact]
    public async Task A_page_of_a_long_stream_that_was_read_before_reads_only_the_end_of_it()
    {
        var counting = new CountingStore(_store);
        var plan = new Planning(_store);
        await plan.Happens([new PartnershipFounded(plan.Partnership, new("Nimi")), .. Enumerable.Range(1, 1_500).Select(n => new PartnershipRenamed(new($"Nimi {n}")))]);
        await using var views = await RunningViews.Over(counting);
        var newest = views.PastOf.Page(plan.Partnership, HistoryFilter.None, null, 5).Entries;
        await views.PastOf.Read(newest, TestContext.Current.CancellationToken);
        int first = counting.Read;

        await views.PastOf.Read(newest, TestContext.Current.CancellationToken);

        Assert.Equal(1_501, first);
        Assert.InRange(counting.Read - first, 5, 261);
    }

    [Fact]
    public async Task Another_partnerships_events_are_in_another_history()
    {
        var plan = await Planning.Begin(_store);
        var other = await Planning.Begin(_store, "vaaramaa");
        var theirs = await other.Plan("Heidän");
        await using var views = await RunningViews.Over(_store);

        Assert.DoesNotContain(views.PastOf.Page(plan.Partnership, HistoryFilter.None, null, 100).Entries, entry => entry.Stream == Streams.Of(theirs));
        Assert.Empty(views.PastOf.Page(plan.Partnership, new() { Stream = Streams.Of(theirs) }, null, 100).Entries);
        Assert.Empty(views.PastOf.Page(new PartnershipId("ei-ole"), HistoryFilter.None, null, 100).Entries);
    }

    /// <summary>Counts the events that are read from streams.</summary>
    private sealed class CountingStore(IEventStore inner) : IEventStore
    {
        public int Read { get; private set; }

        public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default) =>
            inner.Append(stream, expected, events, ct);

        public async IAsyncEnumerable<RecordedEvent> ReadStream(
            StreamName stream, long fromVersion = 0, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
        {
            await foreach (var recorded in inner.ReadStream(stream, fromVersion, ct))
            {
                Read++;
                yield return recorded;
            }
        }

        public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => inner.ReadAll(after, ct);
        public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => inner.Subscribe(after, ct);
        public Task<Position> End(CancellationToken ct = default) => inner.End(ct);
    }
}
