using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Calendars.TimeZones;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Feeds;

/// <summary>Joins a header, the segments of the years and an end into a feed.</summary>
internal static class FeedRenderer
{
    private static readonly Duration Refresh = Duration.FromHours(1);
    private const int TagOctets = 16;

    /// <summary>The whole calendar. The first and last year decide for which years the time zones are written.</summary>
    public static byte[] Bytes(FeedKey key, string title, int firstYear, int lastYear, IReadOnlyList<Segment> segments, FeedSettings settings)
    {
        var output = new ArrayBufferWriter<byte>(segments.Sum(segment => segment.Bytes.Length) + 2048);
        CalendarWriter.WriteStart(Header(key, title, settings), Zones(segments, firstYear, lastYear), output);
        foreach (var segment in segments) output.Write(segment.Bytes);
        CalendarWriter.WriteEnd(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The same tag for the same bytes, on every server.</summary>
    public static string Tag(byte[] bytes) => Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, TagOctets));

    /// <summary>Tells whether a feed of this scope holds the activity.</summary>
    public static bool Holds(FeedKey key, ActivityView activity) => key.Scope switch
    {
        FeedScope.Area => activity.Details.Areas.Contains(new AreaId(key.Of)),
        FeedScope.Theme => activity.Details.Themes.Contains(new ThemeId(key.Of)),
        FeedScope.Partner => activity.Details.Responsible?.Partner == new PartnerId(key.Of) || activity.Details.Participants.Contains(new PartnerId(key.Of)),
        _ => true,
    };

    private static CalendarHeader Header(FeedKey key, string title, FeedSettings settings) => new()
    {
        ProductId = "-//Vuosikello//Vuosikello//" + key.Language.ToUpperInvariant(),
        Name = CalendarText.Clean(title.ReplaceLineEndings(" ")),
        TimeZone = Domain.Activities.Zones.Helsinki,
        Color = "steelblue",
        Url = new Uri(settings.PublicAddress, key.Scope == FeedScope.Year ? $"{key.Partnership}/{key.Of}" : ""),
        Source = new Uri(settings.PublicAddress, FeedNames.Path(key)),
        RefreshInterval = Refresh,
    };

    /// <summary>A year more on both sides: what runs over New Year, and what is planned for a year may lie beside it.</summary>
    private static IEnumerable<TimeZoneRules> Zones(IReadOnlyList<Segment> segments, int firstYear, int lastYear) => segments
        .Select(segment => segment.Zone)
        .OfType<string>()
        .Select(id => EventTimes.Zone(id))
        .Where(zone => zone != DateTimeZone.Utc)
        .DistinctBy(zone => zone.Id)
        .OrderBy(zone => zone.Id, StringComparer.Ordinal)
        .Select(zone => TimeZoneRules.Of(zone, new LocalDate(firstYear - 1, 1, 1), new LocalDate(lastYear + 1, 12, 31)));
}
