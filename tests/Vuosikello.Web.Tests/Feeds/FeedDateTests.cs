using System.Net;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>Programs that ask by date: whatever date they have, they never keep what is no longer so.</summary>
public sealed class FeedDateTests
{
    private const string Path = "/feeds/jokilaakso/2009.ics";
    private static readonly AreaId North = new("pohjoinen"), South = new("etela");
    private static readonly Instant Morning = Instant.FromUtc(2009, 3, 2, 8, 0);
    private static readonly (string, string) Later = ("If-Modified-Since", "Fri, 01 Jan 2010 00:00:00 GMT");

    private static ActivityTime Workshop => new ActivityTime.Exact(new(2009, 3, 24, 16, 0), new(2009, 3, 24, 19, 0));

    private static (string, string) Since(DateTimeOffset? date) => ("If-Modified-Since", date!.Value.ToString("R"));

    [Fact]
    public async Task Until_a_change_has_settled_only_the_tag_tells_and_then_the_date_too()
    {
        await using var server = await FeedServer.Start();
        server.Plan("Työpaja 1", Workshop, Morning);
        server.Now = Morning + Duration.FromSeconds(10);
        using var early = await server.Get(Path, Later);
        server.Now = Morning + Duration.FromSeconds(11);
        using var settled = await server.Get(Path);
        using var again = await server.Get(Path, Since(settled.Content.Headers.LastModified));

        Assert.Equal((HttpStatusCode.OK, null), (early.StatusCode, early.Content.Headers.LastModified));
        Assert.NotNull(early.Headers.ETag);
        Assert.True(settled.Content.Headers.LastModified < server.Now.ToDateTimeOffset());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Who_asks_with_the_hour_of_the_fetch_gets_what_changed_in_the_same_second_and_what_showed_late()
    {
        await using var server = await FeedServer.Start();
        server.Plan("Työpaja 1", Workshop, Morning + Duration.FromMilliseconds(200));
        server.Now = Morning + Duration.FromMilliseconds(500);
        var fetched = Morning.ToDateTimeOffset();
        server.Plan("Työpaja 2", Workshop, Morning + Duration.FromMilliseconds(900));
        server.Now = Morning + Duration.FromMinutes(1);
        using var sameSecond = await server.Get(Path, Since(fetched));
        using var before = await server.Get(Path);

        // Its command came five seconds ago, and it shows only now.
        server.Plan("Työpaja 3", Workshop, server.Now - Duration.FromSeconds(5));
        using var late = await server.Get(Path, Since(server.Now.ToDateTimeOffset()));
        server.Now += Duration.FromMinutes(1);
        using var stillLate = await server.Get(Path, Since(server.Now.ToDateTimeOffset() - TimeSpan.FromMinutes(1)));

        Assert.Equal(HttpStatusCode.OK, sameSecond.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (late.StatusCode, stillLate.StatusCode));
        Assert.NotEqual(before.Headers.ETag, stillLate.Headers.ETag);
    }

    [Fact]
    public async Task A_date_counts_only_at_an_address_of_what_there_is_or_was()
    {
        await using var server = await FeedServer.Start();
        server.Change(new AreaAdded(new(North, new("Pohjoinen"), [])));
        server.Plan("Työpaja", Workshop, areas: North);

        using var known = await server.Get($"{Path}?area=pohjoinen", Later);
        using var mixed = await server.Get($"{Path}?area=pohjoinen&area=ei-ole", Later);
        using var never = await server.Get($"{Path}?area=ei-ole", Later);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.NotFound), (known.StatusCode, mixed.StatusCode, never.StatusCode));
        Assert.Null(mixed.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_removed_area_leaves_its_subscribers_their_calendar()
    {
        await using var server = await FeedServer.Start();
        server.Change(new AreaAdded(new(North, new("Pohjoinen"), [])), new AreaAdded(new(South, new("Etelä"), [])));
        server.Plan("Työpaja", Workshop, areas: North);
        server.Change(new AreaRemoved(South));

        Assert.All(
            await Task.WhenAll(server.Get("/feeds/jokilaakso/areas/etela.ics"), server.Get($"{Path}?area=etela"), server.Get($"{Path}?area=pohjoinen&area=etela")),
            answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task A_fetch_counts_for_the_feed_that_was_served_however_it_was_asked_for()
    {
        await using var server = await FeedServer.Start();
        server.Change(new AreaAdded(new(North, new("Pohjoinen"), [])));
        var key = new FeedKey(new("jokilaakso"), FeedScope.Year, "2009", FeedChoice.In("fi") with { Areas = [North] });

        using var answer = await server.Get($"{Path}?area=pohjoinen&area=ei-ole");

        Assert.Equal(1, server.Fetches.Of(key)?.LastDay);
        Assert.Null(server.Fetches.Of(key with { Choice = key.Choice with { Areas = [North, new("ei-ole")] } }));
    }

    [Fact]
    public async Task While_the_views_catch_up_no_calendar_is_missing_or_half_told()
    {
        await using var server = await FeedServer.Start();
        server.Plan("Työpaja", Workshop);
        server.Ready = false;

        foreach (string path in new[] { Path, "/feeds/jokilaakso.ics", "/feeds/muu.ics" })
        {
            using var answer = await server.Get(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.NotNull(answer.Headers.RetryAfter!.Delta);
            Assert.Null(answer.Headers.ETag);
        }

        server.Ready = true;
        using var ready = await server.Get(Path);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }
}
