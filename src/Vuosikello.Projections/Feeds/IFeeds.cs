namespace Vuosikello.Projections.Feeds;

/// <summary>The public calendars that people subscribe to. Each is rendered once per change that touches it, and served as bytes.</summary>
public interface IFeeds
{
    /// <summary>The feed as it is now, or null when there is no such partnership, year, area, theme, partner, working group or activity.</summary>
    Feed? Find(FeedKey key);
}

/// <summary>What feeds say of the place they come from, and how much they may take.</summary>
/// <param name="PublicAddress">The address of the service as the world knows it, for the links back.</param>
public sealed record FeedSettings(Uri PublicAddress)
{
    /// <summary>How many octets kept feeds may take, plain and compressed together.</summary>
    public long MostOctets { get; init; } = 256L * 1024 * 1024;

    /// <summary>How large a feed may be that is not of one year.</summary>
    internal FeedLimit Limit { get; init; } = FeedLimit.Usual;
}
