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
}

/// <summary>Part of a region: one or several municipalities.</summary>
public sealed record Area(AreaId Id, LocalText Name, ValueList<string> Municipalities);

/// <summary>A subject of work.</summary>
public sealed record Theme(ThemeId Id, LocalText Name);

/// <summary>An organisation that takes part.</summary>
public sealed record Partner(PartnerId Id, PartnerKind Kind, LocalText Name, ValueList<AreaId> Areas, ValueList<ThemeId> Themes);

/// <summary>People of several partners working on one theme.</summary>
public sealed record WorkingGroup(WorkingGroupId Id, LocalText Name, ThemeId? Theme, ValueList<PartnerId> Partners);

public enum PartnerKind
{
    Municipality,
    Association,
    Parish,
    WellbeingServicesCounty,
    School,
    Company,
    Other,
}
