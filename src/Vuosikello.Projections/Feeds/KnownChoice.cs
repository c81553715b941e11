using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>What of a choice a partnership has. What it does not have would make feeds without number that all hold the same.</summary>
internal static class KnownChoice
{
    /// <summary>Null when a kind was chosen of which nothing is known: that is no calendar, and certainly not one of everything.</summary>
    public static FeedChoice? Of(FeedChoice choice, Partnership partnership)
    {
        if (!choice.IsFiltered) return choice;
        var areas = Known(choice.Areas, partnership.Areas, static id => id.Value);
        var themes = Known(choice.Themes, partnership.Themes, static id => id.Value);
        var partners = Known(choice.Partners, partnership.Partners, static id => id.Value);
        var groups = Known(choice.Groups, partnership.WorkingGroups, static id => id.Value);
        return areas is null || themes is null || partners is null || groups is null
            ? null
            : choice with { Areas = areas, Themes = themes, Partners = partners, Groups = groups };
    }

    private static ValueList<TId>? Known<TId, T>(ValueList<TId> chosen, ImmutableSortedDictionary<string, T> all, Func<TId, string> name)
    {
        if (chosen.Count == 0) return chosen;
        var known = chosen.Where(id => all.ContainsKey(name(id))).ToValueList();
        return known.Count > 0 ? known : null;
    }
}
