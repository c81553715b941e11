using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Partnerships;

/// <summary>A partnership with its years, as pages show it. Immutable; a new one replaces it after each change.</summary>
/// <param name="State">Name, areas, themes, partners, working groups.</param>
/// <param name="Years">Newest first.</param>
public sealed record PartnershipView(Partnership State, ImmutableArray<CycleView> Years)
{
    public PartnershipId Id => State.Id;

    /// <summary>The latest time in the stamps of all events of the partnership itself (not of its years); never goes back.</summary>
    public NodaTime.Instant ChangedAt { get; init; }
}

/// <summary>A year of a partnership.</summary>
public sealed record CycleView(AnnualCycle State, Domain.Stamp LastChange)
{
    public int Year => State.Id.Year;
}

/// <summary>Queries on the partnerships.</summary>
public interface IPartnershipViews
{
    /// <summary>All, sorted by id.</summary>
    ImmutableArray<PartnershipView> All { get; }

    PartnershipView? Find(PartnershipId id);
}
