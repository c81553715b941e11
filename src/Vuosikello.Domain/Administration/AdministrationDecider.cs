namespace Vuosikello.Domain.Administration;

/// <summary>A command to the server itself, in no partnership.</summary>
public interface IAdministrationCommand : ICommand;

/// <summary>Decides who administers the server. There is always somebody, once there was.</summary>
public static partial class AdministrationDecider
{
    /// <param name="state">The administrators; null before the first.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Administrators? state, IAdministrationCommand command) => command switch
    {
        AppointAdministrator appoint => Appoint(state, appoint),
        DismissAdministrator dismiss => Dismiss(state, dismiss),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
    };
}
