using Vuosikello.Domain;

namespace Vuosikello.Commands;

/// <summary>Who may do what: one person's standing in one partnership.</summary>
/// <param name="Partner">The organisation a partner's role is for; null for a coordinator, a steering group member or a reader.</param>
/// <param name="IsChair">Of the steering group: its chair. Means nothing of another role.</param>
public sealed record Membership(MemberId Member, PartnershipId Partnership, Role Role, PartnerId? Partner, bool IsChair = false);

/// <summary>The roles of the domain. The public has none.</summary>
public enum Role
{
    Reader,
    SteeringGroupMember,
    Signatory,
    Editor,
    Coordinator,
    Administrator,
}

/// <summary>Where the pipeline looks up rights. Accounts implement it; in Development the demo members do.</summary>
public interface IMemberships
{
    /// <summary>All standings of a person in a partnership (an administrator of the server stands in every one).</summary>
    ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct);
}
