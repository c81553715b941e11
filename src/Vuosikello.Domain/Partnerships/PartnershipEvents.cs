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

public sealed record PartnerLeft(PartnerId Partner) : IEvent;

public sealed record WorkingGroupFormed(WorkingGroup Group) : IEvent;

public sealed record WorkingGroupChanged(WorkingGroup Group) : IEvent;

public sealed record WorkingGroupDissolved(WorkingGroupId Group) : IEvent;
