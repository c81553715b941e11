namespace Vuosikello.Domain.Partnerships;

/// <summary>A command to one partnership.</summary>
public interface IPartnershipCommand : ICommand;

public sealed record FoundPartnership(PartnershipId Partnership, LocalText Name) : IPartnershipCommand;

public sealed record RenamePartnership(PartnershipId Partnership, LocalText Name) : IPartnershipCommand;

public sealed record AddArea(PartnershipId Partnership, Area Area) : IPartnershipCommand;

public sealed record RedrawArea(PartnershipId Partnership, Area Area) : IPartnershipCommand;

public sealed record RemoveArea(PartnershipId Partnership, AreaId Area) : IPartnershipCommand;

public sealed record AddTheme(PartnershipId Partnership, Theme Theme) : IPartnershipCommand;

public sealed record RenameTheme(PartnershipId Partnership, ThemeId Theme, LocalText Name) : IPartnershipCommand;

public sealed record RemoveTheme(PartnershipId Partnership, ThemeId Theme) : IPartnershipCommand;

public sealed record AdmitPartner(PartnershipId Partnership, Partner Partner) : IPartnershipCommand;

public sealed record ChangePartnerCard(PartnershipId Partnership, Partner Partner) : IPartnershipCommand;

public sealed record DismissPartner(PartnershipId Partnership, PartnerId Partner) : IPartnershipCommand;

public sealed record FormWorkingGroup(PartnershipId Partnership, WorkingGroup Group) : IPartnershipCommand;

public sealed record ChangeWorkingGroup(PartnershipId Partnership, WorkingGroup Group) : IPartnershipCommand;

public sealed record DissolveWorkingGroup(PartnershipId Partnership, WorkingGroupId Group) : IPartnershipCommand;
