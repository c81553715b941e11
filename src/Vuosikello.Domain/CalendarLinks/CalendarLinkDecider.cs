using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.CalendarLinks;

/// <summary>A command to one calendar link.</summary>
public interface ICalendarLinkCommand : ICommandWithin
{
    CalendarLinkId Link { get; }
    PartnershipId ICommandWithin.Partnership => Link.Partnership;
}

/// <summary>
/// Decides what commands to a calendar link bring about: in use → revoked. A link is its owner's own matter: to anybody else it is not
/// there. Who may make which kind is a matter of rights.
/// </summary>
public static partial class CalendarLinkDecider
{
    /// <summary>The most characters of a link's name.</summary>
    public const int NameLimit = 100;

    /// <param name="state">The link, or null before it was made.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="partnership">The link's; null when there is none.</param>
    /// <param name="stamp">Who wants it: the owner of what is made, and the only one who may revoke it.</param>
    public static Decision Decide(CalendarLink? state, ICalendarLinkCommand command, Partnership? partnership, Stamp stamp)
    {
        if (partnership is null || partnership.Id != command.Link.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Link.Partnership.Value ?? ""]));
        return command switch
        {
            CreateCalendarLink create => Create(state, create, stamp.By),
            RevokeCalendarLink => Revoke(state, stamp.By),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }
}
