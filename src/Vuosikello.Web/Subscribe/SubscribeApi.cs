using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Feeds;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Subscribe;

/// <summary>What the page Subscribe says of a calendar, as JSON: for whoever puts the buttons on a page of their own.</summary>
public static class SubscribeApi
{
    public static void MapSubscribeApi(this IEndpointRouteBuilder api) => api.MapGet("/partnerships/{partnership}/calendar", Show).Shows(View.Subscribing)
        .Produces<CalendarResource>().ProducesProblem(404).WithMetadata(new CalendarChoiceParameters()).WithTags("Views")
        .WithName("GetCalendar").WithSummary("A calendar to subscribe to: its address, what it holds, the links that make programs subscribe, and when it was fetched last.");

    private static async Task<IResult> Show(
        string partnership, HttpRequest request, ApiProblems problems, [FromServices] IPartnershipViews partnerships, [FromServices] IFeeds feeds,
        [FromServices] IFeedFetches fetches, [FromServices] IMembershipViews memberships, IConfiguration configuration, [FromServices] FeedSettings settings)
    {
        if (partnerships.Find(new(partnership)) is not { } found || memberships.IsForMembers(found.Id)) return problems.NotFound();
        var composed = ComposedFeed.Read(request.Query, found, LanguageSetup.Current);
        if (await feeds.Find(composed.Key, request.HttpContext.RequestAborted) is not { } kept) return problems.NotFound();
        var feed = kept.Feed;
        string address = FeedHost.Of(request, configuration, settings).Full(FeedNames.Path(composed.Key));
        var links = new ProgramLinks(address, feed.Title);
        var fetched = fetches.Of(kept.Key);
        return TypedResults.Ok(new CalendarResource(
            feed.Title, address, feed.Events, feed.Plain.Length, feed.LeftOut?.Events ?? 0, feed.LastModified,
            new CalendarLinksResource(links.OutlookWork, links.OutlookPersonal, links.Google, links.Apple, links.Thunderbird),
            fetches.Since, fetched?.LastDay ?? 0, fetched?.Last));
    }
}

/// <summary>Says that an operation takes the choice of a calendar in its query.</summary>
public sealed record CalendarChoiceParameters
{
    internal static readonly (string Name, string? Example, string Description)[] All =
    [
        ("year", "2026", "Only this year; left out for last year and all that follow."),
        ("area", null, "Only what is in the area; any number of times."),
        ("theme", null, "Only what is on the theme; any number of times."),
        ("partner", null, "Only what the partner answers for or takes part in; any number of times."),
        ("group", null, "Only what is a working group's; any number of times."),
        ("deadlines", "yes", "yes: deadlines are events of their own."),
        ("spans", "no", "no: without what takes a month or several days."),
        ("alarm", "2h", "A reminder so long before what has an hour: minutes (30m), hours (2h) or days (1d)."),
        ("lang", "sv", "The calendar's language: fi, sv or en."),
    ];
}

/// <summary>A calendar to subscribe to.</summary>
/// <param name="Address">Of the feed, as it is to be copied.</param>
/// <param name="Events">How many events it holds; one that recurs is one.</param>
/// <param name="Octets">Its size, not compressed.</param>
/// <param name="LeftOut">How many events had to be left out because programs stop at calendars as large as that.</param>
/// <param name="LastModified">When it changed last, UTC.</param>
/// <param name="Subscribe">Links that make programs subscribe.</param>
/// <param name="CountedSince">All fetches from then on are counted, UTC.</param>
/// <param name="FetchedLastDay">How often it was fetched in this hour and the 23 before it.</param>
/// <param name="FetchedLast">When it was fetched last, UTC; left out when it was not since <paramref name="CountedSince"/>.</param>
public sealed record CalendarResource(
    string Title, string Address, int Events, long Octets, int LeftOut, Instant LastModified, CalendarLinksResource Subscribe,
    Instant CountedSince, long FetchedLastDay, Instant? FetchedLast);

/// <summary>Links that make programs subscribe.</summary>
/// <param name="OutlookWork">Outlook with an account of work or school.</param>
/// <param name="OutlookPersonal">Outlook.com.</param>
public sealed record CalendarLinksResource(string OutlookWork, string OutlookPersonal, string Google, string Apple, string Thunderbird);
