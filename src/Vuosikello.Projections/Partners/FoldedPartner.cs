using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Partners;

/// <summary>A partner's card as it is searched and sorted: made once for each card, and kept as long as the card lives.</summary>
internal sealed class FoldedPartner
{
    /// <summary>How many ranks <see cref="RankOf"/> tells apart.</summary>
    public const int Ranks = 4;

    private static readonly ConditionalWeakTable<Partner, ConcurrentDictionary<string, FoldedPartner>> Kept = [];
    private static readonly CompareInfo Finnish = CultureInfo.GetCultureInfo("fi-FI").CompareInfo;

    private readonly byte[] _order;
    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<string> _asWritten;
    private readonly ImmutableArray<string> _folded;

    private FoldedPartner(Partner card, string language)
    {
        Card = card;
        _order = Finnish.GetSortKey(card.Name.In(language), CompareOptions.IgnoreCase).KeyData;
        _names = [.. new[] { card.Name.Fi, card.Name.Sv, card.Name.En }.OfType<string>().Select(name => name.ToLowerInvariant())];
        _asWritten = Typed.AsWritten(_names);
        _folded = Typed.WordsOf(_names);
        Words = [.. _folded.Union(Typed.WordsOf([card.BusinessId?.Value, card.RegisterNumber?.Value, card.RegisterNumber?.ToString()]))];
    }

    public Partner Card { get; }

    /// <summary>All words by which it is found, folded, each once; areas and themes have theirs elsewhere.</summary>
    public ImmutableArray<string> Words { get; }

    public static FoldedPartner Of(Partner card, string language) =>
        Kept.GetValue(card, static _ => new(StringComparer.Ordinal)).GetOrAdd(language, static (l, c) => new FoldedPartner(c, l), card);

    /// <summary>As Finnish sorts names (å, ä, ö last); equal names by their short names.</summary>
    public static int Compare(FoldedPartner one, FoldedPartner other)
    {
        int order = one._order.AsSpan().SequenceCompareTo(other._order);
        return order != 0 ? order : string.CompareOrdinal(one.Card.Id.Value, other.Card.Id.Value);
    }

    /// <summary>How well a text fits that has been found in it: 0 the best.</summary>
    public int RankOf(Typed typed)
    {
        foreach (string name in _names)
            if (name.StartsWith(typed.Whole, StringComparison.Ordinal)) return 0;
        return All(typed.AsTyped, _asWritten) ? 1 : All(typed.Folded, _folded) ? 2 : 3;
    }

    private static bool All(ImmutableArray<string> beginnings, ImmutableArray<string> words)
    {
        foreach (string beginning in beginnings)
        {
            bool found = false;
            foreach (string word in words) found |= word.StartsWith(beginning, StringComparison.Ordinal);
            if (!found) return false;
        }
        return true;
    }
}
