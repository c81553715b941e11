using System.Net;
using Vuosikello.Calendars.TestKit;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Tests.Feeds;

public sealed class FeedHttpTests
{
    private const string Path = "/feeds/jokilaakso/2009.ics";

    private static ActivityTime Workshop => new ActivityTime.Exact(new(2009, 3, 24, 16, 0), new(2009, 3, 24, 19, 0));

    private static async Task<FeedServer> Served()
    {
        var server = await FeedServer.Start();
        server.Plan("Työpaja 1", Workshop);
        return server;
    }

    [Fact]
    public async Task A_feed_comes_as_a_calendar_with_all_that_subscribers_need()
    {
        await using var server = await Served();

        using var answer = await server.Get(Path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=\"jokilaakso-2009.ics\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.False(answer.Headers.ETag!.IsWeak);
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Equal(new DateTimeOffset(2009, 1, 15, 8, 2, 10, TimeSpan.Zero), answer.Content.Headers.LastModified);
        byte[] calendar = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Empty(CalendarLinter.Lint(calendar));
        Assert.Equal(calendar.Length, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/feeds/jokilaakso.ics", 200)]
    [InlineData("/feeds/jokilaakso/2009.ics?lang=sv", 200)]
    [InlineData("/feeds/jokilaakso/2009.ics?lang=xx&x", 200)]
    [InlineData("/feeds/jokilaakso/2010.ics", 404)]
    [InlineData("/feeds/jokilaakso/20x9.ics", 404)]
    [InlineData("/feeds/muu.ics", 404)]
    [InlineData("/feeds/jokilaakso/areas/muu.ics", 404)]
    [InlineData("/feeds/jokilaakso/themes/muu.ics", 404)]
    [InlineData("/feeds/jokilaakso/partners/muu.ics", 404)]
    [InlineData("/feeds/jokilaakso/groups/muu.ics", 404)]
    [InlineData("/feeds/jokilaakso/activities/muu.ics", 404)]
    [InlineData("/feeds/jokilaakso/activities/00000001-0000-0000-0000-000000000000.ics", 200)]
    [InlineData("/feeds/private/2009.ics", 404)]
    [InlineData("/robots.txt", 200)]
    public async Task Every_address_answers_with_what_it_should(string path, int status)
    {
        await using var server = await Served();

        using var answer = await server.Get(path);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 404) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task HEAD_says_what_GET_says_without_the_body()
    {
        await using var server = await Served();
        using var got = await server.Get(Path);
        using var client = new HttpClient();

        using var answer = await client.SendAsync(new(HttpMethod.Head, new Uri(server.Address, Path)), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(got.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(got.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("If-None-Match", "{0}", 304)]
    [InlineData("If-None-Match", "W/{0}", 304)]
    [InlineData("If-None-Match", "\"a\", {0}", 304)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-None-Match", "\"a\"", 200)]
    [InlineData("If-Modified-Since", "Thu, 15 Jan 2009 08:02:10 GMT", 304)]
    [InlineData("If-Modified-Since", "Thu, 15 Jan 2009 08:03:00 GMT", 304)]
    [InlineData("If-Modified-Since", "Thu, 15 Jan 2009 08:02:09 GMT", 200)]
    [InlineData("If-Modified-Since", "yesterday", 200)]
    public async Task What_a_subscriber_has_already_is_not_sent_again(string header, string value, int status)
    {
        await using var server = await Served();
        using var first = await server.Get(Path);

        using var again = await server.Get(Path, (header, string.Format(System.Globalization.CultureInfo.InvariantCulture, value, first.Headers.ETag!.Tag)));

        Assert.Equal(status, (int)again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task A_date_does_not_count_beside_a_tag()
    {
        await using var server = await Served();

        using var answer = await server.Get(Path, ("If-None-Match", "\"other\""), ("If-Modified-Since", "Fri, 15 Jan 2010 08:02:00 GMT"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task After_a_change_the_old_tag_and_the_old_date_bring_the_new_feed()
    {
        await using var server = await Served();
        using var first = await server.Get(Path);
        server.Plan("Työpaja 2", Workshop);

        using var byTag = await server.Get(Path, ("If-None-Match", first.Headers.ETag!.Tag));
        using var byDate = await server.Get(Path, ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (byTag.StatusCode, byDate.StatusCode));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("gzip;q=0", "")]
    [InlineData("gzip;q=0.5, identity", "")]
    [InlineData("*", "")]
    [InlineData("nonsense;;;,=", "")]
    public async Task It_is_compressed_only_when_asked_and_each_coding_has_its_own_tag(string accepted, string coding)
    {
        await using var server = await Served();
        using var plain = await server.Get(Path);
        await (await server.Find(new(new("jokilaakso"), FeedScope.Year, "2009", FeedChoice.In("fi")))).Brotli;

        using var answer = await server.Get(Path, ("Accept-Encoding", accepted));

        Assert.Equal(coding, string.Join(", ", answer.Content.Headers.ContentEncoding));
        Assert.Equal(coding.Length == 0, plain.Headers.ETag!.Equals(answer.Headers.ETag));
    }

    [Fact]
    public async Task A_tag_of_another_coding_of_the_same_feed_is_known_too()
    {
        await using var server = await Served();
        using var compressed = await server.Get(Path, ("Accept-Encoding", "gzip"));

        using var answer = await server.Get(Path, ("Accept-Encoding", "identity"), ("If-None-Match", compressed.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(compressed.Headers.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task One_activity_comes_as_a_file_to_save()
    {
        await using var server = await Served();
        server.Plan("Työpaja 2", Workshop);

        using var answer = await server.Get($"/feeds/jokilaakso/activities/{FeedServer.Activity(2)}.ics");

        Assert.Equal("attachment; filename=\"tyopaja-2.ics\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
        string calendar = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("SUMMARY:Työpaja 2\r\n", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("SUMMARY:Työpaja 1", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_not_is_said_in_three_languages()
    {
        await using var server = await Served();

        using var answer = await server.Get("/feeds/muu.ics");
        string problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var json = System.Text.Json.JsonDocument.Parse(problem);
        string title = json.RootElement.GetProperty("title").GetString()!, detail = json.RootElement.GetProperty("detail").GetString()!;
        Assert.All(["Tällaista kalenteria ei ole", "Kalendern finns inte", "There is no such calendar"], words => Assert.Contains(words, title, StringComparison.Ordinal));
        Assert.All(["Tarkista osoite", "Kontrollera adressen", "Check the address"], words => Assert.Contains(words, detail, StringComparison.Ordinal));
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task HEAD_of_what_there_is_not_says_so_without_a_body()
    {
        await using var server = await Served();
        using var client = new HttpClient();

        using var answer = await client.SendAsync(new(HttpMethod.Head, new Uri(server.Address, "/feeds/muu.ics")), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Khal_lists_the_workshop_that_vdirsyncer_fetched()
    {
        await using var server = await Served();
        server.Plan("Työpaja 2", new ActivityTime.Exact(new(2009, 4, 2, 15, 0), new(2009, 4, 2, 18, 0)));
        using var subscriber = new KhalSubscriber(new Uri(server.Address, Path));

        await subscriber.Sync();

        Assert.Equal(["2009-03-24 16:00-19:00 Työpaja 1", "2009-04-02 15:00-18:00 Työpaja 2"], await subscriber.List("2009-03-01", "2009-05-01"));
    }
}
