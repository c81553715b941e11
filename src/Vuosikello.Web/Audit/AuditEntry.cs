using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Web.Audit;

/// <summary>A line of the audit trail, from the accounts or from the log.</summary>
/// <param name="Kind">See <see cref="AuditWords.Kinds"/>.</param>
/// <param name="By">Who did it; null for somebody unknown.</param>
/// <param name="For">The organisation that they acted for; known of changes of rights only.</param>
/// <param name="About">With whom it was done; null where that is nobody else.</param>
/// <param name="What">In a word of the program; empty when the kind says it all.</param>
/// <param name="Role">The role that was given, ended or invited to.</param>
/// <param name="Network">From which network, coarsely; null when it is not known.</param>
/// <param name="Times">How often in that hour; 1 for kinds that are not counted.</param>
/// <param name="Last">When it was the last of these times.</param>
public sealed record AuditEntry(
    Guid Id, Instant At, string Kind, MemberId? By, PartnerId? For, MemberId? About, PartnershipId? Partnership, string What, HeldRole? Role, string? Network, int Times, Instant Last)
{
    public static AuditEntry Of(AuditRow row) => new(
        row.Id, row.At, row.Kind, Member(row.By), null, Member(row.About), row.Partnership is { } partnership ? new(partnership) : null, row.What, null, row.Network, row.Times, row.Last);

    /// <returns>Null for an event that changes nobody's rights.</returns>
    public static AuditEntry? Of(RightsChange change) => change.Event switch
    {
        MemberInvited e => Of(change, "member-invited", null, new(e.Role, e.Partner, e.IsChair), e.Invitation.ToString()),
        InvitationRevoked e => Of(change, "invitation-revoked", null, RoleOf(change.State?.Find(e.Invitation)), e.Invitation.ToString()),
        InvitationAccepted e => Of(change, "invitation-accepted", e.Member, new(e.Role, e.Partner, e.IsChair), e.Invitation.ToString()),
        RoleGranted e => Of(change, "role-granted", e.Member, new(e.Role, e.Partner, e.IsChair)),
        RoleEnded e => Of(change, "role-ended", e.Member, change.State?.Find(e.Member, e.Role, e.Partner) ?? new(e.Role, e.Partner)),
        AdministratorAppointed e => Of(change, "administrator-appointed", e.Member),
        AdministratorDismissed e => Of(change, "administrator-dismissed", e.Member),
        PersonErased e => Of(change, "person-erased", e.Member),
        PartnershipRestrictedToMembers => Of(change, "partnership-restricted", null),
        PartnershipOpenedToAll => Of(change, "partnership-opened", null),
        _ => null,
    };

    private static AuditEntry Of(RightsChange change, string kind, MemberId? about, HeldRole? role = null, string what = "") => new(
        change.Id, change.Stamp.At, kind, change.Stamp.By, change.Stamp.For, about == change.Stamp.By ? null : about, change.Partnership, what, role, null, 1, change.Stamp.At);

    private static HeldRole? RoleOf(Invitation? invitation) => invitation is null ? null : new(invitation.Role, invitation.Partner, invitation.IsChair);

    private static MemberId? Member(Guid? id) => id is { } known ? new(known) : null;
}
