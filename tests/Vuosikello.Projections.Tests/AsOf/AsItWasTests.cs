using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Tests.AsOf;

public sealed class AsItWasTests
{
    private readonly MemoryStore _store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string[] Titles(BoardView? board) => [.. board!.Activities.Select(a => a.Details.Title.Fi!)];

    [Fact]
    public async Task A_board_stands_as_it_stood_before_and_after_a_rescheduling()
    {
        var log = await PastLog.Begin(_store);
        await log.Plan(10, 1, "Retki", Planning.On(5, 20));
        await log.Plan(10, 2, "Talkoot", Planning.On(6, 1));
        await log.Happens(20, PastLog.Id(1), new ActivityRescheduled(Planning.On(9, 1)));
        await using var views = await RunningViews.Over(_store);

        var before = await views.Past.Board(PastLog.Year, PastLog.At(19), Ct);
        var after = await views.Past.Board(PastLog.Year, PastLog.At(20), Ct);

        Assert.Equal(["Retki", "Talkoot"], Titles(before));
        Assert.Equal(Planning.On(5, 20), before!.Activities[0].Details.Time);
        Assert.Equal(["Talkoot", "Retki"], Titles(after));
        Assert.Equal(views.Boards.Find(PastLog.Year)!.Activities.Select(a => a.State), after!.Activities.Select(a => a.State));
    }

    [Fact]
    public async Task What_was_withdrawn_later_stands_and_what_was_planned_later_does_not()
    {
        var log = await PastLog.Begin(_store);
        await log.Plan(10, 1, "Vahinko");
        await log.Plan(30, 2, "Uusi");
        await log.Happens(20, PastLog.Id(1), new ActivityWithdrawn());
        await using var views = await RunningViews.Over(_store);

        Assert.Equal(["Vahinko"], Titles(await views.Past.Board(PastLog.Year, PastLog.At(15), Ct)));
        Assert.Empty(Titles(await views.Past.Board(PastLog.Year, PastLog.At(25), Ct)));
        Assert.Equal(["Uusi"], Titles(await views.Past.Board(PastLog.Year, PastLog.At(35), Ct)));
        Assert.NotNull(await views.Past.Activity(PastLog.Id(1), PastLog.At(15), Ct));
        Assert.Null(await views.Past.Activity(PastLog.Id(1), PastLog.At(25), Ct));
        Assert.Null(await views.Past.Activity(PastLog.Id(1), PastLog.At(5), Ct));
    }

    [Fact]
    public async Task What_did_not_exist_yet_or_never_did_is_nothing()
    {
        var log = await PastLog.Begin(_store);
        await log.Happens(60, Streams.Of(PastLog.Year with { Year = 2027 }), new CycleDrafted(PastLog.Year with { Year = 2027 }));
        await using var views = await RunningViews.Over(_store);

        Assert.Null(await views.Past.Board(PastLog.Year with { Year = 2027 }, PastLog.At(59), Ct));
        Assert.NotNull(await views.Past.Board(PastLog.Year with { Year = 2027 }, PastLog.At(60), Ct));
        Assert.Null(await views.Past.Board(PastLog.Year with { Year = 2028 }, PastLog.At(60), Ct));
        Assert.Null(await views.Past.Partnership(PastLog.Partnership, PastLog.At(-1), Ct));
        Assert.Null(await views.Past.Partnership(new("muu"), PastLog.At(0), Ct));
        Assert.Null(await views.Past.Of<Activity>(Streams.Of(PastLog.Id(1)), PastLog.At(60), Ct));
    }

    [Fact]
    public async Task A_partnership_has_the_names_phases_and_years_it_had()
    {
        var log = await PastLog.Begin(_store);
        await log.Happens(10, Streams.Of(PastLog.Partnership), new PartnershipRenamed(new("Jokivarsi")));
        await log.Happens(20, Streams.Of(PastLog.Year), new CycleAdopted());
        await log.Happens(30, Streams.Of(PastLog.Year with { Year = 2027 }), new CycleDrafted(PastLog.Year with { Year = 2027 }));
        await using var views = await RunningViews.Over(_store);

        var early = await views.Past.Partnership(PastLog.Partnership, PastLog.At(5), Ct);
        var late = await views.Past.Partnership(PastLog.Partnership, PastLog.At(25), Ct);

        Assert.Equal(("Jokilaakso", CyclePhase.Draft), (early!.State.Name.Fi, Assert.Single(early.Years).State.Phase));
        Assert.Equal(("Jokivarsi", CyclePhase.Adopted), (late!.State.Name.Fi, Assert.Single(late.Years).State.Phase));
    }

    [Fact]
    public async Task After_a_clock_that_jumped_ahead_a_stream_goes_on_from_the_moment_that_the_wrong_stamp_names()
    {
        var log = await PastLog.Begin(_store);
        await log.Plan(10, 1, "Yksi");
        await log.Happens(500, PastLog.Id(1), new ActivityRetitled(new("Kaksi")));
        await log.Happens(20, PastLog.Id(1), new ActivityRetitled(new("Kolme")));
        await using var views = await RunningViews.Over(_store);

        Assert.Equal(["Yksi"], Titles(await views.Past.Board(PastLog.Year, PastLog.At(30), Ct)));
        Assert.Equal(["Kolme"], Titles(await views.Past.Board(PastLog.Year, PastLog.At(500), Ct)));
    }

    [Fact]
    public async Task After_a_clock_that_jumped_back_an_event_counts_with_the_one_before_it()
    {
        var log = await PastLog.Begin(_store);
        await log.Plan(100, 1, "Yksi");
        await log.Happens(50, PastLog.Id(1), new ActivityRetitled(new("Kaksi")));
        await using var views = await RunningViews.Over(_store);

        Assert.Empty(Titles(await views.Past.Board(PastLog.Year, PastLog.At(60), Ct)));
        Assert.Equal(["Kaksi"], Titles(await views.Past.Board(PastLog.Year, PastLog.At(100), Ct)));
    }

    [Fact]
    public async Task A_past_board_is_the_same_object_until_the_year_changes_and_sees_what_was_added_to_the_past()
    {
        var log = await PastLog.Begin(_store);
        await log.Plan(10, 1, "Yksi");
        await using var views = await RunningViews.Over(_store);
        var first = await views.Past.Board(PastLog.Year, PastLog.At(30), Ct);

        Assert.Same(first, await views.Past.Board(PastLog.Year, PastLog.At(30), Ct));

        await log.Plan(20, 2, "Tuotu");
        await log.Happens(40, PastLog.Id(1), new ActivityRetitled(new("Myöhempi")));
        await views.Shows(await _store.End(Ct));
        Assert.Equal(["Tuotu", "Yksi"], Titles(await views.Past.Board(PastLog.Year, PastLog.At(30), Ct)));
    }

    [Fact]
    public void What_is_kept_of_the_past_is_bounded_and_what_was_not_asked_for_the_longest_goes_first()
    {
        var kept = new KeptPast<string, string>(10, value => value.Length);
        kept.Put("a", "xxxx");
        kept.Put("b", "xxxx");
        Assert.NotNull(kept.Find("a"));
        kept.Put("c", "xxxx");

        Assert.Null(kept.Find("b"));
        Assert.NotNull(kept.Find("a"));
        kept.Put("d", new string('x', 100));
        Assert.Equal(1, kept.Count);
        Assert.NotNull(kept.Find("d"));
    }
}
