using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>
/// What of a choice a partnership has or had: who subscribed to an area that is gone has a calendar still. What it never had would make feeds
/// without number that all hold the same.
/// </summary>
internal static class KnownChoice
{
    /// <summary>Null when a kind was chosen of which nothing is known: that is no calendar, and certainly not one of everything.</summary>
    public static FeedChoice? Of(FeedChoice choice, Partnership partnership)
    {
        if (!choice.IsFiltered) return choice;
        var areas = Known(choice.Areas, id => partnership.Areas.ContainsKey(id.Value) || partnership.Former.Of(id) is not null);
        var themes = Known(choice.Themes, id => partnership.Themes.ContainsKey(id.Value) || partnership.Former.Of(id) is not null);
        var partners = Known(choice.Partners, id => partnership.Partners.ContainsKey(id.Value) || partnership.Former.Of(id) is not null);
        var groups = Known(choice.Groups, id => partnership.WorkingGroups.ContainsKey(id.Value) || partnership.Former.Of(id) is not null);
        return areas is null || themes is null || partners is null || groups is null
            ? null
            : choice with { Areas = areas, Themes = themes, Partners = partners, Groups = groups };
    }

    private static ValueList<T>? Known<T>(ValueList<T> chosen, Func<T, bool> isKnown)
    {
        if (chosen.Count == 0) return chosen;
        var known = chosen.Where(isKnown).ToValueList();
        return known.Count > 0 ? known : null;
    }
}
