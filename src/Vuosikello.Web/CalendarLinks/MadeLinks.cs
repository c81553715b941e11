using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Board;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>A new link as its page shows it.</summary>
/// <param name="Address">The whole address with its secret; null when it was shown already.</param>
/// <param name="Preview">What its calendar holds; null when that cannot be told now.</param>
public sealed record LinkMade(PartnershipView Partnership, CalendarLink Link, FeedHost Host, string? Address, FeedPreview? Preview);

/// <summary>Finds what is shown of a link right after it was made, once.</summary>
public sealed class MadeLinks(AddressHandOver handOver, IPrivateFeeds feeds, FeedSettings settings, IConfiguration configuration, IClock clock)
{
    /// <summary>In the reader's language, the calendar too.</summary>
    public async ValueTask<LinkMade> Take(MemberId owner, PartnershipView partnership, CalendarLink link, HttpRequest request)
    {
        var host = FeedHost.Of(request, configuration, settings);
        if (handOver.Take(request.HttpContext, owner, link.Id) is not { } secret) return new(partnership, link, host, null, null);
        var choice = FeedChoice.In(LanguageSetup.Current) with { Deadlines = true };
        string query = choice.ToQuery(deadlinesByDefault: true);
        var found = await feeds.Find(secret, choice, request.HttpContext.RequestAborted) as PrivateFeed.Found;
        var preview = found is null ? null : FeedPreview.Of(found.Feed, clock.Today());
        return new(partnership, link, host, host.Full(SecretPath.Of(secret)) + (query.Length > 0 ? $"?{query}" : ""), preview);
    }
}
