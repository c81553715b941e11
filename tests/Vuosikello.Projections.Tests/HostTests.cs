using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.Hosting;

namespace Vuosikello.Projections.Tests;

public sealed class HostTests
{
    private readonly MemoryStore _store = new() { BatchSize = 7 };

    [Fact]
    public async Task A_position_already_shown_is_not_waited_for()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);

        Assert.True(views.Views.WaitFor(views.Views.Position, CancellationToken.None).IsCompletedSuccessfully);
        Assert.NotNull(views.Partnerships.Find(plan.Partnership));
    }

    [Fact]
    public async Task Whoever_wrote_sees_what_they_wrote_after_waiting()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        var ahead = views.Views.WaitFor(new(views.Views.Position.Value + 1), TestContext.Current.CancellationToken);
        Assert.False(ahead.IsCompleted);

        var activity = await plan.Plan("Retki");
        await ahead;

        Assert.NotNull(views.Boards.FindActivity(activity));
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        using var patience = new CancellationTokenSource();
        var waiting = views.Views.WaitFor(new(1_000_000), patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Who_gave_up_waiting_is_forgotten_and_the_others_go_on()
    {
        await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        using var patience = new CancellationTokenSource();
        var impatient = Enumerable.Range(0, 100).Select(n => views.Views.WaitFor(new(1_000 + n), patience.Token)).ToList();
        var other = views.Views.WaitFor(new(1_050), TestContext.Current.CancellationToken);

        await patience.CancelAsync();
        await Task.WhenAll(impatient).ContinueWith(static _ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.All(impatient, waiting => Assert.True(waiting.IsCanceled));
        Assert.Equal(1, Assert.IsType<ViewsState>(views.Views).Waiting);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task Views_over_an_empty_log_become_ready()
    {
        await using var views = await RunningViews.Start(_store);
        var ready = new TaskCompletionSource();
        using var _ = views.Views.OnChange(_ => ready.TrySetResult());

        await Planning.Begin(_store);
        await views.Shows(new(4));

        Assert.True(views.Views.Ready);
    }

    [Fact]
    public async Task After_a_failure_of_the_store_no_event_is_missing_and_none_comes_twice()
    {
        var plan = await Planning.Begin(_store);
        var activity = await plan.Plan("Retki");
        for (int i = 0; i < 40; i++) await plan.HappensTo(activity, new ActivityRetitled(new($"Retki {i}")));
        _store.FailSubscriptionAfter(20, new StoreUnavailableException("gone", transient: true));
        _store.FailSubscriptionAfter(0, new StoreUnavailableException("still gone", transient: true));

        await using var views = await RunningViews.Over(_store);

        Assert.Equal(3, _store.Subscriptions);
        Assert.Equal(45, views.Progress.Applied);
        Assert.Equal("Retki 39", views.Boards.FindActivity(activity)!.Details.Title.Fi);
        Assert.Equal(40, views.Boards.FindActivity(activity)!.State.Version);
    }

    [Fact]
    public async Task Changes_are_told_in_order_once_the_views_are_ready()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        var told = new List<ViewChange>();
        var following = views.Views.OnChange(told.AddRange);

        var activity = await plan.Plan("Retki");
        await plan.HappensTo(activity, new ActivityConfirmed());
        var emphasis = await plan.HappensIn(2026, new Domain.AnnualCycles.CycleEmphasisSet(new("Yhdessä")));
        await views.Shows(emphasis.Position);
        following.Dispose();
        await plan.Plan("Kuulumaton");
        await views.Shows(await _store.End(TestContext.Current.CancellationToken));

        Assert.Equal(
            [new(plan.Partnership, 2026, activity, new(5), Streams.Of(activity)), new(plan.Partnership, 2026, activity, new(6), Streams.Of(activity)), new ViewChange(plan.Partnership, 2026, null, new(7), Streams.Of(new Domain.CycleId(plan.Partnership, 2026)))],
            told);
    }

    [Fact]
    public async Task A_callback_that_fails_does_not_stop_the_views()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        using var broken = views.Views.OnChange(_ => throw new InvalidOperationException("broken"));

        var activity = await plan.Plan("Retki");
        await views.Shows(await _store.End(TestContext.Current.CancellationToken));

        Assert.NotNull(views.Boards.FindActivity(activity));
        Assert.Contains(views.Log, line => line.StartsWith("Error: Somebody who follows the views failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_of_an_unknown_type_stops_the_server_and_names_itself()
    {
        await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        var waiting = views.Views.WaitFor(new(1_000), TestContext.Current.CancellationToken);

        await _store.Append(new("activity-x"), ExpectedVersion.Any, [new(new Guid(1, 2, 3, new byte[8]), "activity-teleported.v9", "{}"u8.ToArray(), "{}"u8.ToArray())], TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<ViewsHaltedException>(() => waiting);
        await Assert.ThrowsAsync<ViewsHaltedException>(() => views.Host.ExecuteTask!);
        Assert.Contains("activity-teleported.v9", failure.Message, StringComparison.Ordinal);
        Assert.Contains("position 4", failure.Message, StringComparison.Ordinal);
        Assert.False(views.Views.Ready);
        Assert.Equal(failure.Message, views.Progress.Failure);
        Assert.Contains(views.Log, line => line.StartsWith("Critical: The views stopped at position 4", StringComparison.Ordinal));
        await Assert.ThrowsAsync<ViewsHaltedException>(() => views.Views.WaitFor(new(5), CancellationToken.None));
    }

    [Fact]
    public async Task An_event_that_cannot_be_applied_stops_the_server_and_names_itself()
    {
        var plan = await Planning.Begin(_store);
        await plan.HappensTo(plan.Id(99), new ActivityConfirmed());

        await using var views = await RunningViews.Start(_store);
        var failure = await Assert.ThrowsAsync<ViewsHaltedException>(() => views.Host.ExecuteTask!);

        Assert.Contains("ActivityConfirmed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("never planned", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_always_find_whole_sorted_boards_while_events_are_applied()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);
        using var done = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            long seen = 0;
            while (!done.IsCancellationRequested)
            {
                var board = views.Boards.Find(plan.Year(2026))!;
                Assert.True(board.Position.Value >= seen);
                seen = board.Position.Value;
                Assert.Equal(board.Activities.Length, board.Activities.Select(a => a.Id).Distinct().Count());
                Assert.True(board.Activities.Zip(board.Activities.Skip(1)).All(pair => pair.First.FirstDay <= pair.Second.FirstDay));
                foreach (var activity in board.Activities) Assert.True(activity.Position <= board.Position);
            }
        })).ToArray();

        for (int i = 0; i < 300; i++)
        {
            var activity = await plan.Plan($"Retki {i}", Planning.On((i % 12) + 1, (i % 28) + 1));
            if (i % 3 == 0) await plan.HappensTo(activity, new ActivityRescheduled(Planning.On((i % 7) + 1, 3)));
            if (i % 5 == 0) await plan.HappensTo(activity, new ActivityWithdrawn());
        }
        await views.Shows(await _store.End(TestContext.Current.CancellationToken));
        await done.CancelAsync();
        await Task.WhenAll(reading);

        Assert.Equal(240, views.Boards.Find(plan.Year(2026))!.Activities.Length);
    }
}
