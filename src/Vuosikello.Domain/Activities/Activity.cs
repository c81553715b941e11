namespace Vuosikello.Domain.Activities;

/// <summary>An activity as its events made it. One stream each, so that editors of different activities never meet.</summary>
/// <param name="Touched">Per field (camelCase, as in <see cref="ActivityFields"/>): the version and the stamp of its last change.</param>
/// <param name="StatusBefore">The status that a cancellation or a marking as held replaced; what its undoing goes back to.</param>
public sealed partial record Activity(
    ActivityId Id,
    CycleId Cycle,
    ActivityDetails Details,
    ActivityStatus Status,
    ActivityStatus StatusBefore,
    LocalText CancellationReason,
    Attendance? Attendance,
    Touches Touched,
    long Version) : IState<Activity>;

/// <summary>The names of an activity's fields as edits, clashes, the API and the pages use them.</summary>
public static class ActivityFields
{
    public const string Title = "title";
    public const string Time = "time";
    public const string Description = "description";
    public const string Areas = "areas";
    public const string Themes = "themes";
    public const string Responsible = "responsible";
    public const string Participants = "participants";
    public const string Venue = "venue";
    public const string Agenda = "agenda";
    public const string Registration = "registration";
    public const string Status = "status";
}
