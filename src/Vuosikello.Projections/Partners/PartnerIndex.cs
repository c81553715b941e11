using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Partners;

/// <summary>
/// The words of a register, sorted, each with the partners that have it: a beginning of a word is found by halving, however many partners
/// there are. Made when somebody searches after a change, and kept as long as that state of the partnership lives.
/// </summary>
internal sealed class PartnerIndex
{
    private static readonly ConditionalWeakTable<Partnership, ConcurrentDictionary<string, PartnerIndex>> Kept = [];

    /// <summary>More words of a text are not looked at.</summary>
    private const int MostWords = 8;

    private readonly FoldedPartner[] _partners;
    private readonly string[] _words;
    private readonly int[][] _having;

    private PartnerIndex(Partnership partnership, string language)
    {
        _partners = [.. partnership.Partners.Values.Select(card => FoldedPartner.Of(card, language))];
        Array.Sort(_partners, FoldedPartner.Compare);
        var (areas, themes) = (WordsOfAreas(partnership), WordsOfThemes(partnership));
        var having = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < _partners.Length; i++)
        {
            var card = _partners[i].Card;
            foreach (string word in _partners[i].Words) Add(having, word, i);
            foreach (var area in card.Areas)
                foreach (string word in areas.GetValueOrDefault(area.Value, [])) Add(having, word, i);
            foreach (var theme in card.Themes)
                foreach (string word in themes.GetValueOrDefault(theme.Value, [])) Add(having, word, i);
        }
        _words = [.. having.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _having = [.. _words.Select(word => having[word].ToArray())];
    }

    /// <param name="language">In which names are sorted: <c>sv</c>, <c>en</c>, and Finnish for anything else.</param>
    public static PartnerIndex Of(Partnership partnership, string language) =>
        Kept.GetValue(partnership, static _ => new(StringComparer.Ordinal)).GetOrAdd(language is "sv" or "en" ? language : "fi", l => new PartnerIndex(partnership, l));

    public IReadOnlyList<Partner> Find(PartnerSearch search, Predicate<Partner> fits)
    {
        var typed = Typed.Of(search.Text.Length > PartnerSearch.MostCharacters ? search.Text[..PartnerSearch.MostCharacters] : search.Text, MostWords);
        if (typed.Folded.Length == 0) return search.Text.Trim().Length > 0 ? [] : [.. _partners.Select(p => p.Card).Where(card => fits(card))];
        bool[] found = Having(typed.Folded[0]);
        foreach (string word in typed.Folded.AsSpan()[1..])
        {
            bool[] also = Having(word);
            for (int i = 0; i < found.Length; i++) found[i] &= also[i];
        }
        var ranked = new List<Partner>[FoldedPartner.Ranks];
        for (int i = 0; i < found.Length; i++)
            if (found[i] && fits(_partners[i].Card)) (ranked[_partners[i].RankOf(typed)] ??= []).Add(_partners[i].Card);
        return [.. ranked.Where(list => list is not null).SelectMany(list => list)];
    }

    /// <summary>Which partners have a word that begins so.</summary>
    private bool[] Having(string beginning)
    {
        bool[] found = new bool[_partners.Length];
        int at = Array.BinarySearch(_words, beginning, StringComparer.Ordinal);
        for (int word = at < 0 ? ~at : at; word < _words.Length && _words[word].StartsWith(beginning, StringComparison.Ordinal); word++)
            foreach (int partner in _having[word]) found[partner] = true;
        return found;
    }

    private static void Add(Dictionary<string, List<int>> having, string word, int partner)
    {
        if (!having.TryGetValue(word, out var list)) having.Add(word, list = []);
        if (list.Count == 0 || list[^1] != partner) list.Add(partner);
    }

    private static Dictionary<string, ImmutableArray<string>> WordsOfAreas(Partnership partnership) => partnership.Areas.ToDictionary(
        pair => pair.Key, pair => Typed.WordsOf([pair.Value.Name.Fi, pair.Value.Name.Sv, pair.Value.Name.En, .. pair.Value.Municipalities]), StringComparer.Ordinal);

    private static Dictionary<string, ImmutableArray<string>> WordsOfThemes(Partnership partnership) => partnership.Themes.ToDictionary(
        pair => pair.Key, pair => Typed.WordsOf([pair.Value.Name.Fi, pair.Value.Name.Sv, pair.Value.Name.En]), StringComparer.Ordinal);
}
