using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Wheel;

/// <summary>How much of its activities a ring shows; each step needs less room than the one before.</summary>
internal enum Detail
{
    Labels,
    ShortLabels,
    Marks,

    /// <summary>A week's activities are one cell, the darker the more there are.</summary>
    Heaps,
}

/// <summary>A text along the circle.</summary>
/// <param name="Reversed">Drawn against the clock, as it is at the bottom, where it would stand on its head otherwise.</param>
/// <param name="Inside">It lies on its mark's bar.</param>
internal sealed record Label(string Text, Sweep Sweep, bool Reversed, bool Inside);

/// <summary>The room that a mark takes in its lane, with its label.</summary>
internal static class MarkSpace
{
    public const double FontSize = 15;

    private const double LabelGap = 5;
    private const double Air = 3;

    /// <summary>Half of a mark's thickness, at most; in a thin lane it is less.</summary>
    public static double Half(MarkShape shape, Detail detail) => (detail < Detail.Marks, shape is MarkShape.Span or MarkShape.Months) switch
    {
        (true, true) => 11,
        (true, false) => 7.5,
        (false, true) => 6.5,
        (false, false) => 5,
    };

    /// <summary>What a mark keeps free for itself at a radius. Marks further out take the same angle, and so have more room than they need.</summary>
    public static (Sweep Taken, Label? Label) Of(Mark mark, string title, Detail detail, double radius)
    {
        double half = Half(mark.Shape, detail);
        double least = Sweep.Degrees(2 * half + Air, radius);
        var own = mark.Whole.Widened(least);
        if (detail >= Detail.Marks) return (own, null);
        int characters = detail == Detail.Labels ? 30 : 15;
        return mark.Shape switch
        {
            MarkShape.Recurring => (own, Between(mark, title, characters, radius)),
            MarkShape.Day => Beside(mark, own, title, characters, radius),
            _ => Inside(mark, own, title, characters, radius, half) is { } label ? (own, label) : Beside(mark, own, title, characters, radius),
        };
    }

    private static Label? Inside(Mark mark, Sweep own, string title, int characters, double radius, double half)
    {
        bool held = mark.Activity.State.Status == ActivityStatus.Held;
        double room = own.Length(radius) - 2 * half - (held ? half : 0);
        string text = LabelText.Fit(title, FontSize, mark.Shape == MarkShape.Months ? room : double.MaxValue, characters);
        double width = LabelText.Width(text, FontSize);
        if (text.Length == 0 || width > room) return null;
        double edge = Sweep.Degrees(half, radius);
        return new Label(text, new Sweep(own.From + (held ? 2 : 1) * edge, own.To - edge), Upside(own.Middle), Inside: true);
    }

    private static (Sweep Taken, Label? Label) Beside(Mark mark, Sweep own, string title, int characters, double radius)
    {
        string text = LabelText.Fit(title, FontSize, double.MaxValue, characters);
        if (text.Length == 0) return (own, null);
        double width = Sweep.Degrees(LabelText.Width(text, FontSize) + LabelGap, radius);
        double gap = Sweep.Degrees(LabelGap, radius);
        bool reversed = Upside(own.Middle);
        bool before = reversed || mark.RunsOut || (own.To + width > 360 && own.From > 180);
        return before
            ? (own with { From = own.From - width - gap }, new Label(text, new Sweep(own.From - width, own.From), reversed, false))
            : (own with { To = own.To + width + gap }, new Label(text, new Sweep(own.To, own.To + width), false, false));
    }

    private static Label? Between(Mark mark, string title, int characters, double radius)
    {
        double half = Sweep.Degrees(Half(mark.Shape, Detail.Labels) + LabelGap, radius);
        var gaps = mark.Sweeps.Zip(mark.Sweeps.Skip(1), (one, next) => new Sweep(one.To + half, next.From - half)).ToList();
        var widest = gaps.MaxBy(gap => gap.Width);
        string text = LabelText.Fit(title, FontSize, widest.Length(radius), characters);
        if (text.Length == 0) return null;
        double width = Sweep.Degrees(LabelText.Width(text, FontSize) + 1, radius);
        var room = gaps.First(gap => gap.Width >= Math.Min(width, widest.Width));
        bool reversed = Upside(room.Middle);
        return new Label(text, reversed ? room with { From = room.To - width } : room with { To = room.From + width }, reversed, false);
    }

    private static bool Upside(double angle) => angle is > 90 and < 270;
}
