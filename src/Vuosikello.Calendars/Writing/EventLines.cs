using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Writing;

/// <summary>The properties of a VEVENT in their order.</summary>
internal static class EventLines
{
    public static void Write(CalendarEvent e, ContentLine line)
    {
        line.Raw("BEGIN:VEVENT"u8).End();
        line.Raw("UID:"u8).Text(e.Uid).End();
        line.Raw("DTSTAMP:"u8).Utc(e.Stamp).End();
        WriteTime(e, line);
        if (e.Sequence is { } sequence) line.Raw("SEQUENCE:"u8).Number(sequence).End();
        if (e.Created is { } created) line.Raw("CREATED:"u8).Utc(created).End();
        if (e.LastModified is { } modified) line.Raw("LAST-MODIFIED:"u8).Utc(modified).End();
        if (e.Status is { } status) line.Raw("STATUS:"u8).Raw(Name(status)).End();
        if (e.Transparent) line.Raw("TRANSP:TRANSPARENT"u8).End();
        WriteTexts(e, line);
        line.Raw("END:VEVENT"u8).End();
    }

    /// <summary>The last date on which an occurrence may start; null when there is one only, or no end.</summary>
    public static LocalDate? LastStart(CalendarEvent e) => e.Rule?.End switch
    {
        RuleEnd.LastDay until => until.Date,
        RuleEnd.Count => e.Rule.Occurrences(e.Time.StartDate).Last(),
        _ => null,
    };

    private static void WriteTime(CalendarEvent e, ContentLine line)
    {
        Start(line.Raw("DTSTART"u8), e.Time, e.Time.StartDate).End();
        switch (e.Time)
        {
            case EventTime.AllDay t: line.Raw("DTEND;VALUE=DATE:"u8).Date(t.Last.PlusDays(1)).End(); break;
            case EventTime.Zoned t when t.End != t.Start: line.Raw("DTEND"u8).Parameter("TZID"u8, t.Zone.Id).Raw(":"u8).DateTime(t.End).End(); break;
            case EventTime.Utc t when t.End != t.Start: line.Raw("DTEND:"u8).Utc(t.End).End(); break;
        }
        if (e.Rule is null) return;
        RuleValue.Write(e.Rule, e.Time, line.Raw("RRULE:"u8)).End();
        foreach (var date in e.Exceptions.Distinct().Order()) Start(line.Raw("EXDATE"u8), e.Time, date).End();
    }

    /// <summary>The parameters and the value of the start, as if it were on another date.</summary>
    private static ContentLine Start(ContentLine line, EventTime time, LocalDate on) => time switch
    {
        EventTime.AllDay => line.Raw(";VALUE=DATE:"u8).Date(on),
        EventTime.Zoned t => line.Parameter("TZID"u8, t.Zone.Id).Raw(":"u8).DateTime(on + t.Start.TimeOfDay),
        EventTime.Utc t => line.Raw(":"u8).DateTime(on + t.Start.InUtc().TimeOfDay).Raw("Z"u8),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static void WriteTexts(CalendarEvent e, ContentLine line)
    {
        if (e.Summary is { } summary) line.Raw("SUMMARY:"u8).Text(summary).End();
        if (e.Description is { } description) line.Raw("DESCRIPTION:"u8).Text(description).End();
        if (e.Location is { } location) line.Raw("LOCATION:"u8).Text(location).End();
        if (!e.Categories.IsEmpty)
        {
            line.Raw("CATEGORIES:"u8).Text(e.Categories[0]);
            foreach (string category in e.Categories.AsSpan()[1..]) line.Raw(","u8).Text(category);
            line.End();
        }
        if (e.Color is { } color) line.Raw("COLOR:"u8).Chars(color).End();
        if (e.Organizer is { } organizer)
        {
            line.Raw("ORGANIZER"u8);
            if (organizer.CommonName is { } name) line.Parameter("CN"u8, name);
            line.Raw(":"u8).Chars(organizer.Address.AbsoluteUri).End();
        }
        if (e.Url is { } url) line.Raw("URL:"u8).Chars(url.AbsoluteUri).End();
        if (e.Conference is not { } conference) return;
        line.Raw("CONFERENCE;VALUE=URI"u8);
        if (conference.Label is { } label) line.Parameter("LABEL"u8, label);
        line.Raw(":"u8).Chars(conference.Address.AbsoluteUri).End();
    }

    private static ReadOnlySpan<byte> Name(EventStatus status) => status switch
    {
        EventStatus.Tentative => "TENTATIVE"u8,
        EventStatus.Confirmed => "CONFIRMED"u8,
        EventStatus.Cancelled => "CANCELLED"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
