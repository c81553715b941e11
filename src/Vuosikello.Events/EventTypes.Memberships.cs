using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] Memberships =>
    [
        Named("member-invited.v1", EventJson.Default.MemberInvited),
        Named("invitation-revoked.v1", EventJson.Default.InvitationRevoked),
        Named("invitation-accepted.v1", EventJson.Default.InvitationAccepted),
        Named("role-granted.v1", EventJson.Default.RoleGranted),
        Named("role-ended.v1", EventJson.Default.RoleEnded),
        Named("partnership-restricted-to-members.v1", EventJson.Default.PartnershipRestrictedToMembers),
        Named("partnership-opened-to-all.v1", EventJson.Default.PartnershipOpenedToAll),

        Named("administrator-appointed.v1", EventJson.Default.AdministratorAppointed),
        Named("administrator-dismissed.v1", EventJson.Default.AdministratorDismissed),
        Named("person-erased.v1", EventJson.Default.PersonErased),
    ];
}
