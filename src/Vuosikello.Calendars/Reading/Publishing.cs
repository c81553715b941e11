using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using Vuosikello.Calendars.Checks;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Reading;

/// <summary>From what was read to what can be written.</summary>
public static class Publishing
{
    private static readonly LocalTime DayEnd = new(23, 59, 59);

    /// <summary>UNTIL=99991231T235959Z is how some programs say that there is no end.</summary>
    private static readonly Instant Latest = Instant.FromUtc(LastYear, 12, 29, 0, 0);
    private const int LastYear = 9999;

    /// <summary>
    /// Makes an event to write of one that was read, with all that the writer knows but X- properties of others. What the writer refuses in
    /// a part (an attachment that is carried in the file, an alarm that cannot be read) stays behind. Alarms come along: leave them out of what others subscribe to.
    /// </summary>
    /// <param name="read">An event that stands for itself, with a UID.</param>
    /// <param name="overrides">Those of the file with the same UID and a RECURRENCE-ID.</param>
    /// <param name="made">The event, which the writer takes.</param>
    /// <param name="why">Otherwise why it cannot be written.</param>
    public static bool TryMake(ReadEvent read, IEnumerable<ReadEvent> overrides, [NotNullWhen(true)] out CalendarEvent? made, [NotNullWhen(false)] out string? why)
    {
        (made, why) = (null, null);
        if (read.Uid is null) why = "it has no UID";
        else if (read.RecurrenceId is not null) why = "it stands for an occurrence of another";
        else if (ReadRecurrence.HasOwnLengths(read)) why = "an RDATE is a period that is longer or shorter than the event; write that occurrence as an event of its own";
        var changed = overrides.ToArray();
        if (changed.Any(o => o.ThisAndFuture)) why = "an override stands for all later occurrences too, which few programs know";
        if (why is not null) return false;
        try
        {
            made = Make(read) with { Overrides = [.. changed.Select(o => new EventOverride(Day(o.RecurrenceId!, read.Time), Make(o)))] };
            EventCheck.Check(made);
            return true;
        }
        catch (InvalidCalendarException e)
        {
            (made, why) = (null, e.Message);
            return false;
        }
    }

    private static CalendarEvent Make(ReadEvent read) => new()
    {
        Uid = CalendarText.Clean(read.Uid!),
        Stamp = read.Stamp ?? read.LastModified ?? read.Created ?? Instant.FromUnixTimeSeconds(0),
        Time = read.Time,
        Rule = read.Rule is { } rule ? rule with { End = End(rule.End, read.Time) } : null,
        Additions = Days(read.Additions.Select(a => a.Start), read.Time),
        Exceptions = Days(read.Exceptions, read.Time),
        Sequence = read.Component.Property("SEQUENCE") is null ? null : read.Sequence,
        Created = read.Created,
        LastModified = read.LastModified,
        Status = read.Status,
        Access = read.Access,
        Priority = read.Priority,
        Transparent = read.Transparent,
        Summary = read.Summary,
        Description = read.Description,
        HtmlDescription = read.HtmlDescription,
        Location = read.Location,
        Contact = read.Contact,
        Categories = read.Categories,
        Color = read.Color is { } color && CssColors.IsOne(color.ToLowerInvariant()) ? color.ToLowerInvariant() : null,
        Url = read.Url,
        Organizer = read.Address("ORGANIZER") is { } organizer ? new Organizer(organizer, read.Component.Property("ORGANIZER")?.Parameter("CN")) : null,
        RelatedTo = [.. PublishedParts.Related(read)],
        Attachments = [.. PublishedParts.Attachments(read)],
        Images = [.. PublishedParts.Images(read)],
        Conferences = [.. PublishedParts.Conferences(read)],
        Position = PublishedParts.Position(read),
        Alarms = [.. read.Component.Components.Where(c => c.Name == "VALARM").Select(PublishedAlarms.Of).OfType<Alarm>()],
    };

    private static ImmutableArray<LocalDate> Days(IEnumerable<ReadTime> times, EventTime start) => [.. times.Select(time => Day(time, start)).Distinct()];

    private static LocalDate Day(ReadTime time, EventTime start) => time.DayIn(start is EventTime.Zoned zoned ? zoned.Zone : DateTimeZone.Utc);

    /// <summary>UNTIL as the last day on which an occurrence starts, of the start's kind.</summary>
    private static RuleEnd End(RuleEnd end, EventTime start) => (end, start) switch
    {
        (RuleEnd.LastTime until, EventTime.AllDay) => new RuleEnd.LastDay(until.Time.Date),
        (RuleEnd.LastMoment until, EventTime.AllDay) => new RuleEnd.LastDay(until.At.InUtc().Date),
        (RuleEnd.LastMoment until, _) when until.At > Latest => RuleEnd.Never.Instance,
        (RuleEnd.LastDay { Date.Year: LastYear } or RuleEnd.LastTime { Time.Year: LastYear }, not EventTime.AllDay) => RuleEnd.Never.Instance,
        (RuleEnd.LastMoment until, EventTime.Zoned zoned) => LastDay(until.At.InZone(zoned.Zone).LocalDateTime, zoned.Start.TimeOfDay),
        (RuleEnd.LastTime until, EventTime.Zoned zoned) => LastDay(until.Time, zoned.Start.TimeOfDay),
        (RuleEnd.LastTime until, EventTime.Utc) => new RuleEnd.LastMoment(until.Time.InUtc().ToInstant()),
        (RuleEnd.LastDay until, EventTime.Utc) => new RuleEnd.LastMoment((until.Date + DayEnd).InUtc().ToInstant()),
        _ => end,
    };

    private static RuleEnd.LastDay LastDay(LocalDateTime until, LocalTime start) => new(until.TimeOfDay >= start ? until.Date : until.Date.PlusDays(-1));
}
