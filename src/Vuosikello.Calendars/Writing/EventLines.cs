using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>The properties of a VEVENT in their order, and then its overrides as VEVENTs of their own.</summary>
internal static class EventLines
{
    public static void Write(CalendarEvent e, ContentLines line)
    {
        WriteOne(e, null, default, line);
        if (e.Overrides.IsEmpty) return;
        foreach (var (occurrence, other) in e.Overrides.OrderBy(o => o.Occurrence)) WriteOne(other, e.Time, occurrence, line);
    }

    private static void WriteOne(CalendarEvent e, EventTime? overridden, LocalDate occurrence, ContentLines line)
    {
        line.Raw("BEGIN:VEVENT"u8).End();
        line.Raw("UID:"u8).Text(e.Uid).End();
        line.Raw("DTSTAMP:"u8).Utc(e.Stamp).End();
        if (overridden is not null) TimeLines.Start(line.Raw("RECURRENCE-ID"u8), overridden, occurrence).End();
        TimeLines.Write(e, line);
        if (e.Sequence is { } sequence) line.Raw("SEQUENCE:"u8).Number(sequence).End();
        if (e.Created is { } created) line.Raw("CREATED:"u8).Utc(created).End();
        if (e.LastModified is { } modified) line.Raw("LAST-MODIFIED:"u8).Utc(modified).End();
        if (e.Status is { } status) line.Raw("STATUS:"u8).Raw(Name(status)).End();
        if (e.Transparent) line.Raw("TRANSP:TRANSPARENT"u8).End();
        if (e.Access is { } access) line.Raw("CLASS:"u8).Raw(Name(access)).End();
        if (e.Priority is { } priority) line.Raw("PRIORITY:"u8).Number(priority).End();
        WriteTexts(e, line);
        PartLines.Write(e, line);
        foreach (var alarm in e.Alarms) AlarmLines.Write(alarm, line);
        line.Raw("END:VEVENT"u8).End();
    }

    private static void WriteTexts(CalendarEvent e, ContentLines line)
    {
        if (e.Summary is { } summary) line.Raw("SUMMARY:"u8).Text(summary).End();
        if (e.Description is { } description) line.Raw("DESCRIPTION:"u8).Text(description).End();
        if (e.HtmlDescription is { } html) line.Raw("X-ALT-DESC;FMTTYPE=text/html:"u8).Text(html).End();
        if (e.Location is { } location) line.Raw("LOCATION:"u8).Text(location).End();
        if (e.Position is { } at) line.Raw("GEO:"u8).Degrees(at.Latitude).Raw(";"u8).Degrees(at.Longitude).End();
        if (e.Contact is { } contact) line.Raw("CONTACT:"u8).Text(contact).End();
        if (!e.Categories.IsEmpty) PartLines.Categories(e.Categories, line);
        if (e.Color is { } color) line.Raw("COLOR:"u8).Chars(color).End();
    }

    private static ReadOnlySpan<byte> Name(EventStatus status) => status switch
    {
        EventStatus.Tentative => "TENTATIVE"u8,
        EventStatus.Confirmed => "CONFIRMED"u8,
        EventStatus.Cancelled => "CANCELLED"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static ReadOnlySpan<byte> Name(EventAccess access) => access switch
    {
        EventAccess.Public => "PUBLIC"u8,
        EventAccess.Private => "PRIVATE"u8,
        EventAccess.Confidential => "CONFIDENTIAL"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(access)),
    };
}
