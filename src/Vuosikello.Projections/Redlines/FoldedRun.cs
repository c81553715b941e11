using System.Text.RegularExpressions;

namespace Vuosikello.Projections.Redlines;

/// <summary>A run of a redline, of whose middle a reader need not see everything: what is before, in, and after the fold, in order.</summary>
/// <param name="Folded">Empty where nothing is folded; then everything is in <paramref name="Head"/>.</param>
/// <param name="FoldedWords">How many words are in the fold.</param>
public readonly record struct FoldedRun(RedlineKind Kind, string Head, string Folded, int FoldedWords, string Tail);

/// <summary>Folds what stayed the same far from any change.</summary>
public static partial class Folding
{
    /// <summary>Fewer words than this are not worth a fold.</summary>
    private const int WorthFolding = 12;

    /// <summary>The runs, with the words that are farther than <paramref name="context"/> words from a change in a fold. No text is lost.</summary>
    public static IEnumerable<FoldedRun> Fold(this IReadOnlyList<RedlineRun> runs, int context)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            yield return runs[i].Kind == RedlineKind.Same
                ? Fold(runs[i], i == 0 ? 0 : context, i == runs.Count - 1 ? 0 : context)
                : Whole(runs[i]);
        }
    }

    private static FoldedRun Fold(RedlineRun run, int before, int after)
    {
        var words = Words().Matches(run.Text);
        int folded = words.Count - before - after;
        if (folded < WorthFolding) return Whole(run);
        int from = before == 0 ? 0 : words[before - 1].Index + words[before - 1].Length;
        int to = after == 0 ? run.Text.Length : words[words.Count - after].Index;
        return new(run.Kind, run.Text[..from], run.Text[from..to], folded, run.Text[to..]);
    }

    private static FoldedRun Whole(RedlineRun run) => new(run.Kind, run.Text, "", 0, "");

    [GeneratedRegex(@"\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
