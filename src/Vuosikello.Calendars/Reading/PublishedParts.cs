using System.Globalization;

namespace Vuosikello.Calendars.Reading;

/// <summary>What an event that was read points to, as far as the writer takes it.</summary>
internal static class PublishedParts
{
    public static IEnumerable<RelatedEvent> Related(ReadEvent read) =>
        All(read, "RELATED-TO").Select(p => new RelatedEvent(p.Text, Named<EventRelation>(p.Parameter("RELTYPE")) ?? EventRelation.Parent));

    public static IEnumerable<Attachment> Attachments(ReadEvent read) =>
        Addressed(read, "ATTACH").Select(a => new Attachment(a.Address, a.Property.Parameter("FMTTYPE"), a.Property.Parameter("FILENAME")));

    public static IEnumerable<CalendarImage> Images(ReadEvent read) =>
        Addressed(read, "IMAGE").Select(a => new CalendarImage(a.Address, a.Property.Parameter("FMTTYPE"), Named<ImageDisplay>(a.Property.Parameter("DISPLAY")) ?? ImageDisplay.Badge));

    public static IEnumerable<Conference> Conferences(ReadEvent read) =>
        Addressed(read, "CONFERENCE").Select(a => new Conference(a.Address, a.Property.Parameter("LABEL"), Features(a.Property)));

    public static GeoPosition? Position(ReadEvent read)
    {
        string[] parts = read.Component.Property("GEO")?.Value.Split(';') ?? [];
        return parts.Length == 2 && Degrees(parts[0]) is { } north && Degrees(parts[1]) is { } east && Math.Abs(north) <= 90 && Math.Abs(east) <= 180 ? new GeoPosition(north, east) : null;
    }

    public static T? Named<T>(string? name)
        where T : struct, Enum => name is not null && !name.AsSpan().ContainsAny("0123456789-+, ") && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;

    private static ConferenceFeatures Features(CalendarProperty property) => property.Parameters.Where(p => p.Name == "FEATURE").SelectMany(p => p.Values)
        .Aggregate(ConferenceFeatures.None, (all, name) => all | (Named<ConferenceFeatures>(name) ?? ConferenceFeatures.None));

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static IEnumerable<CalendarProperty> All(ReadEvent read, string name) => read.Component.Properties.Where(p => p.Name == name);

    private static IEnumerable<(CalendarProperty Property, Uri Address)> Addressed(ReadEvent read, string name)
    {
        foreach (var property in All(read, name))
        {
            bool carried = "BINARY".Equals(property.Parameter("VALUE"), StringComparison.OrdinalIgnoreCase);
            if (!carried && Uri.TryCreate(property.Value, UriKind.Absolute, out var address)) yield return (property, address);
        }
    }
}
