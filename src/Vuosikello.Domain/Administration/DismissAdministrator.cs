namespace Vuosikello.Domain.Administration;

/// <summary>Ends somebody's being an administrator of the server. The last one stays, also when it is they who want to go.</summary>
public sealed record DismissAdministrator(MemberId Member) : IAdministrationCommand;

public static partial class AdministrationDecider
{
    private static Decision Dismiss(Administrators? state, DismissAdministrator command)
    {
        if (state?.Include(command.Member) != true) return Decision.Accept();
        return state.All.Count == 1
            ? Decision.Refuse(new Problem(ProblemCodes.LastAdministrator, "member"))
            : Decision.Accept(new AdministratorDismissed(command.Member));
    }
}
