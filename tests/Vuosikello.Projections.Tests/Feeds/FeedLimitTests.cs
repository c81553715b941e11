using NodaTime;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>A feed that would be too large holds what is nearest to today; a year's own feed is whole.</summary>
public sealed class FeedLimitTests
{
    private static readonly FeedSettings Small = FeedScene.Settings with { Limit = new FeedLimit(Events: 3, Octets: 100_000) };

    private static async Task<FeedScene> Planned(FeedSettings settings)
    {
        var scene = await FeedScene.Begin(settings);
        foreach (int month in (int[])[1, 2, 3, 4, 5]) await scene.Planning.Plan($"Kuussa {month}", Planning.On(month, 1));
        scene.Now = Instant.FromUtc(2026, 3, 10, 12, 0);
        return scene;
    }

    [Fact]
    public async Task What_is_farthest_from_today_goes_and_the_calendar_says_so()
    {
        await using var scene = await Planned(Small);

        var feed = await scene.Feed(FeedScope.Whole, "");

        Assert.Equal(["Kuussa 2", "Kuussa 3", "Kuussa 4"], await scene.Titles(FeedScope.Whole, "", FeedChoice.In("fi")));
        Assert.Equal(new FeedOmission(2, new(2026, 2, 1), new(2026, 4, 1)), feed.LeftOut);
        Assert.Contains(FeedScene.Lines(feed), line => line.StartsWith("DESCRIPTION:Kalenterissa on se\\, mikä on lähinnä tätä päivää: 1.2.–1.4.2026. 2 kauempana olevaa tapahtumaa on jätetty pois\\,", StringComparison.Ordinal));
        Assert.Contains(await scene.Lines(FeedScope.Whole, "", "en"), line => line.StartsWith("DESCRIPTION:This calendar holds what is nearest to today: 1 Feb – 1 Apr 2026.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_years_own_feed_is_whole()
    {
        await using var scene = await Planned(Small);

        var feed = await scene.Feed();

        Assert.Equal((5, null), (feed.Events, feed.LeftOut));
    }

    [Fact]
    public async Task As_days_go_by_others_are_nearest()
    {
        await using var scene = await Planned(Small);
        var before = await scene.Feed(FeedScope.Whole, "");

        scene.Now = Instant.FromUtc(2026, 4, 9, 21, 0);

        Assert.Equal(["Kuussa 3", "Kuussa 4", "Kuussa 5"], await scene.Titles(FeedScope.Whole, "", FeedChoice.In("fi")));
        Assert.True((await scene.Feed(FeedScope.Whole, "")).LastModified > before.LastModified);
    }

    [Fact]
    public async Task Octets_count_as_well_as_events()
    {
        await using var scene = await Planned(FeedScene.Settings with { Limit = new FeedLimit(Events: 1_000, Octets: 1_000) });

        var feed = await scene.Feed(FeedScope.Whole, "");

        Assert.InRange(feed.Events, 1, 3);
        Assert.Equal(5, feed.Events + feed.LeftOut!.Events);
    }

    [Fact]
    public async Task Below_the_limit_nothing_is_left_out()
    {
        await using var scene = await Planned(FeedScene.Settings);

        var feed = await scene.Feed(FeedScope.Whole, "");

        Assert.Equal((5, null), (feed.Events, feed.LeftOut));
        Assert.DoesNotContain(FeedScene.Lines(feed).TakeWhile(line => line != "BEGIN:VEVENT"), line => line.StartsWith("DESCRIPTION", StringComparison.Ordinal));
    }
}
