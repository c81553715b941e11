using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>Everything that is said of an activity besides its status.</summary>
public sealed record ActivityDetails(
    LocalText Title,
    ActivityTime Time,
    LocalText Description,
    ValueList<AreaId> Areas,
    ValueList<ThemeId> Themes,
    Responsible? Responsible,
    ValueList<PartnerId> Participants,
    Venue? Venue,
    ValueList<AgendaRow> Agenda,
    Registration? Registration);

/// <summary>Who answers for an activity: a role first, a partner or a person second.</summary>
/// <param name="Role">Such as <c>projektipäällikkö</c>; never a person's name.</param>
/// <param name="Partner">The organisation, when one answers for it.</param>
/// <param name="Person">The person, when one is known to the service.</param>
public sealed record Responsible(LocalText Role, PartnerId? Partner = null, MemberId? Person = null);

/// <summary>Where: a place with its address, an https link, or both.</summary>
/// <param name="Name">The place, with the room.</param>
/// <param name="Address">Street, postal code and town.</param>
/// <param name="Link">An absolute http or https address of the meeting or the place.</param>
/// <param name="Premises">The place in the partnership's register of premises, when it is one; name and address are then what its card said when it was chosen.</param>
public sealed record Venue(string? Name = null, string? Address = null, string? Link = null, PremisesId? Premises = null);

/// <summary>One row of the programme.</summary>
/// <param name="Start">Local time on the activity's first day.</param>
/// <param name="Title">What begins then.</param>
public sealed record AgendaRow(LocalTime Start, LocalText Title);

/// <summary>How and until when one registers.</summary>
/// <param name="Link">An absolute http or https address, when there is one.</param>
/// <param name="Deadline">The last day to register.</param>
public sealed record Registration(string? Link = null, RegistrationDeadline? Deadline = null);

/// <summary>The last day to register: a date, or so many days before the activity starts (it then moves with the activity).</summary>
public abstract record RegistrationDeadline
{
    private RegistrationDeadline() { }

    public sealed record On(LocalDate Date) : RegistrationDeadline;

    /// <param name="Days">Whole days before the day on which the activity starts, 0 to 365.</param>
    public sealed record Before(int Days) : RegistrationDeadline;
}

/// <summary>Who came. Counted for the measures of the year.</summary>
/// <param name="Participants">People present, 0 or more.</param>
/// <param name="Volunteers">How many of those came as volunteers; null when nobody counted.</param>
public sealed record Attendance(int Participants, int? Volunteers = null);

/// <summary>An activity's way: proposed → confirmed → held, or cancelled; a withdrawn one was a mistake and is gone from views.</summary>
public enum ActivityStatus
{
    Proposed,
    Confirmed,
    Cancelled,
    Held,
    Withdrawn,
}
