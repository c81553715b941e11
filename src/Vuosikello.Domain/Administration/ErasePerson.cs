namespace Vuosikello.Domain.Administration;

/// <summary>
/// Has somebody forgotten: who they are is taken out of the accounts, their roles end, and what they did stays in the log under an id that tells
/// nobody who it was. It cannot be taken back.
/// </summary>
public sealed record ErasePerson(MemberId Member) : IAdministrationCommand;

/// <summary>Has oneself forgotten, as <see cref="ErasePerson"/> does somebody else.</summary>
public sealed record EraseOneself : IAdministrationCommand;

public static partial class AdministrationDecider
{
    private static Decision Erase(Administrators? state, MemberId member)
    {
        if (state?.HasErased(member) == true) return Decision.Accept();
        if (state?.Include(member) != true) return Decision.Accept(new PersonErased(member));
        return state.All.Count == 1
            ? Decision.Refuse(new Problem(ProblemCodes.LastAdministrator, "member"))
            : Decision.Accept(new AdministratorDismissed(member), new PersonErased(member));
    }
}
