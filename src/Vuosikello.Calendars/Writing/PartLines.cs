using System.Collections.Immutable;

namespace Vuosikello.Calendars.Writing;

/// <summary>Whom and what an event points to, and what is one's own.</summary>
internal static class PartLines
{
    private static readonly (ConferenceFeatures Feature, string Name)[] FeatureNames =
    [
        (ConferenceFeatures.Audio, "AUDIO"), (ConferenceFeatures.Chat, "CHAT"), (ConferenceFeatures.Feed, "FEED"), (ConferenceFeatures.Moderator, "MODERATOR"),
        (ConferenceFeatures.Phone, "PHONE"), (ConferenceFeatures.Screen, "SCREEN"), (ConferenceFeatures.Video, "VIDEO"),
    ];

    public static void Write(CalendarEvent e, ContentLines line)
    {
        if (e.Organizer is { } organizer)
        {
            line.Raw("ORGANIZER"u8);
            if (organizer.CommonName is { } name) line.Parameter("CN"u8, name);
            line.Raw(":"u8).Address(organizer.Address).End();
        }
        if (e.Url is { } url) line.Raw("URL:"u8).Address(url).End();
        foreach (var related in e.RelatedTo) line.Raw("RELATED-TO"u8).Raw(Relation(related.Relation)).Raw(":"u8).Text(related.Uid).End();
        foreach (var attachment in e.Attachments) Write(attachment, line);
        foreach (var image in e.Images) Write(image, line);
        foreach (var conference in e.Conferences) Write(conference, line);
        foreach (var (name, value) in e.Extensions) line.Chars(name).Raw(":"u8).Text(value).End();
    }

    public static void Categories(ImmutableArray<string> categories, ContentLines line)
    {
        line.Raw("CATEGORIES:"u8).Text(categories[0]);
        foreach (string category in categories.AsSpan()[1..]) line.Raw(","u8).Text(category);
        line.End();
    }

    public static void Write(CalendarImage image, ContentLines line)
    {
        line.Raw("IMAGE;VALUE=URI"u8).Raw(image.Display switch
        {
            ImageDisplay.Badge => ""u8,
            ImageDisplay.Graphic => ";DISPLAY=GRAPHIC"u8,
            ImageDisplay.FullSize => ";DISPLAY=FULLSIZE"u8,
            ImageDisplay.Thumbnail => ";DISPLAY=THUMBNAIL"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(image)),
        });
        if (image.MediaType is { } type) line.Parameter("FMTTYPE"u8, type);
        line.Raw(":"u8).Address(image.Address).End();
    }

    private static void Write(Attachment attachment, ContentLines line)
    {
        line.Raw("ATTACH"u8);
        if (attachment.MediaType is { } type) line.Parameter("FMTTYPE"u8, type);
        if (attachment.FileName is { } name) line.Parameter("FILENAME"u8, name);
        line.Raw(":"u8).Address(attachment.Address).End();
    }

    private static void Write(Conference conference, ContentLines line)
    {
        line.Raw("CONFERENCE;VALUE=URI"u8);
        if (conference.Features != ConferenceFeatures.None)
        {
            var between = ";FEATURE="u8;
            foreach (var (feature, name) in FeatureNames)
            {
                if (!conference.Features.HasFlag(feature)) continue;
                line.Raw(between).Chars(name);
                between = ","u8;
            }
        }
        if (conference.Label is { } label) line.Parameter("LABEL"u8, label);
        line.Raw(":"u8).Address(conference.Address).End();
    }

    private static ReadOnlySpan<byte> Relation(EventRelation relation) => relation switch
    {
        EventRelation.Parent => ""u8,
        EventRelation.Child => ";RELTYPE=CHILD"u8,
        EventRelation.Sibling => ";RELTYPE=SIBLING"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };
}
