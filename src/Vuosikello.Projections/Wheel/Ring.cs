using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Wheel;

/// <summary>A theme's or an area's ring with what lies in it.</summary>
/// <param name="Name">In the picture's language.</param>
/// <param name="Language">The language that the name is in.</param>
/// <param name="Colour">1 to 8; the stylesheet's classes <c>wheel-ring-1</c> … say which colour that is.</param>
internal sealed record Ring(string Name, string Language, int Colour, ImmutableArray<Mark> Marks)
{
    public const int Colours = 8;

    /// <summary>More rings than this are drawn only where something lies in them.</summary>
    private const int AlwaysDrawn = 8;

    /// <summary>
    /// The rings from the outside in, the fullest outermost, where there is most room. An activity lies in each ring it belongs to, since
    /// readers look in their own one; what belongs to none or to all of them lies once, in a common ring.
    /// </summary>
    /// <param name="all">Every activity of the year, so that a filter leaves the rings in their order.</param>
    public static ImmutableArray<Ring> Of(PartnershipView partnership, WheelOptions options, IReadOnlyList<Mark> marks, ImmutableArray<ActivityView> all)
    {
        var named = Named(partnership, options);
        var members = named.Select(_ => ImmutableArray.CreateBuilder<Mark>()).ToArray();
        var common = ImmutableArray.CreateBuilder<Mark>();
        var places = named.Select((ring, i) => (ring.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        foreach (var mark in marks)
        {
            int[] own = Own(mark.Activity);
            if (own.Length == 0) common.Add(mark);
            foreach (int place in own) members[place].Add(mark);
        }
        int[] weights = new int[named.Length + 1];
        foreach (var activity in all)
        {
            int[] own = Own(activity);
            foreach (int place in own) weights[place]++;
            if (own.Length == 0) weights[^1]++;
        }
        var rings = named
            .Select((ring, i) => (Weight: weights[i], Ring: new Ring(ring.Name.In(options.Language), ring.Name.LanguageOf(options.Language), ColourAt(i), members[i].ToImmutable())))
            .Where(r => named.Length <= AlwaysDrawn || r.Ring.Marks.Length > 0)
            .ToList();
        if (common.Count > 0 || rings.Count == 0)
            rings.Add((weights[^1], new Ring(WheelWords.In(options.Language).Common, options.Language, Colours, common.ToImmutable())));
        return [.. rings.OrderByDescending(r => r.Weight).Select(r => r.Ring)];

        int[] Own(ActivityView activity)
        {
            int[] own = [.. Keys(activity, options.Rings).Where(places.ContainsKey).Select(key => places[key]).Distinct()];
            return own.Length == places.Count && own.Length > 2 ? [] : own;
        }
    }

    /// <summary>The colour of the theme or area that comes at this place, from 0, among the partnership's; the last colour is the common ring's.</summary>
    public static int ColourAt(int place) => place % (Colours - 1) + 1;

    private static (string Key, LocalText Name)[] Named(PartnershipView partnership, WheelOptions options) =>
        options.Rings == WheelRings.Areas
            ? [.. partnership.State.Areas.Values.Select(area => (area.Id.Value, area.Name))]
            : [.. partnership.State.Themes.Values.Select(theme => (theme.Id.Value, theme.Name))];

    private static IEnumerable<string> Keys(ActivityView activity, WheelRings rings) => rings == WheelRings.Areas
        ? activity.Details.Areas.Select(area => area.Value)
        : activity.Details.Themes.Select(theme => theme.Value);
}
