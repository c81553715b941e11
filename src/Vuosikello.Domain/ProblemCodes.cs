namespace Vuosikello.Domain;

/// <summary>
/// The reasons for refusals. Each has a message in Finnish, Swedish and English (a test fails for one that lacks it); the
/// arguments are listed here in the order in which messages number them. Dates and times among them are ISO 8601
/// (<c>2026-03-24</c>, <c>2026-03-24T16:00</c>, months <c>2026-03</c>), for whoever writes the message to show in the
/// reader's way. The field of a problem is the top-level field of the command, such as <c>time</c> or <c>venue</c>.
/// </summary>
public static partial class ProblemCodes
{
    // Texts, links, numbers, lists.

    /// <summary>A text is needed, in one language at least. No arguments.</summary>
    public const string TextMissing = "text-missing";

    /// <summary>{0} the most characters there may be, {1} how many there are (UTF-16 code units).</summary>
    public const string TextTooLong = "text-too-long";

    /// <summary>The text holds a control character other than line break and tab, or half an emoji. No arguments.</summary>
    public const string TextHasControlCharacters = "text-has-control-characters";

    /// <summary>{0} the link, which is not an absolute http or https address.</summary>
    public const string LinkNotAbsolute = "link-not-absolute";

    /// <summary>{0} the number, {1} the least, {2} the most it may be.</summary>
    public const string NumberOutOfRange = "number-out-of-range";

    /// <summary>{0} what the list names twice.</summary>
    public const string NamedTwice = "named-twice";

    /// <summary>{0} the most items there may be, {1} how many there are.</summary>
    public const string TooMany = "too-many";

    /// <summary>{0} the short name, which cannot stand in an address: see <see cref="Slug"/>.</summary>
    public const string SlugInvalid = "slug-invalid";

    /// <summary>{0} the short name, which the service uses itself as an address.</summary>
    public const string SlugReserved = "slug-reserved";

    // What does not exist, and what exists already.

    /// <summary>{0} the partnership.</summary>
    public const string NoSuchPartnership = "no-such-partnership";

    /// <summary>{0} the year.</summary>
    public const string NoSuchCycle = "no-such-cycle";

    /// <summary>No arguments. Also for an activity of another partnership.</summary>
    public const string NoSuchActivity = "no-such-activity";

    /// <summary>{0} the area.</summary>
    public const string NoSuchArea = "no-such-area";

    /// <summary>{0} the theme.</summary>
    public const string NoSuchTheme = "no-such-theme";

    /// <summary>{0} the partner.</summary>
    public const string NoSuchPartner = "no-such-partner";

    /// <summary>{0} the working group.</summary>
    public const string NoSuchWorkingGroup = "no-such-working-group";

    /// <summary>{0} the partnership.</summary>
    public const string PartnershipExists = "partnership-exists";

    /// <summary>{0} the year.</summary>
    public const string CycleExists = "cycle-exists";

    /// <summary>No arguments.</summary>
    public const string ActivityExists = "activity-exists";

    /// <summary>{0} the area.</summary>
    public const string AreaExists = "area-exists";

    /// <summary>{0} the theme.</summary>
    public const string ThemeExists = "theme-exists";

    /// <summary>{0} the partner.</summary>
    public const string PartnerExists = "partner-exists";

    /// <summary>{0} the working group.</summary>
    public const string WorkingGroupExists = "working-group-exists";

    // The time of an activity.

    /// <summary>{0} the start, {1} the end.</summary>
    public const string EndBeforeStart = "end-before-start";

    /// <summary>{0} the day or month on which the activity starts, {1} the year in which it has to start.</summary>
    public const string StartOutsideYear = "start-outside-year";

    /// <summary>{0} the end, {1} the last day on which the activity may end.</summary>
    public const string EndTooLate = "end-too-late";

    /// <summary>{0} the zone's name.</summary>
    public const string UnknownTimeZone = "unknown-time-zone";

    /// <summary>{0} the local time that the change to summer time skips, {1} the zone.</summary>
    public const string TimeSkipped = "time-skipped";

    /// <summary>Only what has days or a clock time can recur. No arguments.</summary>
    public const string CannotRecur = "cannot-recur";

    /// <summary>The rule has parts that do not go with its frequency or with each other. No arguments.</summary>
    public const string RecurrenceContradictory = "recurrence-contradictory";

    /// <summary>{0} the last day of the recurrence, {1} the first occurrence.</summary>
    public const string UntilBeforeFirst = "until-before-first";

    /// <summary>{0} the last day of the recurrence, {1} the year within which it has to be.</summary>
    public const string UntilOutsideYear = "until-outside-year";

    /// <summary>{0} the first occurrence, which is on a day that the rule does not produce.</summary>
    public const string FirstNotOnRule = "first-not-on-rule";

    /// <summary>{0} the exception, which is on a day that the rule does not produce.</summary>
    public const string ExceptionNotOnRule = "exception-not-on-rule";

    /// <summary>The exceptions leave nothing of the recurrence. No arguments.</summary>
    public const string NothingLeft = "nothing-left";

    // Agenda, registration, attendance.

    /// <summary>The agenda has clock times, so the activity needs them too. No arguments.</summary>
    public const string AgendaNeedsClockTime = "agenda-needs-clock-time";

    /// <summary>{0} the row's time, {1} the time of the row before it, which is later.</summary>
    public const string AgendaOutOfOrder = "agenda-out-of-order";

    /// <summary>{0} the row's time, {1} the activity's start, {2} its end.</summary>
    public const string AgendaOutsideTime = "agenda-outside-time";

    /// <summary>{0} the deadline, {1} the last day that is possible.</summary>
    public const string RegistrationTooLate = "registration-too-late";

    /// <summary>{0} the deadline, {1} the first day that is possible.</summary>
    public const string RegistrationTooEarly = "registration-too-early";

    /// <summary>{0} the volunteers, {1} the participants, of whom the volunteers are some.</summary>
    public const string MoreVolunteersThanParticipants = "more-volunteers-than-participants";

    // The status of an activity and the phase of its year.

    /// <summary>The activity is cancelled: reinstate it first. No arguments.</summary>
    public const string ActivityIsCancelled = "activity-is-cancelled";

    /// <summary>The activity has been held: revoke the marking first. No arguments.</summary>
    public const string ActivityIsHeld = "activity-is-held";

    /// <summary>The activity was withdrawn. No arguments.</summary>
    public const string ActivityIsWithdrawn = "activity-is-withdrawn";

    /// <summary>Only a proposed activity is withdrawn; this one is to be cancelled. No arguments.</summary>
    public const string ActivityNotProposed = "activity-not-proposed";

    /// <summary>{0} when the activity starts: it cannot have been held before that.</summary>
    public const string NotStartedYet = "not-started-yet";

    /// <summary>{0} the version that the edit was based on, {1} the activity's version.</summary>
    public const string BasedOnUnknownVersion = "based-on-unknown-version";

    /// <summary>{0} the year, which is closed: reopen it first.</summary>
    public const string CycleIsClosed = "cycle-is-closed";

    /// <summary>{0} the year, which is not a draft.</summary>
    public const string CycleNotDraft = "cycle-not-draft";

    /// <summary>{0} the year, which is not in a comment round.</summary>
    public const string CycleNotInCommentRound = "cycle-not-in-comment-round";

    /// <summary>{0} the year, which has not been adopted.</summary>
    public const string CycleNotAdopted = "cycle-not-adopted";

    /// <summary>{0} the year, which is not closed.</summary>
    public const string CycleNotClosed = "cycle-not-closed";

    /// <summary>{0} the year rolled forward from, {1} the year rolled forward to, which has to be a later one.</summary>
    public const string RollsBackward = "rolls-backward";

    /// <summary>Nothing was chosen to be rolled forward. No arguments.</summary>
    public const string NothingChosen = "nothing-chosen";
}
