using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>The properties of a VCALENDAR in their order.</summary>
internal static class HeaderLines
{
    public static void Write(CalendarHeader header, ContentLine line)
    {
        line.Raw("BEGIN:VCALENDAR"u8).End();
        line.Raw("VERSION:2.0"u8).End();
        line.Raw("PRODID:"u8).Text(header.ProductId).End();
        line.Raw("CALSCALE:GREGORIAN"u8).End();
        if (header.Name is { } name)
        {
            line.Raw("NAME:"u8).Text(name).End();
            line.Raw("X-WR-CALNAME:"u8).Text(name).End();
        }
        if (header.Description is { } description)
        {
            line.Raw("DESCRIPTION:"u8).Text(description).End();
            line.Raw("X-WR-CALDESC:"u8).Text(description).End();
        }
        if (header.TimeZone is { } zone) line.Raw("X-WR-TIMEZONE:"u8).Text(zone).End();
        if (header.Color is { } color) line.Raw("COLOR:"u8).Chars(color).End();
        if (header.Url is { } url) line.Raw("URL:"u8).Chars(url.AbsoluteUri).End();
        if (header.Source is { } source) line.Raw("SOURCE;VALUE=URI:"u8).Chars(source.AbsoluteUri).End();
        if (header.LastModified is { } modified) line.Raw("LAST-MODIFIED:"u8).Utc(modified).End();
        if (header.RefreshInterval is not { } every) return;
        Length(line.Raw("REFRESH-INTERVAL;VALUE=DURATION:"u8), every).End();
        Length(line.Raw("X-PUBLISHED-TTL:"u8), every).End();
    }

    /// <summary>A positive DURATION (RFC 5545 section 3.3.6): days, then hours, minutes and seconds without a gap between them.</summary>
    private static ContentLine Length(ContentLine line, Duration length)
    {
        line.Raw("P"u8);
        if (length.Days > 0) line.Number(length.Days).Raw("D"u8);
        if (length.Hours == 0 && length.Minutes == 0 && length.Seconds == 0) return line;
        line.Raw("T"u8);
        if (length.Hours > 0) line.Number(length.Hours).Raw("H"u8);
        if (length.Minutes > 0 || (length.Hours > 0 && length.Seconds > 0)) line.Number(length.Minutes).Raw("M"u8);
        return length.Seconds > 0 ? line.Number(length.Seconds).Raw("S"u8) : line;
    }
}
