using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands;

public static partial class Rights
{
    /// <summary>
    /// The reason why a program may not give a command for a person, whatever the person may; null when it may as far as they do. What speaks for an
    /// organisation or a body, and what lets others in, people do themselves: to sign, to approve, to state, to review, to give roles, to administer.
    /// </summary>
    /// <param name="mayCoordinate">Also what a coordinator does; else what an editor does to plan.</param>
    public static Problem? CheckProgram(Type command, bool mayCoordinate) => Of(command) switch
    {
        Need.Editor or Need.EditorOfOwn => null,
        Need.Coordinator when mayCoordinate && !LetsIn(command) => null,
        _ => new Problem(CommandProblems.NotByToken),
    };

    private static bool LetsIn(Type command) => command.IsAssignableTo(typeof(IMembershipCommand)) || command == typeof(MakeGuestLink);
}
