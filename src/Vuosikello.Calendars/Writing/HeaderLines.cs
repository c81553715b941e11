namespace Vuosikello.Calendars.Writing;

/// <summary>The properties of a VCALENDAR in their order.</summary>
internal static class HeaderLines
{
    public static void Write(CalendarHeader header, ContentLines line)
    {
        line.Raw("BEGIN:VCALENDAR"u8).End();
        line.Raw("VERSION:2.0"u8).End();
        line.Raw("PRODID:"u8).Text(header.ProductId).End();
        line.Raw("CALSCALE:GREGORIAN"u8).End();
        if (header.Uid is { } uid) line.Raw("UID:"u8).Text(uid).End();
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
        if (!header.Categories.IsEmpty) PartLines.Categories(header.Categories, line);
        if (header.Color is { } color) line.Raw("COLOR:"u8).Chars(color).End();
        foreach (var image in header.Images) PartLines.Write(image, line);
        if (header.Url is { } url) line.Raw("URL:"u8).Address(url).End();
        if (header.Source is { } source) line.Raw("SOURCE;VALUE=URI:"u8).Address(source).End();
        if (header.LastModified is { } modified) line.Raw("LAST-MODIFIED:"u8).Utc(modified).End();
        if (header.RefreshInterval is not { } every) return;
        LengthValue.Write(line.Raw("REFRESH-INTERVAL;VALUE=DURATION:"u8), every).End();
        LengthValue.Write(line.Raw("X-PUBLISHED-TTL:"u8), every).End();
    }
}
