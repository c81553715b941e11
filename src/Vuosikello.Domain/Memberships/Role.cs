namespace Vuosikello.Domain.Memberships;

/// <summary>The roles of the domain. The public has none.</summary>
public enum Role
{
    Reader,
    SteeringGroupMember,
    Signatory,
    Editor,
    Coordinator,

    /// <summary>Of the server, not of a partnership: appointed and dismissed by <see cref="Administration.AdministrationDecider"/>.</summary>
    Administrator,
}

/// <summary>A role as somebody holds it, or is invited to it.</summary>
/// <param name="Partner">The organisation that an editor's or a signatory's role is for; null of every other role.</param>
/// <param name="IsChair">Of the steering group: its chair.</param>
public sealed record HeldRole(Role Role, PartnerId? Partner = null, bool IsChair = false)
{
    /// <summary>Whether both are one role of one organisation: somebody holds it once, as chair or not.</summary>
    public bool IsSameAs(Role role, PartnerId? partner) => Role == role && Partner == partner;
}

/// <summary>Who may do what: one role that a person holds in a partnership. What rights and circles of readers follow from.</summary>
/// <param name="Partner">The organisation a partner's role is for; null for a coordinator, a steering group member or a reader.</param>
/// <param name="IsChair">Of the steering group: its chair. Means nothing of another role.</param>
public sealed record Membership(MemberId Member, PartnershipId Partnership, Role Role, PartnerId? Partner, bool IsChair = false);
