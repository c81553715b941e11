using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private static InvitationId Invitation => new(new Guid("7f000001-0000-4000-8000-000000000001"));
    private static MemberId Invited => new(new Guid("7f000001-0000-4000-8000-000000000002"));

    private static IReadOnlyDictionary<string, IEvent> Memberships => new Dictionary<string, IEvent>
    {
        ["member-invited.v1"] = new MemberInvited(Invitation, Role.Editor, Town, false, TokenHash, Instant.FromUtc(2026, 4, 7, 13, 30)),
        ["member-invited.v1.chair"] = new MemberInvited(Invitation, Role.SteeringGroupMember, null, true, TokenHash, Instant.FromUtc(2026, 4, 7, 13, 30)),
        ["invitation-revoked.v1"] = new InvitationRevoked(Invitation),
        ["invitation-accepted.v1"] = new InvitationAccepted(Invitation, Invited, Role.Signatory, Town, false),
        ["invitation-accepted.v1.chair"] = new InvitationAccepted(Invitation, Invited, Role.SteeringGroupMember, null, true),
        ["role-granted.v1"] = new RoleGranted(Invited, Role.Coordinator, null, false),
        ["role-granted.v1.partner"] = new RoleGranted(Invited, Role.Editor, Town, false),
        ["role-ended.v1"] = new RoleEnded(Invited, Role.Reader, null),
        ["role-ended.v1.partner"] = new RoleEnded(Invited, Role.Editor, Town),
        ["partnership-restricted-to-members.v1"] = new PartnershipRestrictedToMembers(),
        ["partnership-opened-to-all.v1"] = new PartnershipOpenedToAll(),
        ["administrator-appointed.v1"] = new AdministratorAppointed(Invited),
        ["administrator-dismissed.v1"] = new AdministratorDismissed(Invited),
        ["person-erased.v1"] = new PersonErased(Invited),
    };
}
