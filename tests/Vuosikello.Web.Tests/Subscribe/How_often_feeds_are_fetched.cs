using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Feeds;
using Vuosikello.Web.Tests.Feeds;

namespace Vuosikello.Web.Tests.Subscribe;

public sealed class How_often_feeds_are_fetched
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 10, 0);
    private readonly MovingClock _clock = new(Start);

    private static FeedKey Year(int year) => new(new PartnershipId("jokilaakso"), FeedScope.Year, $"{year}", FeedChoice.In("fi"));

    [Fact]
    public void A_feed_that_nobody_fetched_is_known_since_the_start_as_not_fetched()
    {
        var fetches = new FeedFetches(_clock);

        Assert.Null(fetches.Of(Year(2026)));
        Assert.Equal(Start, fetches.Since);
    }

    [Fact]
    public void Fetches_are_counted_for_each_feed_and_the_last_one_is_known_by_program()
    {
        var fetches = new FeedFetches(_clock);

        fetches.Note(Year(2026), CalendarProgram.Google);
        _clock.Now = Start + Duration.FromMinutes(90);
        fetches.Note(Year(2026), CalendarProgram.Thunderbird);
        fetches.Note(Year(2025), CalendarProgram.Other);

        var fetched = fetches.Of(Year(2026))!;
        Assert.Equal((2, _clock.Now), (fetched.LastDay, fetched.Last));
        Assert.Equal([(CalendarProgram.Google, Start), (CalendarProgram.Thunderbird, _clock.Now)], fetched.ByProgram.Select(p => (p.Key, p.Value)).Order());
        Assert.Equal(1, fetches.Of(Year(2025))!.LastDay);
    }

    [Fact]
    public void What_is_more_than_a_day_ago_is_no_longer_counted_but_still_known()
    {
        var fetches = new FeedFetches(_clock);
        fetches.Note(Year(2026), CalendarProgram.Apple);
        _clock.Now = Start + Duration.FromHours(23);
        fetches.Note(Year(2026), CalendarProgram.Apple);
        Assert.Equal(2, fetches.Of(Year(2026))!.LastDay);

        _clock.Now = Start + Duration.FromHours(24);
        Assert.Equal(1, fetches.Of(Year(2026))!.LastDay);

        _clock.Now = Start + Duration.FromDays(3);
        var fetched = fetches.Of(Year(2026))!;
        Assert.Equal((0, Start + Duration.FromHours(23)), (fetched.LastDay, fetched.Last));
    }

    [Fact]
    public void When_there_are_too_many_feeds_those_fetched_longest_ago_are_forgotten_and_it_says_from_when_on_the_rest_is_known()
    {
        var fetches = new FeedFetches(_clock, most: 4);

        for (int year = 2001; year <= 2005; year++)
        {
            _clock.Now = Start + Duration.FromMinutes(year - 2000);
            fetches.Note(Year(year), CalendarProgram.Other);
        }

        Assert.Equal([2004, 2005], Enumerable.Range(2001, 5).Where(year => fetches.Of(Year(year)) is not null));
        Assert.Equal(Start + Duration.FromMinutes(3), fetches.Since);
    }

    [Fact]
    public async Task Fetches_at_the_same_moment_are_all_counted()
    {
        const int Programs = 8, Each = 5_000;
        var fetches = new FeedFetches(_clock);

        await Task.WhenAll(Enumerable.Range(0, Programs).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < Each; i++) fetches.Note(Year(2026), CalendarProgram.Google);
        })));

        Assert.Equal(Programs * Each, fetches.Of(Year(2026))!.LastDay);
    }

    [Fact]
    public void Noting_a_fetch_of_a_feed_that_is_known_allocates_nothing()
    {
        var fetches = new FeedFetches(_clock);
        var filtered = Year(2026) with { Choice = new FeedChoice { Areas = [new("nurmijarvi")], Themes = [new("tilat")] } };
        Note(fetches, filtered, 100);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Note(fetches, filtered, 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("Google-Calendar-Importer", CalendarProgram.Google)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0", CalendarProgram.Thunderbird)]
    [InlineData("iOS/18.1 (22B83) dataaccessd/1.0", CalendarProgram.Apple)]
    [InlineData("macOS/15.1 (24B83) CalendarAgent/1110", CalendarProgram.Apple)]
    [InlineData("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)", CalendarProgram.Outlook)]
    [InlineData("Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)", CalendarProgram.Outlook)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36", CalendarProgram.Other)]
    [InlineData("", CalendarProgram.Other)]
    [InlineData(null, CalendarProgram.Other)]
    public void Programs_are_known_by_what_they_call_themselves(string? userAgent, CalendarProgram program) =>
        Assert.Equal(program, CalendarPrograms.Of(userAgent));

    [Fact]
    public async Task Over_HTTP_a_fetch_a_304_and_a_HEAD_count_and_a_feed_that_is_not_there_does_not()
    {
        await using var server = await FeedServer.Start();
        using var first = await server.Get("/feeds/jokilaakso/2009.ics", ("User-Agent", "Google-Calendar-Importer"));
        using var again = await server.Get("/feeds/jokilaakso/2009.ics", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var head = await server.Get(HttpMethod.Head, "/feeds/jokilaakso/2009.ics");
        using var missing = await server.Get("/feeds/jokilaakso/2011.ics");

        Assert.Equal([200, 304, 200, 404], ImmutableArray.Create(first, again, head, missing).Select(answer => (int)answer.StatusCode));
        Assert.Equal(3, server.Fetches.Of(Year(2009))!.LastDay);
        Assert.Equal([CalendarProgram.Google, CalendarProgram.Other], server.Fetches.Of(Year(2009))!.ByProgram.Keys.OrderByDescending(program => program));
        Assert.Null(server.Fetches.Of(Year(2011)));
    }

    [Fact]
    public async Task One_activity_saved_as_a_file_is_not_counted()
    {
        const string Activity = "00000001-0000-0000-0000-000000000000";
        await using var server = await FeedServer.Start();
        server.Plan("Työpaja 1", new ActivityTime.Days(new(2009, 3, 24), new(2009, 3, 24)));

        using var file = await server.Get($"/feeds/jokilaakso/activities/{Activity}.ics");

        Assert.Equal(200, (int)file.StatusCode);
        Assert.Null(server.Fetches.Of(Year(2009) with { Scope = FeedScope.Activity, Of = Activity }));
    }

    private static void Note(FeedFetches fetches, FeedKey feed, int times)
    {
        for (int i = 0; i < times; i++) fetches.Note(feed, CalendarProgram.Google);
    }
}
