namespace Vuosikello.Domain.CalendarLinks;

/// <summary>Takes a link of one's own out of use, for good. Whoever still has the address is told that it is gone.</summary>
public sealed record RevokeCalendarLink(CalendarLinkId Link) : ICalendarLinkCommand;

public static partial class CalendarLinkDecider
{
    private static Decision Revoke(CalendarLink? state, MemberId by)
    {
        if (state is null || state.Owner != by) return Decision.Refuse(new Problem(ProblemCodes.NoSuchCalendarLink, "link"));
        return state.IsRevoked ? Decision.Accept() : Decision.Accept(new CalendarLinkRevoked());
    }
}
