using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> CalendarLinks => new()
    {
        [typeof(CreateCalendarLink)] = Need.Member,
        [typeof(RevokeCalendarLink)] = Need.Oneself,
    };

    /// <summary>Whether somebody may have a feed of this kind: asked when a link is made, and again whenever one is read.</summary>
    public static bool MayHave(CalendarLinkKind kind, Standing standing) => kind switch
    {
        CalendarLinkKind.SteeringGroup => standing.IsSystem || standing.IsInSteeringGroup || standing.IsCoordinator,
        _ => Check(typeof(CreateCalendarLink), standing) is null,
    };

    /// <summary>The same for what the very command says: an administrator is not in the steering group for being one.</summary>
    internal static Problem? Check(ICalendarLinkCommand command, Standing standing) =>
        command is CreateCalendarLink create && !MayHave(create.Kind, standing) ? new Problem(CommandProblems.LinkNeedsSteeringGroup, "kind") : null;
}
