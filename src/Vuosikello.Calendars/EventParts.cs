namespace Vuosikello.Calendars;

/// <summary>STATUS of an event.</summary>
public enum EventStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>CLASS (RFC 5545 section 3.8.1.3).</summary>
public enum EventAccess
{
    Public,
    Private,
    Confidential,
}

/// <summary>ORGANIZER: an address such as <c>mailto:</c> or <c>https:</c>, with the name to show.</summary>
public sealed record Organizer(Uri Address, string? CommonName = null);

/// <summary>CONFERENCE (RFC 7986 section 5.11): where one joins over the network. Many programs ignore it; say it in the description too.</summary>
public sealed record Conference(Uri Address, string? Label = null, ConferenceFeatures Features = ConferenceFeatures.None);

/// <summary>FEATURE: what one can do there (RFC 7986 section 6.3).</summary>
[Flags]
public enum ConferenceFeatures
{
    None = 0,
    Audio = 1,
    Chat = 2,
    Feed = 4,
    Moderator = 8,
    Phone = 16,
    Screen = 32,
    Video = 64,
}

/// <summary>IMAGE by its address (RFC 7986 section 5.10).</summary>
/// <param name="Address">Where it is fetched.</param>
/// <param name="MediaType">FMTTYPE, such as <c>image/png</c>.</param>
/// <param name="Display">What it is meant for.</param>
public sealed record CalendarImage(Uri Address, string? MediaType = null, ImageDisplay Display = ImageDisplay.Badge);

/// <summary>DISPLAY (RFC 7986 section 6.1).</summary>
public enum ImageDisplay
{
    Badge,
    Graphic,
    FullSize,
    Thumbnail,
}

/// <summary>ATTACH by its address (RFC 5545 section 3.8.1.1); nothing is carried in the calendar itself.</summary>
/// <param name="Address">Where it is fetched.</param>
/// <param name="MediaType">FMTTYPE, such as <c>application/pdf</c>.</param>
/// <param name="FileName">FILENAME (RFC 8607), to show.</param>
public sealed record Attachment(Uri Address, string? MediaType = null, string? FileName = null);

/// <summary>RELATED-TO (RFC 5545 section 3.8.4.5): the other event by its UID.</summary>
public sealed record RelatedEvent(string Uid, EventRelation Relation = EventRelation.Parent);

/// <summary>RELTYPE: what the other event is to this one.</summary>
public enum EventRelation
{
    Parent,
    Child,
    Sibling,
}

/// <summary>GEO (RFC 5545 section 3.8.1.6), in degrees of WGS 84: -90 to 90 north, -180 to 180 east; written to six decimals, about 0.1 m.</summary>
public readonly record struct GeoPosition(double Latitude, double Longitude);

/// <summary>A property of one's own.</summary>
/// <param name="Name"><c>X-</c> and then letters, digits and hyphens.</param>
/// <param name="Value">A text; written with its escapes.</param>
public sealed record ExtensionProperty(string Name, string Value);
