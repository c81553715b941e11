using System.Globalization;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Wheel;

/// <summary>How much of its activities a ring shows; each step needs less room than the one before.</summary>
internal enum Detail
{
    Labels,
    ShortLabels,

    /// <summary>The number by which an activity goes in the list stands for its title.</summary>
    Numbers,
    Marks,

    /// <summary>A week's activities are one cell, the darker the more there are.</summary>
    Heaps,
}

/// <summary>A text along the circle.</summary>
/// <param name="Reversed">Drawn against the clock, as it is at the bottom, where it would stand on its head otherwise.</param>
/// <param name="Inside">It lies on its mark's bar.</param>
internal sealed record Label(string Text, double Size, Sweep Sweep, bool Reversed, bool Inside)
{
    /// <summary>The line it is written on: longer than it should need, for a letter beyond the end of its line is not drawn at all.</summary>
    public Sweep Line => (Inside, Reversed) switch
    {
        (true, _) => new Sweep(Sweep.From - Sweep.Width * 0.1, Sweep.To + Sweep.Width * 0.1),
        (false, true) => Sweep with { From = Sweep.From - Sweep.Width * 0.2 },
        _ => Sweep with { To = Sweep.To + Sweep.Width * 0.2 },
    };
}

/// <summary>The room that a mark takes in its lane, with its label.</summary>
internal static class MarkSpace
{
    private const double TitleSize = 17;
    private const double NumberSize = 12;
    private const double LabelGap = 5;
    private const double Air = 3;

    /// <summary>Half of a mark's thickness, at most; in a thin lane it is less.</summary>
    public static double Half(MarkShape shape, Detail detail) => (detail, shape is MarkShape.Span or MarkShape.Months) switch
    {
        ( < Detail.Numbers, true) => 11,
        ( < Detail.Numbers, false) => 7.5,
        (Detail.Numbers, _) => 7,
        (_, true) => 6.5,
        (_, false) => 5,
    };

    /// <summary>What a mark keeps free for itself at a radius. Marks further out take the same angle, and so have more room than they need.</summary>
    public static (Sweep Taken, Label? Label) Of(Mark mark, string title, Detail detail, double radius)
    {
        double half = Half(mark.Shape, detail);
        double least = Sweep.Degrees(2 * half + Air, radius);
        var own = mark.Whole.Widened(least);
        var text = detail switch
        {
            Detail.Labels => new Wording(title, TitleSize, 30),
            Detail.ShortLabels => new Wording(title, TitleSize, 15),
            Detail.Numbers when mark.Number > 0 => new Wording(mark.Number.ToString(CultureInfo.InvariantCulture), NumberSize, 6),
            _ => default,
        };
        if (text.Text is null) return (own, null);
        return mark.Shape switch
        {
            MarkShape.Recurring => (own, Between(mark, text, radius, half)),
            MarkShape.Day => Beside(mark, own, text, radius),
            _ => Inside(mark, own, text, radius, half) is { } label ? (own, label) : Beside(mark, own, text, radius),
        };
    }

    private static Label? Inside(Mark mark, Sweep own, Wording wording, double radius, double half)
    {
        bool held = mark.Activity.State.Status == ActivityStatus.Held;
        double room = own.Length(radius) - 2 * half - (held ? half : 0);
        string text = wording.Fit(mark.Shape == MarkShape.Months ? room : double.MaxValue);
        if (text.Length == 0 || wording.Width(text) > room) return null;
        double edge = Sweep.Degrees(half, radius);
        return new Label(text, wording.Size, new Sweep(own.From + (held ? 2 : 1) * edge, own.To - edge), Upside(own.Middle), Inside: true);
    }

    private static (Sweep Taken, Label? Label) Beside(Mark mark, Sweep own, Wording wording, double radius)
    {
        string text = wording.Fit(double.MaxValue);
        if (text.Length == 0) return (own, null);
        double width = Sweep.Degrees(wording.Width(text) + LabelGap, radius);
        double gap = Sweep.Degrees(LabelGap, radius);
        bool reversed = Upside(own.Middle);
        bool before = reversed || mark.RunsOut || (own.To + width > 360 && own.From > 180);
        return before
            ? (own with { From = own.From - width - gap }, new Label(text, wording.Size, new Sweep(own.From - width, own.From), reversed, false))
            : (own with { To = own.To + width + gap }, new Label(text, wording.Size, new Sweep(own.To, own.To + width), false, false));
    }

    /// <summary>Of what recurs: on the thread, after the first occurrence that leaves room for it.</summary>
    private static Label? Between(Mark mark, Wording wording, double radius, double half)
    {
        double edge = Sweep.Degrees(half + LabelGap, radius);
        var gaps = mark.Sweeps.Zip(mark.Sweeps.Skip(1), (one, next) => new Sweep(one.To + edge, next.From - edge)).ToList();
        var widest = gaps.MaxBy(gap => gap.Width);
        string text = wording.Fit(widest.Length(radius));
        if (text.Length == 0) return null;
        double width = Sweep.Degrees(wording.Width(text) + 1, radius);
        var room = gaps.First(gap => gap.Width >= Math.Min(width, widest.Width));
        bool reversed = Upside(room.Middle);
        return new Label(text, wording.Size, reversed ? room with { From = room.To - width } : room with { To = room.From + width }, reversed, false);
    }

    private static bool Upside(double angle) => angle is > 90 and < 270;

    /// <summary>What is to be written, and how much of it at most.</summary>
    private readonly record struct Wording(string Text, double Size, int Characters)
    {
        public string Fit(double width) => LabelText.Fit(Text, Size, width, Characters);

        public double Width(string text) => LabelText.Width(text, Size);
    }
}
