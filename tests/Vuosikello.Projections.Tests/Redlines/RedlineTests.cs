using FsCheck;
using FsCheck.Fluent;
using Vuosikello.Projections.Redlines;

namespace Vuosikello.Projections.Tests.Redlines;

public sealed class RedlineTests
{
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(500);

    /// <summary>Texts of few different words, so that much is alike and repeated, with marks, breaks and pairs of surrogates between.</summary>
    private static readonly Gen<string> Texts =
        from words in Gen.ArrayOf(Gen.Elements("tila", "avain", "kunta", "ja", "on", "é", "e\u0301", "😀", ",", ".", " ", "  ", "\n", "\n\n", "\t", ""))
        from spaced in Gen.Elements("", " ")
        select string.Join(spaced, words);

    private static readonly Gen<(string, string)> Pairs = Gen.OneOf(
        from before in Texts from after in Texts select (before, after),
        from before in ArbMap.Default.GeneratorFor<string>() from after in ArbMap.Default.GeneratorFor<string>() select (before ?? "", after ?? ""),
        from start in Texts from middle in Texts from other in Texts from end in Texts select (start + middle + end, start + other + end));

    [Fact]
    public void What_stayed_and_was_removed_is_the_old_text_and_what_stayed_and_was_added_the_new_one() =>
        Prop.ForAll(Pairs.ToArbitrary(), texts =>
        {
            var runs = Redline.Of(texts.Item1, texts.Item2);
            return Joined(runs, RedlineKind.Removed) == texts.Item1
                && Joined(runs, RedlineKind.Added) == texts.Item2
                && runs.All(run => run.Text.Length > 0)
                && Redline.HasChange(runs) == (texts.Item1 != texts.Item2);
        }).Check(Thoroughly);

    [Fact]
    public void No_pair_of_surrogates_is_torn() =>
        Prop.ForAll((from a in Texts from b in Texts select (a, b)).ToArbitrary(), texts =>
            Redline.Of(texts.a, texts.b).All(run => !char.IsLowSurrogate(run.Text[0]) && !char.IsHighSurrogate(run.Text[^1]))).Check(Thoroughly);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("Tilat ovat maksutta.", "Tilat ovat maksutta.", "Tilat ovat maksutta.")]
    [InlineData("Tilat ovat maksutta.", "Tilat ovat arkisin maksutta.", "Tilat ovat {+arkisin +}maksutta.")]
    [InlineData("Avain haetaan kirjastosta.", "Avain haetaan kunnantalolta.", "Avain haetaan [-kirjastosta-]{+kunnantalolta+}.")]
    [InlineData("yksi", "", "[-yksi-]")]
    [InlineData("", "yksi", "{+yksi+}")]
    [InlineData("kaksi kolme", "kaksi kolme neljä", "kaksi kolme{+ neljä+}")]
    [InlineData("Varaa tila viikkoa ennen", "Ilmoita tarve kuukautta ennen", "[-Varaa tila viikkoa-]{+Ilmoita tarve kuukautta+} ennen")]
    [InlineData("eka kappale\ntoka kappale", "muu teksti\nvielä muuta", "[-eka kappale-]{+muu teksti+}\n[-toka kappale-]{+vielä muuta+}")]
    [InlineData("sopimus", "Sopimus", "[-sopimus-]{+Sopimus+}")]
    public void A_change_is_shown_by_words(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(Redline.Of(before, after).Select(run => run.Kind switch
        {
            RedlineKind.Removed => $"[-{run.Text}-]",
            RedlineKind.Added => $"{{+{run.Text}+}}",
            _ => run.Text,
        })));

    [Fact]
    public void Two_texts_of_100_000_characters_that_share_nothing_are_one_replacement()
    {
        string before = Long("vanha", 100_000), after = Long("uusi", 100_000);

        var runs = Redline.Of(before, after, out long effort);

        Assert.Equal([new(RedlineKind.Removed, before), new(RedlineKind.Added, after)], runs);
        Assert.InRange(effort, 0, 100_000);
    }

    [Fact]
    public void Each_of_2_000_small_edits_in_a_long_text_is_found()
    {
        string[] words = Long("sana", 100_000).Split(' ');
        string[] edited = [.. words.Select((word, i) => i % 5 == 3 && i < 10_000 ? $"{word}muutettu" : word)];
        Assert.True(words.Length > 10_000, $"only {words.Length} words");

        var runs = Redline.Of(string.Join(' ', words), string.Join(' ', edited));

        Assert.Equal(2_000, runs.Count(run => run.Kind == RedlineKind.Added));
        Assert.All(runs.Where(run => run.Kind == RedlineKind.Added), run => Assert.EndsWith("muutettu", run.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_hardest_texts_cost_no_more_than_the_limit(int seed)
    {
        // Two words in random order: nothing is unique, everything is common, and the edits are many.
        string before = Coins(seed, 50_000), after = Coins(seed + 100, 50_000);

        var runs = Redline.Of(before, after, out long effort);

        // One last round may pass the limit by a diagonal and by looking its region over.
        Assert.InRange(effort, 1, Redline.EffortLimit + 200_000);
        Assert.Equal(before, Joined(runs, RedlineKind.Removed));
        Assert.Equal(after, Joined(runs, RedlineKind.Added));
    }

    [Fact]
    public void Folding_loses_nothing_and_keeps_the_words_around_a_change() =>
        Prop.ForAll(Pairs.ToArbitrary(), texts =>
        {
            var runs = Redline.Of(texts.Item1, texts.Item2);
            return runs.Fold(2).Select(run => new RedlineRun(run.Kind, run.Head + run.Folded + run.Tail)).SequenceEqual(runs);
        }).Check(Thoroughly);

    [Fact]
    public void What_is_far_from_a_change_is_folded()
    {
        string same = string.Join(' ', Enumerable.Range(1, 30).Select(n => $"w{n}"));

        var folded = Redline.Of($"vanha {same}", $"uusi {same}").Fold(3).Last();

        Assert.Equal(" w1 w2 w3", folded.Head);
        Assert.Equal((27, ""), (folded.FoldedWords, folded.Tail));
    }

    private static string Joined(IEnumerable<RedlineRun> runs, RedlineKind kind) =>
        string.Concat(runs.Where(run => run.Kind == kind || run.Kind == RedlineKind.Same).Select(run => run.Text));

    private static string Long(string word, int length)
    {
        var text = new System.Text.StringBuilder(length + 20);
        for (int i = 0; text.Length < length; i++) text.Append(word).Append(i).Append(' ');
        return text.ToString(0, length).Trim().PadRight(length, '.');
    }

    private static string Coins(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(2) == 0 ? "a" : "b"));
    }
}
