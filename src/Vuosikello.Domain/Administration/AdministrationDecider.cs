namespace Vuosikello.Domain.Administration;

/// <summary>A command to the server itself, in no partnership.</summary>
public interface IAdministrationCommand : ICommand;

/// <summary>Decides who administers the server, and who is forgotten. There is always an administrator, once there was one.</summary>
public static partial class AdministrationDecider
{
    /// <param name="state">The administrators; null before the first.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="stamp">Who wants it.</param>
    public static Decision Decide(Administrators? state, IAdministrationCommand command, Stamp stamp) => command switch
    {
        AppointAdministrator appoint => Appoint(state, appoint),
        DismissAdministrator dismiss => Dismiss(state, dismiss),
        ErasePerson erase => Erase(state, erase.Member),
        EraseOneself => Erase(state, stamp.By),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
    };
}
