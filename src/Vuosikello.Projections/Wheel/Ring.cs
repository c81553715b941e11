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
    /// The rings from the outside in. An activity lies in each ring it belongs to, since readers look in their own one; what belongs
    /// to none or to all of them lies once, in a common ring that is innermost.
    /// </summary>
    public static ImmutableArray<Ring> Of(PartnershipView partnership, WheelOptions options, IReadOnlyList<Mark> marks)
    {
        var named = Named(partnership, options);
        var members = named.Select(_ => ImmutableArray.CreateBuilder<Mark>()).ToArray();
        var common = ImmutableArray.CreateBuilder<Mark>();
        var places = named.Select((ring, i) => (ring.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        foreach (var mark in marks)
        {
            int[] own = [.. Keys(mark.Activity, options.Rings).Where(places.ContainsKey).Select(key => places[key]).Distinct()];
            if (own.Length == 0 || (own.Length == places.Count && own.Length > 2)) common.Add(mark);
            else foreach (int place in own) members[place].Add(mark);
        }
        var rings = named
            .Select((ring, i) => new Ring(ring.Name.In(options.Language), ring.Name.LanguageOf(options.Language), i % (Colours - 1) + 1, members[i].ToImmutable()))
            .Where(ring => named.Length <= AlwaysDrawn || ring.Marks.Length > 0)
            .ToImmutableArray();
        return common.Count == 0 && rings.Length > 0
            ? rings
            : rings.Add(new Ring(WheelWords.In(options.Language).Common, options.Language, Colours, common.ToImmutable()));
    }

    private static (string Key, LocalText Name)[] Named(PartnershipView partnership, WheelOptions options) =>
        options.Rings == WheelRings.Areas
            ? [.. partnership.State.Areas.Values.Select(area => (area.Id.Value, area.Name))]
            : [.. partnership.State.Themes.Values.Select(theme => (theme.Id.Value, theme.Name))];

    private static IEnumerable<string> Keys(ActivityView activity, WheelRings rings) => rings == WheelRings.Areas
        ? activity.Details.Areas.Select(area => area.Value)
        : activity.Details.Themes.Select(theme => theme.Value);
}
