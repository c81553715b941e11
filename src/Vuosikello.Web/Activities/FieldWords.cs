using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Activities;

/// <summary>A field's value in words, for the history and for choosing between two values.</summary>
public sealed class FieldWords(Texts texts)
{
    /// <returns>A dash for what is empty.</returns>
    public string Of(object? value, Partnership partnership)
    {
        string words = value switch
        {
            null => "",
            LocalText text => InAllLanguages(text),
            ActivityTime time => TimeInWords.Of(time, Language, withYear: true),
            ValueList<AreaId> areas => string.Join(", ", areas.Select(a => partnership.NameOf(a).In(Language))),
            ValueList<ThemeId> themes => string.Join(", ", themes.Select(t => partnership.NameOf(t).In(Language))),
            ValueList<PartnerId> partners => string.Join(", ", partners.Select(p => partnership.NameOf(p).In(Language))),
            Responsible responsible => Join(InAllLanguages(responsible.Role), responsible.Partner is { } p ? partnership.NameOf(p).In(Language) : null),
            Venue venue => Join(venue.Name, venue.Address, venue.Link),
            ValueList<AgendaRow> rows => string.Join("; ", rows.Select(r => $"{TimeInWords.Clock(r.Start, Language)} {r.Title.In(Language)}")),
            Registration registration => Join(Deadline(registration.Deadline), registration.Link),
            ActivityStatus status => texts.Activity[$"Status.{status}"],
            _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
        };
        return words.Length == 0 ? "–" : words;
    }

    /// <summary>The value that a field has in an activity's details.</summary>
    public static object? ValueOf(ActivityDetails details, string field) => field switch
    {
        ActivityFields.Title => details.Title,
        ActivityFields.Time => details.Time,
        ActivityFields.Description => details.Description,
        ActivityFields.Areas => details.Areas,
        ActivityFields.Themes => details.Themes,
        ActivityFields.Responsible => details.Responsible,
        ActivityFields.Participants => details.Participants,
        ActivityFields.Venue => details.Venue,
        ActivityFields.Agenda => details.Agenda,
        ActivityFields.Registration => details.Registration,
        _ => null,
    };

    public string Deadline(RegistrationDeadline? deadline) => deadline switch
    {
        RegistrationDeadline.On on => texts.Activity["RegisterBy", TimeInWords.Day(on.Date, Language)],
        RegistrationDeadline.Before { Days: 7 } => texts.Activity["RegisterAWeekBefore"],
        RegistrationDeadline.Before before => texts.Activity["RegisterDaysBefore", before.Days],
        _ => "",
    };

    /// <summary>The last day to register with its date, and how long before the activity that is; an invitation, where there is no such day.</summary>
    public string LastDay(ActivityView activity) => (activity.Details.Registration?.Deadline, activity.LastDayToRegister) switch
    {
        (RegistrationDeadline.Before { Days: > 0 } before, { } day) => texts.Activity["RegisterByBefore", TimeInWords.Day(day, Language), Before(before.Days)],
        (_, { } day) => texts.Activity["RegisterBy", TimeInWords.Day(day, Language)],
        _ => texts.Activity["RegistrationOpen"],
    };

    private string Before(int days) => days switch
    {
        1 => texts.Activity["DayBefore"],
        7 => texts.Activity["WeekBefore"],
        _ => texts.Activity["DaysBefore", days],
    };

    private static string Language => LanguageSetup.Current;

    private static string InAllLanguages(LocalText text) => string.Join(" / ", new[] { text.Fi, text.Sv, text.En }.Where(t => t is not null));

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
