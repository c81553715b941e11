using Vuosikello.Projections.AsOf;

namespace Vuosikello.Projections.Tests.AsOf;

/// <summary>Every minute of the past is another board to read, and anybody may ask for any.</summary>
public sealed class Many_who_want_to_see_the_past
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strangers_wait_in_a_queue_that_has_an_end_and_keep_no_member_waiting()
    {
        var store = new MemoryStore();
        var log = await PastLog.Begin(store);
        await log.Plan(1, 1, "Retki");
        await using var views = await RunningViews.Over(store);
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Ready = reading.Task;
        var strangers = Enumerable.Range(10, 1 + IAsItWas.PublicWaiting).Select(minute => views.Past.BoardForPublic(PastLog.Year, PastLog.At(minute), Ct).AsTask()).ToList();
        store.Ready = Task.CompletedTask;

        await Assert.ThrowsAsync<PastBusyException>(async () => await views.Past.BoardForPublic(PastLog.Year, PastLog.At(99), Ct));
        Assert.Single((await views.Past.Board(PastLog.Year, PastLog.At(99), Ct))!.Activities);
        Assert.NotNull(await views.Past.BoardForPublic(PastLog.Year, PastLog.At(99), Ct));

        reading.SetResult();
        Assert.All(await Task.WhenAll(strangers), Assert.NotNull);
        Assert.NotNull(await views.Past.BoardForPublic(PastLog.Year, PastLog.At(100), Ct));
    }

    [Fact]
    public async Task Who_goes_away_leaves_the_queue()
    {
        var store = new MemoryStore();
        await PastLog.Begin(store);
        await using var views = await RunningViews.Over(store);
        store.Ready = new TaskCompletionSource().Task;
        using var gone = new CancellationTokenSource();
        var strangers = Enumerable.Range(10, 1 + IAsItWas.PublicWaiting).Select(minute => views.Past.BoardForPublic(PastLog.Year, PastLog.At(minute), gone.Token).AsTask()).ToList();

        await gone.CancelAsync();
        foreach (var stranger in strangers) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stranger);

        store.Ready = Task.CompletedTask;
        Assert.NotNull(await views.Past.BoardForPublic(PastLog.Year, PastLog.At(99), Ct));
    }
}
