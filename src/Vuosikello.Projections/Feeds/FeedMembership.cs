using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>Which activities are in a feed.</summary>
internal static class FeedMembership
{
    /// <summary>Whether its areas, themes, partners and what kind of time it has put an activity into a feed. The year is looked at elsewhere.</summary>
    public static bool Holds(FeedKey key, Partnership partnership, ActivityDetails details) =>
        InScope(key, partnership, details) && (ReferenceEquals(key.Choice, FeedChoice.In(key.Language)) || Chosen(key.Choice, partnership, details));

    private static bool InScope(FeedKey key, Partnership partnership, ActivityDetails details) => key.Scope switch
    {
        FeedScope.Area => details.Areas.AsSpan().Contains(new AreaId(key.Of)),
        FeedScope.Theme => details.Themes.AsSpan().Contains(new ThemeId(key.Of)),
        FeedScope.Partner => Concerns(new PartnerId(key.Of), details),
        FeedScope.Group => Concerns(partnership.WorkingGroups.GetValueOrDefault(key.Of), details),
        _ => true,
    };

    private static bool Chosen(FeedChoice choice, Partnership partnership, ActivityDetails details) =>
        (choice.Spans || !IsSpan(details.Time))
        && (choice.Areas.Count == 0 || details.Areas.AsSpan().ContainsAny(choice.Areas.AsSpan()))
        && (choice.Themes.Count == 0 || details.Themes.AsSpan().ContainsAny(choice.Themes.AsSpan()))
        && (choice.Partners.Count == 0 || choice.Partners.Any(partner => Concerns(partner, details)))
        && (choice.Groups.Count == 0 || choice.Groups.Any(group => Concerns(partnership.WorkingGroups.GetValueOrDefault(group.Value), details)));

    /// <summary>A partner's activities are those it answers for or takes part in, as on the board.</summary>
    private static bool Concerns(PartnerId partner, ActivityDetails details) =>
        details.Responsible?.Partner == partner || details.Participants.AsSpan().Contains(partner);

    private static bool Concerns(WorkingGroup? group, ActivityDetails details) => group switch
    {
        null => false,
        { Theme: { } theme } => details.Themes.AsSpan().Contains(theme),
        _ => group.Partners.Any(partner => Concerns(partner, details)),
    };

    private static bool IsSpan(ActivityTime time) => time switch
    {
        ActivityTime.Months => true,
        ActivityTime.Days days => days.Last > days.First,
        ActivityTime.Recurring recurring => IsSpan(recurring.First),
        _ => false,
    };
}
