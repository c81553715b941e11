using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>Anybody may ask for feeds without number: those that nobody asked for before wait for one another, and nobody else waits for them.</summary>
public sealed class FeedFirstRenderTests
{
    [Fact]
    public async Task Two_at_once_are_rendered_for_the_first_time_while_kept_ones_are_served()
    {
        await using var scene = await FeedScene.Begin();
        var (kept, first, second, third) = (await scene.Planning.Plan("Kesä"), await scene.Planning.Plan("Yksi"), await scene.Planning.Plan("Kaksi"), await scene.Planning.Plan("Kolme"));
        await scene.Feed();
        using var boards = new TwoAtOnce(scene.Views.Boards);
        var feeds = new KeptFeeds(scene.Views.Partnerships, new(scene.Views.Partnerships, boards, scene.Views.Agreements, FeedScene.Settings), FeedScene.Settings, new FeedWork(), scene.Clock);
        ValueTask<FoundFeed?> Find(ActivityId id) => feeds.Find(new(scene.Planning.Partnership, FeedScope.Activity, id.ToString(), FeedChoice.In("fi")), TestContext.Current.CancellationToken);
        await feeds.Find(Year(scene), TestContext.Current.CancellationToken);
        Assert.NotNull(await Find(kept));
        boards.Close();

        Task<FoundFeed?>[] rendering = [Task.Run(() => Find(first).AsTask()), Task.Run(() => Find(second).AsTask())];
        await boards.BothInside;
        var waiting = Find(third);
        Assert.False(waiting.IsCompleted);
        Assert.NotNull(await feeds.Find(Year(scene), TestContext.Current.CancellationToken));

        boards.Open();
        Assert.All(await Task.WhenAll(rendering), found => Assert.NotNull(found));
        Assert.NotNull(await waiting);
    }

    private static FeedKey Year(FeedScene scene) => new(scene.Planning.Partnership, FeedScope.Year, "2026", FeedChoice.In("fi"));

    /// <summary>Holds whoever looks for an activity while it is closed, and does not bear a third.</summary>
    private sealed class TwoAtOnce(IBoardViews boards) : IBoardViews, IDisposable
    {
        private readonly ManualResetEventSlim _open = new(true);
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _inside;

        public Task BothInside => _both.Task;

        public void Close() => _open.Reset();
        public void Open() => _open.Set();
        public BoardView? Find(CycleId cycle) => boards.Find(cycle);

        public ActivityView? FindActivity(ActivityId activity)
        {
            if (_open.IsSet) return boards.FindActivity(activity);
            int inside = Interlocked.Increment(ref _inside);
            if (inside > 2) throw new InvalidOperationException("A third one is rendered at once.");
            if (inside == 2) _both.SetResult();
            _open.Wait(TestContext.Current.CancellationToken);
            return boards.FindActivity(activity);
        }

        public void Dispose() => _open.Dispose();
    }
}
