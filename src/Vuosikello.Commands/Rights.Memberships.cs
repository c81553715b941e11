using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> MembersAndAdministrators => new()
    {
        [typeof(InviteMember)] = Need.Coordinator,
        [typeof(RevokeInvitation)] = Need.Coordinator,
        [typeof(AcceptInvitation)] = Need.Oneself,
        [typeof(GrantRole)] = Need.Coordinator,
        [typeof(EndRole)] = Need.Coordinator,
        [typeof(GiveUpRole)] = Need.Oneself,
        [typeof(RestrictPartnershipToMembers)] = Need.Coordinator,
        [typeof(OpenPartnershipToAll)] = Need.Coordinator,
        [typeof(AppointAdministrator)] = Need.Administrator,
        [typeof(DismissAdministrator)] = Need.Administrator,
        [typeof(ErasePerson)] = Need.Administrator,
        [typeof(EraseOneself)] = Need.Oneself,
    };
}
