namespace Vuosikello.Domain.CalendarLinks;

/// <summary>Makes a private address of a calendar feed for whoever gives the command.</summary>
/// <param name="Link">A new id.</param>
/// <param name="Name">What it is called, to tell it from others: 1 to <see cref="CalendarLinkDecider.NameLimit"/> characters.</param>
/// <param name="TokenHash">SHA-256 of at least 256 random bits, 64 lower-case hexadecimal digits. The bits themselves stay outside.</param>
public sealed record CreateCalendarLink(CalendarLinkId Link, CalendarLinkKind Kind, string Name, string TokenHash) : ICalendarLinkCommand;

public static partial class CalendarLinkDecider
{
    private static Decision Create(CalendarLink? state, CreateCalendarLink command, MemberId by)
    {
        string? name = Texts.Tidy(command.Name);
        if (state is not null)
        {
            bool same = (state.Owner, state.Kind, state.Name, state.TokenHash, state.IsRevoked) == (by, command.Kind, name, command.TokenHash, false);
            return same ? Decision.Accept() : Decision.Refuse(new Problem(ProblemCodes.CalendarLinkExists, "link"));
        }
        IEnumerable<Problem> problems = name is null ? [new Problem(ProblemCodes.CalendarLinkWithoutName, "name")] : Texts.Optional(name, "name", NameLimit);
        return Decision.Unless(problems, () => Decision.Accept(new CalendarLinkCreated(command.Link, by, command.Kind, name!, command.TokenHash)));
    }
}
