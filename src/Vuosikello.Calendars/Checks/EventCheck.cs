using NodaTime;

namespace Vuosikello.Calendars.Checks;

/// <summary>What types cannot rule out in an event.</summary>
internal static class EventCheck
{
    /// <exception cref="InvalidCalendarException">Something in the event, its alarms or overrides cannot stand in a calendar.</exception>
    public static void Check(CalendarEvent e)
    {
        if (string.IsNullOrWhiteSpace(e.Uid)) throw new InvalidCalendarException("UID is missing: give each event an identity that never changes.");
        var me = new Bearer(e.Uid);
        Identity(e.Uid, "UID", me);
        Texts(e, me);
        if (e.Sequence is < 0 or > int.MaxValue) throw new InvalidCalendarException($"SEQUENCE of {me} is {e.Sequence}; it is 0 to {int.MaxValue}.");
        if (e.Priority is < 0 or > 9) throw new InvalidCalendarException($"PRIORITY of {me} is {e.Priority}; it is 0 to 9.");
        CssColors.Check(e.Color, me);
        Parts(e, me);
        Times(e, me);
        RecurrenceCheck.Check(e, me);
        foreach (var alarm in e.Alarms) AlarmCheck.Check(alarm, me);
    }

    private static void Identity(string uid, string property, Bearer me)
    {
        CalendarText.Check(uid, property, me);
        if (uid.AsSpan().IndexOfAny('\n', '\t') >= 0) throw new InvalidCalendarException($"{property} of {me} holds a line end or a tab.");
    }

    private static void Texts(CalendarEvent e, Bearer me)
    {
        CalendarText.Check(e.Summary, "SUMMARY", me);
        CalendarText.Check(e.Description, "DESCRIPTION", me);
        CalendarText.Check(e.HtmlDescription, "X-ALT-DESC", me);
        CalendarText.Check(e.Location, "LOCATION", me);
        CalendarText.Check(e.Contact, "CONTACT", me);
        PartsCheck.Categories(e.Categories, me);
        PartsCheck.Extensions(e.Extensions, me);
    }

    private static void Parts(CalendarEvent e, Bearer me)
    {
        AbsoluteUris.Check(e.Url, "URL", me);
        AbsoluteUris.Check(e.Organizer?.Address, "ORGANIZER", me);
        CalendarText.Check(e.Organizer?.CommonName, "ORGANIZER's CN", me);
        PartsCheck.Images(e.Images, me);
        foreach (var related in e.RelatedTo) Identity(related.Uid, "RELATED-TO", me);
        foreach (var attachment in e.Attachments)
        {
            AbsoluteUris.Check(attachment.Address, "ATTACH", me);
            PartsCheck.MediaType(attachment.MediaType, "ATTACH's FMTTYPE", me);
            CalendarText.Check(attachment.FileName, "ATTACH's FILENAME", me);
        }
        foreach (var conference in e.Conferences)
        {
            AbsoluteUris.Check(conference.Address, "CONFERENCE", me);
            CalendarText.Check(conference.Label, "CONFERENCE's LABEL", me);
        }
        if (e.Position is { } at && !(Math.Abs(at.Latitude) <= 90 && Math.Abs(at.Longitude) <= 180))
        {
            throw new InvalidCalendarException($"GEO of {me} is {at.Latitude};{at.Longitude}; it is -90 to 90 and -180 to 180 degrees.");
        }
    }

    private static void Times(CalendarEvent e, Bearer me)
    {
        PartsCheck.Moment(e.Stamp, "DTSTAMP", me);
        PartsCheck.Moment(e.Created, "CREATED", me);
        PartsCheck.Moment(e.LastModified, "LAST-MODIFIED", me);
        PartsCheck.Year(e.Time.StartDate, "DTSTART", me);
        if (e.Time is EventTime.AllDay days && days.Last == LocalDate.MaxIsoValue)
        {
            throw new InvalidCalendarException($"DTEND of {me}: the day after {days.Last:uuuu-MM-dd} cannot be written.");
        }
    }
}
