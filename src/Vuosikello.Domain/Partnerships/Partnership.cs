using System.Collections.Immutable;

namespace Vuosikello.Domain.Partnerships;

/// <summary>The whole that plans together, as its events made it.</summary>
public sealed partial record Partnership(
    PartnershipId Id,
    LocalText Name,
    ImmutableSortedDictionary<string, Area> Areas,
    ImmutableSortedDictionary<string, Theme> Themes,
    ImmutableSortedDictionary<string, Partner> Partners,
    ImmutableSortedDictionary<string, WorkingGroup> WorkingGroups,
    long Version) : IState<Partnership>
{
    /// <summary>What those were called that are no longer part of it.</summary>
    public FormerNames Former { get; init; } = FormerNames.None;

    /// <summary>When each partner's card was written, confirmed and asked about, by the partner's short name.</summary>
    public ImmutableSortedDictionary<string, CardDates> Cards { get; init; } = ImmutableSortedDictionary.Create<string, CardDates>(StringComparer.Ordinal);

    /// <summary>The morning on which partners are next asked whether their cards are right; null when there are none.</summary>
    public Moment? NextMoment => Cards.IsEmpty ? null : Next(Cards.Values.Min(card => card.AskOn));

    private static Moment Next(NodaTime.LocalDate day) => new(CardDates.MorningOf(day), $"cards {Texts.Iso(day)}");
}

/// <summary>Part of a region: one or several municipalities.</summary>
public sealed record Area(AreaId Id, LocalText Name, ValueList<string> Municipalities);

/// <summary>A subject of work.</summary>
public sealed record Theme(ThemeId Id, LocalText Name);

/// <summary>People of several partners working on one theme.</summary>
public sealed record WorkingGroup(WorkingGroupId Id, LocalText Name, ThemeId? Theme, ValueList<PartnerId> Partners);
