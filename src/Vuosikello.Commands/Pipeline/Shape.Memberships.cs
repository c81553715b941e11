using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfMembership(ICommand command) => command switch
    {
        InviteMember { Invitation.Value: var id } when id == Guid.Empty => "invitation",
        InviteMember invite when !IsSha256(invite.SecretHash) => "secretHash",
        InviteMember invite => FlawOf(invite.Role, invite.Partner),
        RevokeInvitation { Invitation.Value: var id } when id == Guid.Empty => "invitation",
        AcceptInvitation { Invitation.Value: var id } when id == Guid.Empty => "invitation",
        AcceptInvitation accept when !IsSha256(accept.SecretHash) => "secretHash",
        GrantRole { Member.Value: var id } when id == Guid.Empty => "member",
        GrantRole grant => FlawOf(grant.Role, grant.Partner),
        EndRole { Member.Value: var id } when id == Guid.Empty => "member",
        EndRole end => FlawOf(end.Role, end.Partner),
        GiveUpRole giveUp => FlawOf(giveUp.Role, giveUp.Partner),
        AppointAdministrator { Member.Value: var id } when id == Guid.Empty => "member",
        DismissAdministrator { Member.Value: var id } when id == Guid.Empty => "member",
        ErasePerson { Member.Value: var id } when id == Guid.Empty => "member",
        _ => null,
    };

    private static string? FlawOf(Role role, PartnerId? partner) =>
        !Enum.IsDefined(role) ? "role" : partner is { } named && !Slug.IsValid(named.Value) ? "partner" : null;

    private static bool IsSha256(string? hash) => hash is { Length: HexDigitsOfSha256 } && hash.All(char.IsAsciiHexDigitLower);
}
