using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Wheel;

/// <summary>
/// Keeps what was drawn of each activity as long as its view lives, the last drawing for each ring and language: an edit draws
/// one activity anew, not all of the year's.
/// </summary>
internal static class KeptEntries
{
    private static readonly ConditionalWeakTable<ActivityView, ConcurrentDictionary<Place, Drawn>> Kept = [];

    /// <inheritdoc cref="EntryDrawing.Draw" />
    public static WheelEntry Draw(PlacedMark placed, Ring ring, int copy, WheelOptions options)
    {
        var drawn = Kept.GetValue(placed.Mark.Activity, static _ => new());
        var place = new Place(ring.Name, copy, options.Language);
        var looks = Looks.Of(placed, ring, options);
        if (drawn.TryGetValue(place, out var last) && last.Looks == looks) return last.Entry;
        var entry = EntryDrawing.Draw(placed, ring, copy, options);
        drawn[place] = new Drawn(looks, entry);
        return entry;
    }

    private readonly record struct Place(string Ring, int Copy, string Language);

    /// <summary>All that decides the markup besides the activity and the place.</summary>
    private sealed record Looks(
        string Href, int Colour, MarkShape Shape, Sweep Whole, int Sweeps, bool RunsIn, bool RunsOut, double Radius, double Half, Label? Label, bool Numbered)
    {
        public static Looks Of(PlacedMark placed, Ring ring, WheelOptions options)
        {
            var mark = placed.Mark;
            return new(
                options.Href(mark.Activity.Id), ring.Colour, mark.Shape, mark.Whole, mark.Sweeps.Length, mark.RunsIn, mark.RunsOut,
                placed.Radius, placed.Half, placed.Label, placed.Numbered);
        }
    }

    private sealed record Drawn(Looks Looks, WheelEntry Entry);
}
