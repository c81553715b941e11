using NodaTime;

namespace Vuosikello.Domain.Partnerships;

public sealed record PartnershipFounded(PartnershipId Partnership, LocalText Name) : IEvent;

public sealed record PartnershipRenamed(LocalText Name) : IEvent;

public sealed record AreaAdded(Area Area) : IEvent;

/// <summary>The area has another name or other municipalities.</summary>
public sealed record AreaRedrawn(Area Area) : IEvent;

public sealed record AreaRemoved(AreaId Area) : IEvent;

public sealed record ThemeAdded(Theme Theme) : IEvent;

public sealed record ThemeRenamed(ThemeId Theme, LocalText Name) : IEvent;

public sealed record ThemeRemoved(ThemeId Theme) : IEvent;

public sealed record PartnerJoined(Partner Partner) : IEvent;

/// <summary>The partner's card has other contents.</summary>
public sealed record PartnerCardChanged(Partner Partner) : IEvent;

/// <summary>Somebody who answers for the partner, or the coordinator, said that all of its card is right.</summary>
/// <param name="Day">In Europe/Helsinki.</param>
public sealed record PartnerCardConfirmed(PartnerId Partner, LocalDate Day) : IEvent;

/// <summary>A year has passed since anybody said that these cards are right: they were asked to.</summary>
/// <param name="Day">In Europe/Helsinki.</param>
public sealed record PartnersAskedToConfirm(ValueList<PartnerId> Partners, LocalDate Day) : IEvent;

public sealed record PartnerLeft(PartnerId Partner) : IEvent;

public sealed record WorkingGroupFormed(WorkingGroup Group) : IEvent;

public sealed record WorkingGroupChanged(WorkingGroup Group) : IEvent;

public sealed record WorkingGroupDissolved(WorkingGroupId Group) : IEvent;
