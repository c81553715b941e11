using System.Buffers;
using System.IO.Compression;
using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Projections.Tests.Feeds;

public sealed class FeedLifeTests
{
    [Fact]
    public async Task Without_a_change_it_is_the_same_object()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Retki");

        Assert.Same(await scene.Feed(), await scene.Feed());
    }

    [Fact]
    public async Task A_change_and_a_deletion_change_the_tag_and_the_time()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Retki");
        var withdrawn = await scene.Planning.Plan("Vahinko");
        var before = await scene.Feed();
        await scene.Planning.HappensTo(withdrawn, new ActivityWithdrawn());

        var after = await scene.Feed();

        Assert.NotEqual(before.Tag, after.Tag);
        Assert.True(after.LastModified > before.LastModified);
        Assert.Contains("SUMMARY:POISTETTU: Vahinko", FeedScene.Lines(after));
    }

    [Fact]
    public async Task A_change_elsewhere_leaves_a_feed_as_it_is()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Plan(Planning.Details("Alueen", Planning.On(5, 1)) with { Areas = [new("etela")] });
        var before = await scene.Feed(FeedScope.Area, "etela");
        await scene.Planning.Plan("Muualla");

        Assert.Same(before, await scene.Feed(FeedScope.Area, "etela"));
    }

    [Fact]
    public async Task The_same_state_gives_the_same_bytes_and_tag_on_another_server()
    {
        var tags = new List<string>();
        for (int server = 0; server < 2; server++)
        {
            await using var scene = await FeedScene.Begin();
            await scene.Planning.Plan("Retki");
            tags.Add((await scene.Feed()).Tag);
        }
        Assert.Equal(tags[0], tags[1]);
    }

    [Fact]
    public async Task A_renamed_theme_shows()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Plan(Planning.Details("Teeman", Planning.On(5, 2)) with { Themes = [new("liikunta")] });
        await scene.Feed();
        await scene.Planning.Happens(new Domain.Partnerships.ThemeRenamed(new("liikunta"), new("Terveys")));

        Assert.Contains("CATEGORIES:Terveys", await scene.Lines());
    }

    [Fact]
    public async Task New_year_takes_the_year_before_last_out_of_the_open_feed()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Retki");
        scene.Now = Instant.FromUtc(2027, 12, 31, 21, 59);
        var before = await scene.Feed(FeedScope.Whole, "");
        Assert.Contains("SUMMARY:Retki", FeedScene.Lines(before));

        scene.Now = Instant.FromUtc(2027, 12, 31, 22, 0);
        var after = await scene.Feed(FeedScope.Whole, "");

        Assert.DoesNotContain("SUMMARY:Retki", FeedScene.Lines(after));
        Assert.Equal(Instant.FromUtc(2027, 12, 31, 22, 0), after.LastModified);
        Assert.Contains("SUMMARY:Retki", await scene.Lines());
    }

    [Fact]
    public async Task A_cancelled_one_goes_a_year_after_its_cancellation()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Planning.Plan("Retki");
        await scene.Planning.HappensTo(id, new ActivityCancelled(Domain.LocalText.Empty));
        scene.Now = Instant.FromUtc(2026, 12, 31, 21, 59);
        Assert.Contains("SUMMARY:PERUTTU: Retki", await scene.Lines());

        scene.Now = Instant.FromUtc(2026, 12, 31, 22, 0);

        Assert.DoesNotContain("SUMMARY:PERUTTU: Retki", await scene.Lines());
    }

    [Fact]
    public async Task A_withdrawn_one_stays_a_year_as_cancelled_and_says_no_more_than_that_it_is_gone()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Plan(Planning.Details("Vahinko", Planning.On(5, 1)) with { Description = new("Salaisuus"), Venue = new("Kirjasto") });
        await scene.Planning.HappensTo(id, new ActivityWithdrawn());

        string[] lines = await scene.Lines();
        Assert.Contains("SUMMARY:POISTETTU: Vahinko", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("SEQUENCE:9", lines);
        Assert.Contains("DESCRIPTION:Toiminto on poistettu vuosikellosta.", lines);
        Assert.DoesNotContain(lines, line => line.Contains("Salaisuus", StringComparison.Ordinal) || line.StartsWith("LOCATION", StringComparison.Ordinal));

        scene.Now = Instant.FromUtc(2026, 12, 31, 22, 0);
        Assert.DoesNotContain("SUMMARY:POISTETTU: Vahinko", await scene.Lines());
    }

    [Fact]
    public async Task What_cannot_stand_in_a_calendar_is_left_out_and_takes_nothing_with_it()
    {
        await using var scene = await FeedScene.Begin();
        var spoiled = await scene.Planning.Plan("Nurin");
        await scene.Planning.HappensTo(spoiled, new ActivityRescheduled(new ActivityTime.Days(new(2026, 5, 3), new(2026, 5, 1))));
        Assert.Equal(0, (await scene.Find(FeedScope.Year, "2026", FeedChoice.In("fi")))!.Events);

        await scene.Planning.Plan("Retki");

        Assert.Equal(["Retki"], await scene.Titles(FeedScope.Year, "2026", FeedChoice.In("fi")));
    }

    [Fact]
    public async Task Compressed_it_is_the_same()
    {
        await using var scene = await FeedScene.Begin();
        await scene.Planning.Plan("Retki");
        var feed = await scene.Feed();

        Assert.Equal(feed.Plain.ToArray(), Read(new GZipStream(new MemoryStream(feed.Gzip.ToArray()), CompressionMode.Decompress)));
        Assert.Equal(feed.Plain.ToArray(), Read(new BrotliStream(new MemoryStream(await feed.Brotli), CompressionMode.Decompress)));
    }

    private static byte[] Read(Stream stream)
    {
        using var plain = new MemoryStream();
        using (stream) stream.CopyTo(plain);
        return plain.ToArray();
    }
}
