using System.Globalization;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Wheel;

/// <summary>The middle: the year, whose it is, and its emphasis.</summary>
internal static class HubDrawing
{
    private const double NameSize = 20;
    private const double EmphasisSize = 14.5;

    public static void Draw(Markup m, YearCircle year, PartnershipView partnership, WheelOptions options)
    {
        string name = partnership.State.Name.In(options.Language);
        var cycle = partnership.Years.FirstOrDefault(y => y.Year == year.Year);
        string emphasis = cycle?.State.Emphasis.In(options.Language) ?? "";
        var names = Lines(name, NameSize, 196, 2);
        var themes = emphasis.Length == 0 ? [] : Lines(emphasis, EmphasisSize, 190, names.Count > 1 ? 3 : 4);
        m.Open("g").With("class", "wheel-hub").With("aria-hidden", "true");
        m.Open("circle").With("class", "wheel-hub-disc").With("cx", Polar.Centre).With("cy", Polar.Centre).With("r", FrameDrawing.HubRadius).Close();
        double height = names.Count * 24 + 58 + (themes.Count == 0 ? 0 : 8 + themes.Count * 18);
        double y = Polar.Centre - height / 2;
        foreach (string line in names) Line(m, "wheel-partnership", y += 24, line);
        Line(m, "wheel-year", y += 54, year.Year.ToString(CultureInfo.InvariantCulture));
        y += 8;
        foreach (string line in themes) Line(m, "wheel-emphasis", y += 18, line);
        m.Close();
    }

    private static void Line(Markup m, string kind, double y, string text) =>
        m.Open("text").With("class", kind).With("x", Polar.Centre).With("y", y).Text(text).Close();

    /// <summary>The text broken at spaces into lines of a width, the last one shortened when there is more.</summary>
    private static List<string> Lines(string text, double size, double width, int most)
    {
        var lines = new List<string>();
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int next = 0; next < words.Length;)
        {
            int end = next + 1;
            while (end < words.Length && LabelText.Width(string.Join(' ', words[next..(end + 1)]), size) <= width) end++;
            if (lines.Count == most - 1) end = words.Length;
            lines.Add(LabelText.Fit(string.Join(' ', words[next..end]), size, width, 60));
            next = end;
        }
        return lines;
    }
}
