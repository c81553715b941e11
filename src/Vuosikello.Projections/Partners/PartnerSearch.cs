using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Partners;

/// <summary>What of a partnership's register of partners is asked for. An empty list asks for any.</summary>
/// <param name="Text">Beginnings of words of names, areas, municipalities, themes and register numbers, with or without diacritics, in any order.</param>
/// <param name="Areas">In one of these.</param>
/// <param name="Themes">On one of these.</param>
/// <param name="Kinds">Of one of these.</param>
/// <param name="IsStale">Only those whose card nobody has confirmed for a year.</param>
public sealed record PartnerSearch(string Text, ValueList<AreaId> Areas, ValueList<ThemeId> Themes, ValueList<PartnerKind> Kinds, bool IsStale)
{
    /// <summary>The most characters of a text that are looked at.</summary>
    public const int MostCharacters = 100;

    public static PartnerSearch All { get; } = new("", [], [], [], false);

    /// <summary>
    /// Those who fit. As Finnish sorts names; with a text, first those whose name begins as it was typed, then those whose names have it as it
    /// was typed, then those whose names have it without diacritics, then those found by area, theme or number.
    /// </summary>
    /// <param name="partnership">Whose register it is.</param>
    /// <param name="today">The day in Europe/Helsinki.</param>
    /// <param name="language">In which names are shown, and so sorted: <c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    public IReadOnlyList<Partner> In(Partnership partnership, LocalDate today, string language = "fi") => PartnerIndex.Of(partnership, language).Find(this, partner => Fits(partner, partnership, today));

    private bool Fits(Partner partner, Partnership partnership, LocalDate today) =>
        (Kinds.Count == 0 || Kinds.Contains(partner.Kind))
        && (Areas.Count == 0 || Areas.Any(partner.Areas.Contains))
        && (Themes.Count == 0 || Themes.Any(partner.Themes.Contains))
        && (!IsStale || (partnership.Cards.TryGetValue(partner.Id.Value, out var card) && card.IsStale(today)));
}
