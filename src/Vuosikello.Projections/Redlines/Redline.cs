using System.Globalization;

namespace Vuosikello.Projections.Redlines;

/// <summary>What became of a stretch of text.</summary>
public enum RedlineKind
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>In the text before only.</summary>
    Removed,

    /// <summary>In the text after only.</summary>
    Added,
}

/// <summary>A stretch of text that has one fate. Never empty.</summary>
public readonly record struct RedlineRun(RedlineKind Kind, string Text);

/// <summary>
/// The difference of two texts word by word. Words, single marks and the white space between them are the units; what is the same and what
/// was removed make up the text before to the last character, what is the same and what was added the text after.
/// </summary>
/// <remarks>
/// <para>
/// Bounded whatever the texts are: besides a few passes over them at most <see cref="EffortLimit"/> comparisons of words, and
/// some 60 bytes of memory per word. Within the limit the difference is close to the smallest; what is left when the limit is reached
/// is shown as one large replacement. The answer depends on the texts alone.
/// </para>
/// <para>It reads well rather than being the very smallest: between two changes a mere space, comma or a single short word that happens to
/// stay is shown as changed with them. Line breaks are kept apart, so that paragraphs stay paragraphs.</para>
/// </remarks>
public static class Redline
{
    /// <summary>The most comparisons of one word with another: some tens of milliseconds.</summary>
    public const long EffortLimit = 8_000_000;

    /// <summary>A word of up to this many characters between two changes says nothing by itself.</summary>
    private const int ShortWord = 3;

    /// <summary>The runs in reading order; of a replacement the removed one comes first. Empty for two empty texts.</summary>
    public static IReadOnlyList<RedlineRun> Of(string before, string after) => Of(before, after, out _);

    /// <summary>True when the runs hold anything but what stayed the same.</summary>
    public static bool HasChange(IReadOnlyList<RedlineRun> runs) => runs.Any(run => run.Kind != RedlineKind.Same);

    internal static IReadOnlyList<RedlineRun> Of(string before, string after, out long effort)
    {
        effort = 0;
        if (before == after) return before.Length == 0 ? [] : [new(RedlineKind.Same, before)];
        var (old, now) = TextTokens.Of(before, after);
        var matching = new TokenMatching(old.Ids, now.Ids);
        matching.Run();
        effort = matching.Effort;
        return Runs(before, after, Readable(before, Blocks(old, now, matching)));
    }

    /// <summary>Stretches that stayed, each with the change after it. The first may be empty, no other change is.</summary>
    private static List<Block> Blocks(TextTokens old, TextTokens now, TokenMatching matching)
    {
        List<Block> blocks = [];
        int i = 0, j = 0;
        while (i < old.Count || j < now.Count)
        {
            int same = i;
            while (i < old.Count && j < now.Count && matching.Stays(i, j)) (i, j) = (i + 1, j + 1);
            var (removed, added, stayed) = (i, j, old.Starts[same]..old.Starts[i]);
            while (i < old.Count && matching.IsRemoved(i)) i++;
            while (j < now.Count && matching.IsAdded(j)) j++;
            blocks.Add(new(stayed, old.Starts[removed]..old.Starts[i], now.Starts[added]..now.Starts[j]));
        }
        return blocks;
    }

    private static List<Block> Readable(string before, List<Block> blocks)
    {
        List<Block> readable = [];
        foreach (var block in blocks)
        {
            if (readable.Count > 0 && block.IsChange && SaysNothing(before.AsSpan()[block.Same], readable[^1], block)) readable[^1] = readable[^1].With(block);
            else readable.Add(block);
        }
        return readable;
    }

    private static bool SaysNothing(ReadOnlySpan<char> same, Block left, Block right)
    {
        if (same.Contains('\n')) return false;
        var word = same.Trim();
        bool letters = false;
        foreach (char c in word)
        {
            if (char.IsWhiteSpace(c)) return false;
            letters |= char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
        }
        return !letters || (word.Length <= ShortWord && Math.Min(left.ChangeLength, right.ChangeLength) > 4 * same.Length);
    }

    private static List<RedlineRun> Runs(string before, string after, List<Block> blocks)
    {
        List<RedlineRun> runs = [];
        foreach (var block in blocks)
        {
            Add(RedlineKind.Same, before[block.Same]);
            Add(RedlineKind.Removed, before[block.Removed]);
            Add(RedlineKind.Added, after[block.Added]);
        }
        return runs;

        void Add(RedlineKind kind, string text)
        {
            if (text.Length > 0) runs.Add(new(kind, text));
        }
    }

    /// <summary>What stayed, and the change after it; ranges of characters: of the text before, and for what was added of the text after.</summary>
    private readonly record struct Block(Range Same, Range Removed, Range Added)
    {
        public bool IsChange => Length(Removed) + Length(Added) > 0;

        public int ChangeLength => Math.Max(Length(Removed), Length(Added));

        /// <summary>This change and the next, with what stood between them, as one.</summary>
        public Block With(Block next) => new(Same, Removed.Start..next.Removed.End, Added.Start..next.Added.End);

        private static int Length(Range range) => range.End.Value - range.Start.Value;
    }
}
