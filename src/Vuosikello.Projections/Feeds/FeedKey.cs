using Vuosikello.Domain;

namespace Vuosikello.Projections.Feeds;

/// <summary>Which feed: all that decides its bytes besides what is planned.</summary>
/// <param name="Of">The year, the short name of the area, theme, partner or working group, or the activity's id; empty for the whole partnership.</param>
/// <param name="Choice">What of it the subscriber wants, and in which language.</param>
public readonly record struct FeedKey(PartnershipId Partnership, FeedScope Scope, string Of, FeedChoice Choice)
{
    /// <summary><c>fi</c>, <c>sv</c> or <c>en</c>.</summary>
    public string Language => Choice.Language;

    /// <summary>Whether it holds what is planned from last year on, by Helsinki's calendar, and stays below the size that programs stop at.</summary>
    public bool IsOpen => Scope is not (FeedScope.Year or FeedScope.Activity);
}

/// <summary>What a feed is of.</summary>
public enum FeedScope
{
    /// <summary>The partnership from last year on.</summary>
    Whole,

    /// <summary>One year, however long ago, whole.</summary>
    Year,

    /// <summary>What is in an area.</summary>
    Area,

    /// <summary>What is on a theme.</summary>
    Theme,

    /// <summary>What a partner answers for or takes part in.</summary>
    Partner,

    /// <summary>What is on a working group's theme; of a group without a theme, what its partners answer for or take part in.</summary>
    Group,

    /// <summary>One activity, to be saved.</summary>
    Activity,
}
