using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Wheel;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>The colours that themes have on the wheel, as the names of CSS that come nearest: COLOR takes no others (RFC 7986 section 5.9).</summary>
internal static class ThemeColours
{
    /// <summary>By the number of the ring's colour, from 1; <c>wheel.css</c> has the colours themselves.</summary>
    private static readonly string[] Names = ["steelblue", "sienna", "seagreen", "mediumvioletred", "olive", "slateblue", "teal"];

    /// <summary>The colour of the first of an activity's themes; null when it has none that the partnership has.</summary>
    public static string? Of(ValueList<ThemeId> themes, Partnership partnership)
    {
        if (themes.Count == 0) return null;
        int place = 0;
        foreach (string theme in partnership.Themes.Keys)
        {
            if (theme == themes[0].Value) return Names[Ring.ColourAt(place) - 1];
            place++;
        }
        return null;
    }
}
