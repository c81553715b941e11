using Vuosikello.Calendars;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>An activity as the events of a calendar: one, or one for each occurrence where programs disagree on a rule.</summary>
internal static class ActivityEvents
{
    public static IEnumerable<CalendarEvent> Of(ActivityView activity, Partnership partnership, FeedSettings settings, FeedWords words) =>
        activity.State.Status == ActivityStatus.Withdrawn
            ? EventTimes.Of(activity.Details.Time).Select(when => Withdrawn(activity, when, settings, words))
            : Shown(activity, partnership, settings, words);

    private static IEnumerable<CalendarEvent> Shown(ActivityView activity, Partnership partnership, FeedSettings settings, FeedWords words)
    {
        var details = activity.Details;
        string language = words.Language;
        bool cancelled = activity.State.Status == ActivityStatus.Cancelled;
        var board = FeedNames.Board(settings, activity.State.Cycle, activity.Id);
        string description = CalendarText.Clean(EventDescription.Of(activity, partnership, words, board));
        string contact = EventDescription.Contact(details.Responsible, partnership, language);
        foreach (var when in EventTimes.Of(details.Time))
        {
            yield return Begun(activity, when) with
            {
                Status = Status(activity.State.Status),
                Transparent = cancelled || when.Time is EventTime.AllDay,
                Summary = CalendarText.Clean((cancelled ? words.CancelledMark : "") + details.Title.In(language)),
                Description = description,
                Location = Location(details.Venue),
                Contact = contact.Length > 0 ? CalendarText.Clean(contact) : null,
                Categories = [.. details.Themes.Select(t => partnership.Themes.GetValueOrDefault(t.Value)?.Name.In(language)).OfType<string>().Select(CalendarText.Clean)],
                Color = ThemeColours.Of(details.Themes, partnership),
                Url = board,
                Conferences = Uri.TryCreate(details.Venue?.Link, UriKind.Absolute, out var link) ? [new Conference(link)] : [],
            };
        }
    }

    /// <summary>Of what is gone only so much that programs find it and strike it through.</summary>
    private static CalendarEvent Withdrawn(ActivityView activity, EventWhen when, FeedSettings settings, FeedWords words) => Begun(activity, when) with
    {
        Status = EventStatus.Cancelled,
        Transparent = true,
        Summary = CalendarText.Clean(words.WithdrawnMark + activity.Details.Title.In(words.Language)),
        Description = words.Withdrawn,
        Url = FeedNames.Board(settings, activity.State.Cycle),
    };

    /// <summary>What programs know an event by, and when it takes place.</summary>
    private static CalendarEvent Begun(ActivityView activity, EventWhen when) => new()
    {
        Uid = $"{activity.Id}{when.Suffix}@vuosikello",
        Stamp = activity.LastChange.At,
        Time = when.Time,
        Rule = when.Rule,
        Exceptions = when.Exceptions,
        Sequence = activity.State.Version,
        Created = activity.Planned.At,
        LastModified = activity.LastChange.At,
    };

    private static EventStatus Status(ActivityStatus status) => status switch
    {
        ActivityStatus.Cancelled => EventStatus.Cancelled,
        ActivityStatus.Proposed => EventStatus.Tentative,
        _ => EventStatus.Confirmed,
    };

    private static string? Location(Venue? venue)
    {
        if (venue is null) return null;
        string place = string.Join(", ", new[] { venue.Name, venue.Address }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return place.Length > 0 ? CalendarText.Clean(place) : venue.Link is { } link ? CalendarText.Clean(link) : null;
    }
}
