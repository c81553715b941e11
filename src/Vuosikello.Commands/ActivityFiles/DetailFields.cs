using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>The fields that a file can say, by their names.</summary>
public static class DetailFields
{
    public static readonly IReadOnlyList<string> All =
    [
        ActivityFields.Title, ActivityFields.Time, ActivityFields.Description, ActivityFields.Venue, ActivityFields.Areas, ActivityFields.Themes,
        ActivityFields.Responsible, ActivityFields.Participants, ActivityFields.Registration,
    ];

    public static object? Of(ActivityDetails details, string field) => field switch
    {
        ActivityFields.Title => details.Title,
        ActivityFields.Time => details.Time,
        ActivityFields.Description => details.Description,
        ActivityFields.Venue => details.Venue,
        ActivityFields.Areas => details.Areas,
        ActivityFields.Themes => details.Themes,
        ActivityFields.Responsible => details.Responsible,
        ActivityFields.Participants => details.Participants,
        ActivityFields.Registration => details.Registration,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A file does not say this field."),
    };

    /// <summary>The same details with one field as it is in others.</summary>
    public static ActivityDetails With(ActivityDetails details, string field, ActivityDetails from) => field switch
    {
        ActivityFields.Title => details with { Title = from.Title },
        ActivityFields.Time => details with { Time = from.Time },
        ActivityFields.Description => details with { Description = from.Description },
        ActivityFields.Venue => details with { Venue = from.Venue },
        ActivityFields.Areas => details with { Areas = from.Areas },
        ActivityFields.Themes => details with { Themes = from.Themes },
        ActivityFields.Responsible => details with { Responsible = from.Responsible },
        ActivityFields.Participants => details with { Participants = from.Participants },
        ActivityFields.Registration => details with { Registration = from.Registration },
        _ => details,
    };
}
