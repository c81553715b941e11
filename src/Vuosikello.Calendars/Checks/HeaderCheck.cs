using NodaTime;

namespace Vuosikello.Calendars.Checks;

/// <summary>What a calendar may say of itself.</summary>
internal static class HeaderCheck
{
    private static readonly Bearer Me = new(null);

    public static void Check(CalendarHeader header)
    {
        if (string.IsNullOrWhiteSpace(header.ProductId)) throw new InvalidCalendarException("PRODID is missing: name the program that writes the calendar.");
        CalendarText.Check(header.ProductId, "PRODID", Me);
        CalendarText.Check(header.Uid, "UID", Me);
        CalendarText.Check(header.Name, "NAME", Me);
        CalendarText.Check(header.Description, "DESCRIPTION", Me);
        CalendarText.Check(header.TimeZone, "X-WR-TIMEZONE", Me);
        PartsCheck.Categories(header.Categories, Me);
        PartsCheck.Images(header.Images, Me);
        CssColors.Check(header.Color, Me);
        AbsoluteUris.Check(header.Url, "URL", Me);
        AbsoluteUris.Check(header.Source, "SOURCE", Me);
        PartsCheck.Moment(header.LastModified, "LAST-MODIFIED", Me);
        if (header.RefreshInterval is { } every && (every < Duration.FromSeconds(1) || every.SubsecondNanoseconds != 0))
        {
            throw new InvalidCalendarException($"REFRESH-INTERVAL of the calendar is {every}; it has to be whole seconds, at least one.");
        }
    }
}
