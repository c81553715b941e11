using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Boards;

/// <summary>All the words of an activity in every language, without case and diacritics, folded once and kept as long as its details live.</summary>
internal sealed class SearchText
{
    private static readonly ConditionalWeakTable<ActivityDetails, SearchText> Kept = [];
    private readonly string _folded;

    private SearchText(ActivityDetails details)
    {
        var all = new StringBuilder();
        Add(all, details.Title);
        Add(all, details.Description);
        Add(all, details.Venue?.Name);
        Add(all, details.Venue?.Address);
        if (details.Responsible is { } responsible) Add(all, responsible.Role);
        foreach (var row in details.Agenda) Add(all, row.Title);
        _folded = Fold(all.ToString());
    }

    public static SearchText Of(ActivityDetails details) => Kept.GetValue(details, static d => new SearchText(d));

    /// <summary>Tells whether every word, separated by spaces, occurs somewhere, also within a longer word.</summary>
    public bool HasAll(string words)
    {
        var folded = Fold(words).AsSpan();
        foreach (var range in folded.Split(' '))
        {
            if (!_folded.AsSpan().Contains(folded[range], StringComparison.Ordinal)) return false;
        }
        return true;
    }

    /// <summary>Lower case without diacritics: <c>Päijät-Häme</c> becomes <c>paijat-hame</c>.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(Rune.ToLowerInvariant(rune));
        }
        return folded.ToString();
    }

    private static void Add(StringBuilder all, LocalText text)
    {
        Add(all, text.Fi);
        Add(all, text.Sv);
        Add(all, text.En);
    }

    private static void Add(StringBuilder all, string? text)
    {
        if (text is not null) all.Append(text).Append('\n');
    }
}
