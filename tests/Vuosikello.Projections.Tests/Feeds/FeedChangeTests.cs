using System.Buffers;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>What a change costs, counted and not timed.</summary>
public sealed class FeedChangeTests
{
    private const int Many = 300;
    private static readonly FeedChoice All = FeedChoice.In("fi");

    private static async Task<ActivityId[]> PlanMany(FeedScene scene)
    {
        var ids = new List<ActivityId>();
        for (int i = 0; i < Many; i++) ids.Add(await scene.Planning.Plan($"Toiminto {i}", Planning.On(i % 12 + 1, i % 28 + 1)));
        return [.. ids];
    }

    private static (long Events, long Chunks, long Feeds) Done(FeedWork work) => (work.EventsRendered, work.ChunksMade, work.FeedsMade);

    [Fact]
    public async Task A_change_renders_one_event_and_one_chunk_of_each_feed_that_it_is_in()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Happens(new AreaAdded(new(new("pohjoinen"), new("Pohjoinen"), [])));
        var ids = await PlanMany(scene);
        await scene.Planning.HappensTo(ids[7], new ActivityAreasChosen([new AreaId("etela")]));
        await scene.Planning.HappensTo(ids[8], new ActivityAreasChosen([new AreaId("pohjoinen")]));
        await scene.Feed(FeedScope.Whole, "");
        await scene.Feed(FeedScope.Area, "etela");
        var elsewhere = await scene.Feed(FeedScope.Area, "pohjoinen");
        var before = Done(scene.Work);

        await scene.Planning.HappensTo(ids[7], new ActivityRetitled(new("Muuttunut")));
        var (whole, area, other) = (await scene.Feed(FeedScope.Whole, ""), await scene.Feed(FeedScope.Area, "etela"), await scene.Feed(FeedScope.Area, "pohjoinen"));

        Assert.Contains("SUMMARY:Muuttunut", FeedScene.Lines(whole));
        Assert.Contains("SUMMARY:Muuttunut", FeedScene.Lines(area));
        Assert.Same(elsewhere, other);
        Assert.Equal((before.Events + 1, before.Chunks + 2, before.Feeds + 2), Done(scene.Work));
    }

    [Fact]
    public async Task A_feed_with_alarms_too_renders_only_what_changed()
    {
        await using var scene = await FeedScene.Begin();
        var ids = await PlanMany(scene);
        var alarmed = All with { Alarm = Duration.FromHours(1) };
        await scene.Feed(FeedScope.Year, "2026", alarmed);
        var before = Done(scene.Work);

        await scene.Planning.HappensTo(ids[7], new ActivityRetitled(new("Muuttunut")));
        await scene.Feed(FeedScope.Year, "2026", alarmed);

        Assert.Equal((before.Events + 1, before.Chunks + 1, before.Feeds + 1), Done(scene.Work));
    }

    [Fact]
    public async Task What_joins_and_what_leaves_a_feed_touches_it()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Planning.Plan("Retki");
        Assert.Empty(await scene.Titles(FeedScope.Area, "etela", All));

        await scene.Planning.HappensTo(id, new ActivityAreasChosen([new AreaId("etela")]));
        Assert.Equal(["Retki"], await scene.Titles(FeedScope.Area, "etela", All));
        var with = await scene.Feed(FeedScope.Area, "etela");

        await scene.Planning.HappensTo(id, new ActivityAreasChosen([]));
        Assert.Empty(await scene.Titles(FeedScope.Area, "etela", All));
        Assert.True((await scene.Feed(FeedScope.Area, "etela")).LastModified > with.LastModified);
    }

    [Fact]
    public async Task A_new_partner_changes_nothing_and_a_renamed_one_only_what_names_it()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Happens(new PartnerJoined(new(new("kunta"), PartnerKind.Municipality, new("Kunta"), [], [])));
        await scene.Plan(Planning.Details("Kunnan", Planning.On(5, 3)) with { Responsible = new(LocalText.Empty, new PartnerId("kunta")) });
        await scene.Planning.Plan("Muiden");
        var feed = await scene.Feed();
        var before = Done(scene.Work);

        await scene.Planning.Happens(new PartnerJoined(new(new("seura"), PartnerKind.Association, new("Seura"), [], [])));
        Assert.Same(feed, await scene.Feed());
        Assert.Equal(before, Done(scene.Work));

        await scene.Planning.Happens(new PartnerCardChanged(new(new("kunta"), PartnerKind.Municipality, new("Kaupunki"), [], [])));
        Assert.Contains("CONTACT:Kaupunki", await scene.Lines());
        Assert.Equal(before.Events + 1, scene.Work.EventsRendered);
    }

    [Fact]
    public async Task Changed_step_by_step_or_made_at_once_it_has_the_same_bytes()
    {
        await using var scene = await FeedScene.Begin();
        var ids = await PlanMany(scene);
        await scene.Feed();
        for (int i = 0; i < Many; i += 13)
        {
            await scene.Planning.HappensTo(ids[i], i % 2 == 0 ? new ActivityRetitled(new($"Muuttunut {i}")) : new ActivityRescheduled(Planning.On(12 - i % 12, i % 28 + 1)));
            await scene.Feed();
        }
        var changed = await scene.Feed();

        var fresh = new KeptFeeds(scene.Views.Partnerships, new(scene.Views.Partnerships, scene.Views.Boards, scene.Views.Agreements, FeedScene.Settings), FeedScene.Settings, new FeedWork(), scene.Clock);
        var atOnce = (await fresh.Find(new(scene.Planning.Partnership, FeedScope.Year, "2026", All), TestContext.Current.CancellationToken))!.Value.Feed;

        Assert.Equal(atOnce.Tag, changed.Tag);
        Assert.Equal(atOnce.Plain.ToArray(), changed.Plain.ToArray());
        Assert.Equal(atOnce.Gzip.ToArray(), changed.Gzip.ToArray());
    }

    [Fact]
    public async Task Feeds_that_nobody_asks_for_make_room_and_come_again_the_same()
    {
        await using var scene = await FeedScene.Begin(FeedScene.Settings with { MostOctets = 40_000 });
        await PlanMany(scene);
        scene.Now = Instant.FromUtc(2026, 3, 1, 12, 0);
        var first = await scene.Feed(FeedScope.Area, "etela");
        scene.Now = Instant.FromUtc(2026, 3, 1, 12, 1);
        await scene.Feed();

        var again = await scene.Feed(FeedScope.Area, "etela");

        Assert.NotSame(first, again);
        Assert.Equal((first.Tag, first.LastModified), (again.Tag, again.LastModified));
    }

    [Fact]
    public async Task After_more_changes_than_are_remembered_a_feed_still_has_them_all()
    {
        await using var scene = await FeedScene.Begin();
        var ids = await PlanMany(scene);
        await scene.Feed();
        for (int i = 0; i < Many; i++) await scene.Planning.HappensTo(ids[i], new ActivityRetitled(new($"Muuttunut {i}")));

        Assert.Equal(Many, (await scene.Titles(FeedScope.Year, "2026", All)).Count(title => title.StartsWith("Muuttunut", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_never_planned_leaves_nothing_behind()
    {
        await using var scene = await FeedScene.Begin();
        var id = scene.Planning.Id(99);
        Assert.Null(await scene.Find(FeedScope.Activity, id.ToString(), All));
        Assert.Equal(0, scene.Feeds.Count);

        await scene.Planning.HappensTo(id, new ActivityPlanned(id, scene.Planning.Year(2026), Planning.Details("Nyt on", Planning.On(5, 1))));

        Assert.Equal(["Nyt on"], await scene.Titles(FeedScope.Activity, id.ToString(), All));
    }
}
