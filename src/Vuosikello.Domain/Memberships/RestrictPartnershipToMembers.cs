namespace Vuosikello.Domain.Memberships;

/// <summary>Keeps a partnership for its members: for everybody else it is as if it did not exist, with all that ever happened in it.</summary>
public sealed record RestrictPartnershipToMembers(PartnershipId Partnership) : IMembershipCommand;

/// <summary>Makes a partnership public, as each is that nobody has restricted: everybody sees what the public may see of it, of the time before too.</summary>
public sealed record OpenPartnershipToAll(PartnershipId Partnership) : IMembershipCommand;

public static partial class MembershipDecider
{
    private static Decision Restrict(MemberList? state) => state is { IsForMembers: true } ? Decision.Accept() : Decision.Accept(new PartnershipRestrictedToMembers());

    private static Decision OpenToAll(MemberList? state) => state is { IsForMembers: true } ? Decision.Accept(new PartnershipOpenedToAll()) : Decision.Accept();
}
