using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Tests;

public sealed class BoardTests
{
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task A_board_lists_its_activities_by_start_then_title_as_Finnish_sorts_then_id()
    {
        var plan = await Planning.Begin(_store);
        await plan.Plan("Öinen uinti", Planning.On(5, 20));
        await plan.Plan("Zumba", Planning.On(5, 20));
        await plan.Plan("Älykuntoilu", Planning.On(5, 20));
        await plan.Plan("Iltapäivä", new ActivityTime.Exact(new(2026, 5, 20, 14, 0), new(2026, 5, 20, 16, 0)));
        await plan.Plan("Toukokuu", new ActivityTime.Months(new(2026, 5), new(2026, 6)));
        await plan.Plan("Viikoittain", new ActivityTime.Recurring(Planning.On(1, 7), new(Frequency.Weekly, 1, new(2026, 12, 31), []), []));
        await using var views = await RunningViews.Over(_store);

        var board = views.Boards.Find(plan.Year(2026));

        Assert.Equal(
            ["Viikoittain", "Toukokuu", "Zumba", "Älykuntoilu", "Öinen uinti", "Iltapäivä"],
            board!.Activities.Select(a => a.Details.Title.Fi));
    }

    [Fact]
    public async Task A_year_that_nobody_drafted_has_no_board_and_a_drafted_one_an_empty_board()
    {
        var plan = await Planning.Begin(_store);
        await using var views = await RunningViews.Over(_store);

        Assert.Null(views.Boards.Find(plan.Year(2027)));
        Assert.Empty(views.Boards.Find(plan.Year(2026))!.Activities);
    }

    [Fact]
    public async Task A_withdrawn_activity_vanishes_and_a_cancelled_one_stays()
    {
        var plan = await Planning.Begin(_store);
        var withdrawn = await plan.Plan("Vahinko");
        var cancelled = await plan.Plan("Peruttu");
        await plan.HappensTo(withdrawn, new ActivityWithdrawn());
        await plan.HappensTo(cancelled, new ActivityCancelled(new("Sade")));
        await using var views = await RunningViews.Over(_store);

        Assert.Equal([cancelled], views.Boards.Find(plan.Year(2026))!.Activities.Select(a => a.Id));
        Assert.Null(views.Boards.FindActivity(withdrawn));
        Assert.Equal(ActivityStatus.Cancelled, views.Boards.FindActivity(cancelled)!.State.Status);
    }

    [Fact]
    public async Task A_board_is_the_same_object_until_something_of_its_own_year_changes()
    {
        var plan = await Planning.Begin(_store);
        var activity = await plan.Plan("Retki");
        await plan.Draft(2027);
        await using var views = await RunningViews.Over(_store);
        var before = views.Boards.Find(plan.Year(2026))!;

        await plan.Plan("Muu vuosi", year: 2027);
        await views.Shows((await plan.Happens(new PartnershipRenamed(new("Jokilaakson seutu")))).Position);
        Assert.Same(before, views.Boards.Find(plan.Year(2026)));

        var changed = await plan.HappensTo(activity, new ActivityRetitled(new("Kevätretki")));
        await views.Shows(changed.Position);
        var after = views.Boards.Find(plan.Year(2026))!;
        Assert.Equal("Kevätretki", Assert.Single(after.Activities).Details.Title.Fi);
        Assert.Equal(changed.Position, after.Position);
        Assert.Equal("Retki", Assert.Single(before.Activities).Details.Title.Fi);
    }

    [Fact]
    public async Task A_moved_activity_takes_its_new_place_among_those_that_stay()
    {
        var plan = await Planning.Begin(_store);
        var first = await plan.Plan("A", Planning.On(1, 10));
        var second = await plan.Plan("B", Planning.On(2, 10));
        var third = await plan.Plan("C", Planning.On(3, 10));
        await using var views = await RunningViews.Over(_store);
        Assert.Equal([first, second, third], views.Boards.Find(plan.Year(2026))!.Activities.Select(a => a.Id));

        await views.Shows((await plan.HappensTo(first, new ActivityRescheduled(Planning.On(2, 20)))).Position);

        Assert.Equal([second, first, third], views.Boards.Find(plan.Year(2026))!.Activities.Select(a => a.Id));
    }

    [Fact]
    public async Task An_activity_knows_who_planned_it_and_who_changed_it_last()
    {
        var plan = await Planning.Begin(_store);
        var activity = await plan.Plan("Retki");
        var changed = await plan.HappensTo(activity, new ActivityConfirmed());
        await using var views = await RunningViews.Over(_store);

        var view = views.Boards.FindActivity(activity)!;

        Assert.Equal(new LocalDate(2026, 5, 20), view.FirstDay);
        Assert.Equal(Duration.FromMinutes(1), view.LastChange.At - view.Planned.At);
        Assert.Equal(changed.Position, view.Position);
        Assert.Equal(view.LastChange, view.State.Touched[ActivityFields.Status].Stamp);
    }

    [Fact]
    public async Task A_renamed_area_has_its_new_name_everywhere_because_activities_hold_only_its_id()
    {
        var plan = await Planning.Begin(_store);
        await plan.Happens(new AreaRedrawn(new(new("etela"), new("Etelärannikko"), [])));
        await using var views = await RunningViews.Over(_store);

        Assert.Equal("Etelärannikko", views.Partnerships.Find(plan.Partnership)!.State.Areas["etela"].Name.Fi);
    }

    [Fact]
    public async Task Partnerships_come_sorted_by_id_with_their_years_newest_first()
    {
        var later = await Planning.Begin(_store, "vaaramaa");
        await later.Draft(2025);
        await later.Draft(2027);
        await Planning.Begin(_store, "alanko");
        await using var views = await RunningViews.Over(_store);

        Assert.Equal(["alanko", "vaaramaa"], views.Partnerships.All.Select(p => p.Id.Value));
        Assert.Equal([2027, 2026, 2025], views.Partnerships.Find(later.Partnership)!.Years.Select(y => y.Year));
    }

    [Fact]
    public async Task The_history_has_every_change_with_what_was_before_it()
    {
        var plan = await Planning.Begin(_store);
        var activity = await plan.Plan("Retki");
        await plan.HappensTo(activity, new ActivityRetitled(new("Kevätretki")), new ActivityConfirmed());
        await using var views = await RunningViews.Over(_store);

        var history = await views.History.Of(activity, TestContext.Current.CancellationToken);

        Assert.Equal([null, "Retki", "Kevätretki"], history.Select(change => change.Before?.Details.Title.Fi));
        Assert.Equal([0L, 1, 2], history.Select(change => change.Version));
        Assert.Equal(new ActivityRetitled(new("Kevätretki")), history[1].Event);
        Assert.Empty(await views.History.Of(new ActivityId(Guid.Empty), TestContext.Current.CancellationToken));
    }
}
