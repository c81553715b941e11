using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Feeds;

/// <summary>An activity as the events of a calendar: one, or one for each occurrence where programs disagree on a rule.</summary>
internal static class ActivityEvents
{
    /// <summary>How long a cancelled activity stays, marked, so that subscribers see that it was cancelled.</summary>
    private const int YearsCancelledIsKept = 1;

    public static IEnumerable<CalendarEvent> Of(ActivityView activity, Partnership partnership, FeedSettings settings, string language)
    {
        var words = FeedWords.In(language);
        var details = activity.Details;
        bool cancelled = activity.State.Status == ActivityStatus.Cancelled;
        var board = FeedNames.Board(settings, activity.State.Cycle, activity.Id);
        string summary = CalendarText.Clean((cancelled ? words.CancelledMark : "") + details.Title.In(language));
        string description = CalendarText.Clean(EventDescription.Of(activity, partnership, words, board));
        foreach (var when in EventTimes.Of(details.Time))
        {
            yield return new CalendarEvent
            {
                Uid = $"{activity.Id}{when.Suffix}@vuosikello",
                Stamp = activity.LastChange.At,
                Time = when.Time,
                Rule = when.Rule,
                Exceptions = when.Exceptions,
                Sequence = activity.State.Version,
                Created = activity.Planned.At,
                LastModified = activity.LastChange.At,
                Status = Status(activity.State.Status),
                Transparent = cancelled || when.Time is EventTime.AllDay,
                Summary = summary,
                Description = description,
                Location = Location(details.Venue),
                Categories = [.. details.Themes.Select(t => partnership.Themes.GetValueOrDefault(t.Value)?.Name.In(language)).OfType<string>().Select(CalendarText.Clean)],
                Url = board,
                Conferences = Uri.TryCreate(details.Venue?.Link, UriKind.Absolute, out var link) ? [new Conference(link)] : [],
            };
        }
    }

    /// <summary>From when on a cancelled activity is no longer in feeds; null for others.</summary>
    public static Instant? GoneAt(ActivityView activity)
    {
        if (activity.State.Status != ActivityStatus.Cancelled) return null;
        var cancelled = activity.State.Touched.TryGetValue(ActivityFields.Status, out var touch) ? touch.Stamp.At : activity.LastChange.At;
        var helsinki = EventTimes.Zone(Zones.Helsinki);
        return cancelled.InZone(helsinki).Date.PlusYears(YearsCancelledIsKept).AtStartOfDayInZone(helsinki).ToInstant();
    }

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
