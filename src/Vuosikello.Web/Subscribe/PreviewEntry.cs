using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Subscribe;

/// <summary>One entry of a calendar as its program shows it: an event, or one occurrence of one that recurs.</summary>
/// <param name="Colour">As the feed gives it; null for none.</param>
/// <param name="Start">On Helsinki's clock; midnight of an all-day entry.</param>
/// <param name="End">On Helsinki's clock, exclusive; of an all-day entry the midnight after its last day.</param>
public sealed record PreviewEntry(string Title, string? Place, EventStatus? Status, string? Colour, bool AllDay, LocalDateTime Start, LocalDateTime End)
{
    /// <summary>The last day on which it shows.</summary>
    public LocalDate LastDay => End > Start && End.TimeOfDay == LocalTime.Midnight ? End.Date.PlusDays(-1) : End.Date;

    public bool Cancelled => Status == EventStatus.Cancelled;

    /// <summary>What the board calls it: null for what takes place, the usual.</summary>
    public ActivityStatus? Shown => Status switch
    {
        EventStatus.Cancelled => FeedMarks.IsWithdrawn(Title) ? ActivityStatus.Withdrawn : ActivityStatus.Cancelled,
        EventStatus.Tentative => ActivityStatus.Proposed,
        _ => null,
    };

    /// <summary>Texts only: the event would keep the whole file in memory.</summary>
    internal static PreviewEntry Of(ReadEvent read, Occurrence occurrence, DateTimeZone zone) => new(
        read.Summary ?? "", read.Location, read.Status, read.Color, occurrence.Start.IsDate, On(occurrence.Start, zone), On(occurrence.End, zone));

    private static LocalDateTime On(CalendarTime time, DateTimeZone zone) => time.IsDate ? time.Local : time.ToInstant(zone).InZone(zone).LocalDateTime;
}
