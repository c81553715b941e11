namespace Vuosikello.Domain.Administration;

/// <summary>Makes somebody an administrator of the server. The first one is appointed by the server itself.</summary>
public sealed record AppointAdministrator(MemberId Member) : IAdministrationCommand;

public static partial class AdministrationDecider
{
    private static Decision Appoint(Administrators? state, AppointAdministrator command) =>
        state?.Include(command.Member) == true ? Decision.Accept()
        : state?.HasErased(command.Member) == true ? Decision.Refuse(new Problem(ProblemCodes.NoSuchMember, "member"))
        : Decision.Accept(new AdministratorAppointed(command.Member));
}
