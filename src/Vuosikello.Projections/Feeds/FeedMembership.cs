using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.Feeds;

/// <summary>What is in a feed.</summary>
/// <param name="partnership">Its working groups decide what is in theirs.</param>
/// <param name="years">Which years the feed holds.</param>
internal sealed class FeedMembership(FeedKey key, Partnership partnership, FeedYears years)
{
    private readonly FeedChoice _choice = key.Choice;
    private readonly ActivityId? _activity = key.Scope == FeedScope.Activity && Guid.TryParse(key.Of, out var id) ? new ActivityId(id) : null;
    private readonly WorkingGroup? _group = key.Scope == FeedScope.Group ? partnership.WorkingGroups.GetValueOrDefault(key.Of) : null;
    private readonly WorkingGroup[] _groups = [.. key.Choice.Groups.Select(group => partnership.WorkingGroups.GetValueOrDefault(group.Value)).OfType<WorkingGroup>()];

    /// <summary>Whether a feed holds something that its sources hold.</summary>
    public bool Holds(FeedItem item) => (_choice.Deadlines || !item.IsDeadline) && InYears(item) && InScope(item) && IsChosen(item);

    /// <summary>An activity is its year's, whenever it takes place; what is of none is of the year in which its day is.</summary>
    private bool InYears(FeedItem item) => item.Activity is not null || years.Has(item.First.Year);

    private bool InScope(FeedItem item) => key.Scope switch
    {
        FeedScope.Area => item.Areas.AsSpan().Contains(new AreaId(key.Of)),
        FeedScope.Theme => item.Themes.AsSpan().Contains(new ThemeId(key.Of)),
        FeedScope.Partner => item.Partners.AsSpan().Contains(new PartnerId(key.Of)),
        FeedScope.Group => Concerns(_group, item),
        FeedScope.Activity => item.Activity == _activity,
        _ => true,
    };

    private bool IsChosen(FeedItem item) =>
        (_choice.Spans || !item.IsSpan)
        && (_choice.Areas.Count == 0 || item.Areas.AsSpan().ContainsAny(_choice.Areas.AsSpan()))
        && (_choice.Themes.Count == 0 || item.Themes.AsSpan().ContainsAny(_choice.Themes.AsSpan()))
        && (_choice.Partners.Count == 0 || item.Partners.AsSpan().ContainsAny(_choice.Partners.AsSpan()))
        && (_choice.Groups.Count == 0 || Array.Exists(_groups, group => Concerns(group, item)));

    /// <summary>A working group's is what is on its theme; of a group without one, what concerns its partners.</summary>
    private static bool Concerns(WorkingGroup? group, FeedItem item) => group switch
    {
        null => false,
        { Theme: { } theme } => item.Themes.AsSpan().Contains(theme),
        _ => item.Partners.AsSpan().ContainsAny(group.Partners.AsSpan()),
    };
}

/// <summary>The years that a feed holds.</summary>
internal readonly record struct FeedYears(int First, int Last)
{
    /// <summary>From last year on.</summary>
    public static FeedYears OpenIn(int thisYear) => new(thisYear - 1, int.MaxValue);

    public bool Has(int year) => year >= First && year <= Last;
}
