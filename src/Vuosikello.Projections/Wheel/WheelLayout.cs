using System.Collections.Immutable;

namespace Vuosikello.Projections.Wheel;

/// <summary>A mark in its place.</summary>
/// <param name="Radius">Of its lane's middle.</param>
/// <param name="Half">Half of the mark's thickness.</param>
/// <param name="Taken">The sweep of its lane that is its own.</param>
/// <param name="Numbered">The label is the activity's number.</param>
internal sealed record PlacedMark(Mark Mark, double Radius, double Half, Sweep Taken, Label? Label, bool Numbered);

/// <summary>A ring in its place.</summary>
/// <param name="Marks">In the order of time; empty where they are heaped by week.</param>
internal sealed record Band(Ring Ring, double Inner, double Outer, Detail Detail, ImmutableArray<PlacedMark> Marks);

/// <summary>
/// Shares the room between the middle and the rim among the rings: each gets as much as its lanes need, and where all of it is
/// not enough, the ring that needs most shows less of its activities, step by step.
/// </summary>
internal static class WheelLayout
{
    public const double Inner = 132;
    public const double Outer = 430;

    private const double Gap = 5;
    private const double Padding = 4;
    private const double EmptyRing = 20;
    private const double WidestLane = 30;

    /// <summary>The least thickness of a lane, by <see cref="Detail"/>; for heaps, of the whole ring.</summary>
    private static double LeastLane(Detail detail) => detail switch
    {
        Detail.Labels or Detail.ShortLabels => 22,
        Detail.Numbers => 16,
        Detail.Marks => 7.5,
        _ => 28,
    };

    public static ImmutableArray<Band> Of(IReadOnlyList<Ring> rings, string language)
    {
        double room = Outer - Inner - Gap * (rings.Count - 1);
        double[] inner = [.. rings.Select((_, i) => Outer - (i + 1) * (room / rings.Count + Gap) + Gap)];
        var detail = new Detail[rings.Count];
        double[] thickness = [];
        for (int pass = 0; pass < 2; pass++)
        {
            int[] lanes = Share(rings, language, inner, detail, room);
            thickness = Thicknesses(lanes, detail, room);
            double outer = Outer;
            for (int i = 0; i < rings.Count; i++)
            {
                inner[i] = outer - thickness[i];
                outer = inner[i] - Gap;
            }
        }
        return [.. rings.Select((ring, i) => Placed(ring, language, inner[i], inner[i] + thickness[i], detail[i]))];
    }

    private static int[] Share(IReadOnlyList<Ring> rings, string language, double[] inner, Detail[] detail, double room)
    {
        int[] lanes = [.. rings.Select((ring, i) => LanesOf(ring, language, inner[i], detail[i]))];
        while (true)
        {
            double[] needs = [.. lanes.Select((count, i) => Need(count, detail[i]))];
            if (needs.Sum() <= room) return lanes;
            int[] able = [.. Enumerable.Range(0, rings.Count).Where(i => detail[i] < Detail.Heaps && lanes[i] > 0)];
            if (able.Length == 0) return lanes;
            int most = able.MaxBy(i => needs[i]);
            detail[most]++;
            lanes[most] = LanesOf(rings[most], language, inner[most], detail[most]);
        }
    }

    private static double Need(int lanes, Detail detail) =>
        lanes == 0 ? EmptyRing : Padding + (detail == Detail.Heaps ? LeastLane(detail) : lanes * LeastLane(detail));

    private static double[] Thicknesses(int[] lanes, Detail[] detail, double room)
    {
        double[] needs = [.. lanes.Select((count, i) => Need(count, detail[i]))];
        double[] wishes = [.. lanes.Select((count, i) => Math.Max(0, Wish(count) - needs[i]))];
        double spare = room - needs.Sum();
        double granted = wishes.Sum() is var wished and > 0 ? Math.Min(1, Math.Max(0, spare) / wished) : 0;
        double rest = (spare - granted * wishes.Sum()) / lanes.Length;
        return [.. needs.Select((need, i) => need + wishes[i] * granted + rest)];

        static double Wish(int count) => Padding + Math.Max(1, count) * WidestLane;
    }

    private static int LanesOf(Ring ring, string language, double inner, Detail detail)
    {
        if (ring.Marks.Length == 0 || detail == Detail.Heaps) return ring.Marks.Length == 0 ? 0 : 1;
        return Lanes.Assign([.. Spaces(ring, language, inner, detail).Select(space => space.Taken)]).Max() + 1;
    }

    private static IEnumerable<(Sweep Taken, Label? Label)> Spaces(Ring ring, string language, double inner, Detail detail) =>
        ring.Marks.Select(mark => MarkSpace.Of(mark, mark.Activity.Details.Title.In(language), detail, inner));

    private static Band Placed(Ring ring, string language, double inner, double outer, Detail detail)
    {
        if (ring.Marks.Length == 0 || detail == Detail.Heaps) return new Band(ring, inner, outer, detail, []);
        var spaces = Spaces(ring, language, inner + Padding / 2, detail).ToList();
        int[] lanes = Lanes.Assign([.. spaces.Select(space => space.Taken)]);
        int count = lanes.Max() + 1;
        double lane = Math.Min(WidestLane, (outer - inner - Padding) / count);
        if (detail < Detail.Marks && lane < LeastLane(detail) - 1.5) return Placed(ring, language, inner, outer, detail < Detail.Numbers ? Detail.Numbers : Detail.Marks);
        double first = (inner + outer) / 2 + lane * (count - 1) / 2;
        return new Band(ring, inner, outer, detail, [.. ring.Marks.Select(At)]);

        PlacedMark At(Mark mark, int i) => new(
            mark, first - lanes[i] * lane, Math.Min(MarkSpace.Half(mark.Shape, detail), lane / 2 - 1), spaces[i].Taken, spaces[i].Label, detail == Detail.Numbers);
    }
}
