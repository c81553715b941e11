namespace Vuosikello.Domain;

public static partial class ProblemCodes
{
    /// <summary>The member has no such calendar link; also for one of another member. No arguments.</summary>
    public const string NoSuchCalendarLink = "no-such-calendar-link";

    /// <summary>A link with this id was made already, and otherwise than this one is to be. No arguments.</summary>
    public const string CalendarLinkExists = "calendar-link-exists";

    /// <summary>A link needs a name, to tell it from others. No arguments.</summary>
    public const string CalendarLinkWithoutName = "calendar-link-without-name";
}
