using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>One activity of a file that a person gave: which one it is, and what the file says of it.</summary>
/// <param name="Activity">Follows from what the file calls it (<see cref="FileIds"/>), or is the one that our own feed told of.</param>
/// <param name="Line">Where it begins in the file; from 1.</param>
/// <param name="Title">As the file has it, for people who look for it.</param>
/// <param name="Said">What the file says; all else stays as it is.</param>
public sealed record FileRow(ActivityId Activity, int Line, string Title, SaidOfActivity Said)
{
    /// <summary>The version of the activity that the file was made of, where the file tells it; null where only an earlier import can.</summary>
    public long? BasedOn { get; init; }
}

/// <summary>What a file says of an activity. What is null the file does not say; of a text it says the languages that are there.</summary>
public sealed record SaidOfActivity
{
    public LocalText Title { get; init; } = LocalText.Empty;
    public ActivityTime? Time { get; init; }
    public LocalText Description { get; init; } = LocalText.Empty;
    public ValueList<AreaId>? Areas { get; init; }
    public ValueList<ThemeId>? Themes { get; init; }
    public LocalText Role { get; init; } = LocalText.Empty;
    public PartnerId? Partner { get; init; }
    public ValueList<PartnerId>? Participants { get; init; }
    public string? Place { get; init; }
    public string? Address { get; init; }
    public string? Link { get; init; }
    public string? RegistrationLink { get; init; }
    public RegistrationDeadline? Deadline { get; init; }

    /// <summary>Proposed, confirmed or cancelled.</summary>
    public ActivityStatus? Status { get; init; }

    /// <summary>The details with what the file says in place of what stood there.</summary>
    public ActivityDetails Over(ActivityDetails details) => details with
    {
        Title = Over(details.Title, Title),
        Time = Time ?? details.Time,
        Description = Over(details.Description, Description),
        Areas = Over(details.Areas, Areas),
        Themes = Over(details.Themes, Themes),
        Responsible = Over(details.Responsible),
        Participants = Over(details.Participants, Participants),
        Venue = Over(details.Venue),
        Registration = Over(details.Registration),
    };

    /// <summary>The details of an activity of which there is nothing but what the file says.</summary>
    /// <param name="time">When it is.</param>
    /// <param name="answering">Who answers for it, where the file does not say.</param>
    public ActivityDetails Alone(ActivityTime time, PartnerId? answering)
    {
        var responsible = answering is null ? null : new Responsible(LocalText.Empty, answering);
        return Over(new ActivityDetails(LocalText.Empty, time, LocalText.Empty, [], [], responsible, [], null, [], null));
    }

    private static LocalText Over(LocalText stands, LocalText said) =>
        said.IsEmpty ? stands : new LocalText(said.Fi ?? stands.Fi, said.Sv ?? stands.Sv, said.En ?? stands.En);

    // The order in which a file names them is not a change.
    private static ValueList<T> Over<T>(ValueList<T> stands, ValueList<T>? said) =>
        said is null || (said.Count == stands.Count && said.ToHashSet().SetEquals(stands)) ? stands : said;

    private Responsible? Over(Responsible? stands) =>
        Role.IsEmpty && Partner is null ? stands : (stands ?? new Responsible(LocalText.Empty)) with
        {
            Role = Over(stands?.Role ?? LocalText.Empty, Role),
            Partner = Partner ?? stands?.Partner,
        };

    private Venue? Over(Venue? stands) =>
        (Place ?? Address ?? Link) is null ? stands : new Venue(
            Place ?? stands?.Name, Address ?? stands?.Address, Link ?? stands?.Link,
            // Another place than the premises' is not in them.
            (Place is null || Place == stands?.Name) && (Address is null || Address == stands?.Address) ? stands?.Premises : null);

    private Registration? Over(Registration? stands) =>
        RegistrationLink is null && Deadline is null ? stands : new Registration(RegistrationLink ?? stands?.Link, Deadline ?? stands?.Deadline);
}
