using NodaTime;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Feeds;

namespace Vuosikello.Web.Subscribe;

/// <summary>Everything that the page shows of one calendar.</summary>
/// <param name="Feed">As it is now.</param>
/// <param name="Preview">What its bytes hold.</param>
/// <param name="Fetched">Null when it was not fetched since <paramref name="CountedSince"/>.</param>
public sealed record SubscribeShown(
    PartnershipView Partnership, ComposedFeed Composed, Feed Feed, FeedPreview Preview, FeedHost Host, FeedFetched? Fetched, Instant CountedSince)
{
    /// <summary>The feed's address, as people copy it.</summary>
    public string Address => Host.Full(FeedNames.Path(Composed.Key));

    public ProgramLinks Links => new(Address, Feed.Title);

    /// <summary>This page, with the same picked, as a telephone opens it.</summary>
    public string Page(string language) => Host.Full(Composed.Page(language));
}
