namespace Vuosikello.Calendars;

/// <summary>STATUS of an event.</summary>
public enum EventStatus
{
    /// <summary>TENTATIVE: planned, not certain.</summary>
    Tentative,
    /// <summary>CONFIRMED: it takes place.</summary>
    Confirmed,
    /// <summary>CANCELLED: it was to take place and does not.</summary>
    Cancelled,
}

/// <summary>CLASS (RFC 5545 section 3.8.1.3).</summary>
public enum EventAccess
{
    /// <summary>PUBLIC: whoever sees the calendar.</summary>
    Public,
    /// <summary>PRIVATE: its owner alone.</summary>
    Private,
    /// <summary>CONFIDENTIAL: that it takes place, and no more.</summary>
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
    /// <summary>Nothing is said of it; no FEATURE is written.</summary>
    None = 0,
    /// <summary>AUDIO: one can speak.</summary>
    Audio = 1,
    /// <summary>CHAT: one can write.</summary>
    Chat = 2,
    /// <summary>FEED: an Atom or RSS feed of it.</summary>
    Feed = 4,
    /// <summary>MODERATOR: the way in for who leads it.</summary>
    Moderator = 8,
    /// <summary>PHONE: one can dial in.</summary>
    Phone = 16,
    /// <summary>SCREEN: screens are shared.</summary>
    Screen = 32,
    /// <summary>VIDEO: one is seen.</summary>
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
    /// <summary>BADGE: beside the title.</summary>
    Badge,
    /// <summary>GRAPHIC: in the place of the event's or the calendar's own look.</summary>
    Graphic,
    /// <summary>FULLSIZE: to look at by itself.</summary>
    FullSize,
    /// <summary>THUMBNAIL: a small one that stands for the large.</summary>
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
    /// <summary>PARENT: this one is part of it. What RFC 5545 takes where nothing is said.</summary>
    Parent,
    /// <summary>CHILD: it is part of this one.</summary>
    Child,
    /// <summary>SIBLING: both are parts of the same.</summary>
    Sibling,
}

/// <summary>GEO (RFC 5545 section 3.8.1.6), in degrees of WGS 84: -90 to 90 north, -180 to 180 east; written to six decimals, about 0.1 m.</summary>
public readonly record struct GeoPosition(double Latitude, double Longitude);

/// <summary>A property of one's own.</summary>
/// <param name="Name"><c>X-</c> and then letters, digits and hyphens.</param>
/// <param name="Value">A text; written with its escapes.</param>
public sealed record ExtensionProperty(string Name, string Value);
