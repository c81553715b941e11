namespace Vuosikello.Projections.Feeds;

/// <summary>The public calendars that people subscribe to. Each is rendered once per change that touches it, and served as bytes.</summary>
public interface IFeeds
{
    /// <summary>
    /// The feed as it is now, or null when there is no such partnership, year, area, theme, partner, working group or activity, and never was.
    /// At once while it is kept; where it is not, others that are rendered for the first time may come before it.
    /// </summary>
    ValueTask<FoundFeed?> Find(FeedKey key, CancellationToken ct);
}

/// <summary>A feed, and by which key it is kept.</summary>
/// <param name="Key">The one of all that lead to this feed: what its partnership never had is left out of the choice.</param>
public readonly record struct FoundFeed(FeedKey Key, Feed Feed);

/// <summary>What feeds say of the place they come from, and how much they may take.</summary>
/// <param name="PublicAddress">The address of the service as the world knows it, for the links back.</param>
public sealed record FeedSettings(Uri PublicAddress)
{
    /// <summary>How many octets kept feeds may take, plain and compressed together, each way.</summary>
    public long MostOctets { get; init; } = 256L * 1024 * 1024;

    /// <summary>How large a feed may be that is not of one year.</summary>
    internal FeedLimit Limit { get; init; } = FeedLimit.Usual;
}
