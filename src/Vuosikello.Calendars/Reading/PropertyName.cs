namespace Vuosikello.Calendars.Reading;

/// <summary>A name of a property, with its kind when the reader knows it.</summary>
internal readonly record struct PropertyName(PropertyKind Kind, string Text);

/// <summary>The properties that the reader does something with; each stands for the first of its name in a component.</summary>
internal enum PropertyKind : byte
{
    Other,
    Begin,
    End,
    Uid,
    Stamp,
    Start,
    EventEnd,
    Duration,
    RecurrenceId,
    Rule,
    Additions,
    Exceptions,
    Sequence,
    Created,
    LastModified,
    Status,
    Transparency,
    Summary,
    Description,
    Location,
    Contact,
    Categories,
    Comment,
    Access,
    Priority,
    Position,
    Color,
    Url,
    Organizer,
    Version,
}

/// <summary>The names of the kinds.</summary>
internal static class PropertyNames
{
    public const int Kinds = (int)PropertyKind.Version + 1;

    public static IReadOnlyList<PropertyName> All { get; } =
    [
        new(PropertyKind.Begin, "BEGIN"), new(PropertyKind.End, "END"), new(PropertyKind.Uid, "UID"), new(PropertyKind.Stamp, "DTSTAMP"),
        new(PropertyKind.Start, "DTSTART"), new(PropertyKind.EventEnd, "DTEND"), new(PropertyKind.Duration, "DURATION"),
        new(PropertyKind.RecurrenceId, "RECURRENCE-ID"), new(PropertyKind.Rule, "RRULE"), new(PropertyKind.Additions, "RDATE"),
        new(PropertyKind.Exceptions, "EXDATE"), new(PropertyKind.Sequence, "SEQUENCE"), new(PropertyKind.Created, "CREATED"),
        new(PropertyKind.LastModified, "LAST-MODIFIED"), new(PropertyKind.Status, "STATUS"), new(PropertyKind.Transparency, "TRANSP"),
        new(PropertyKind.Summary, "SUMMARY"), new(PropertyKind.Description, "DESCRIPTION"), new(PropertyKind.Location, "LOCATION"),
        new(PropertyKind.Contact, "CONTACT"), new(PropertyKind.Categories, "CATEGORIES"), new(PropertyKind.Comment, "COMMENT"),
        new(PropertyKind.Access, "CLASS"), new(PropertyKind.Priority, "PRIORITY"), new(PropertyKind.Position, "GEO"),
        new(PropertyKind.Color, "COLOR"), new(PropertyKind.Url, "URL"), new(PropertyKind.Organizer, "ORGANIZER"), new(PropertyKind.Version, "VERSION"),
    ];
}
