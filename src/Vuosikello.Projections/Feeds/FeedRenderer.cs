using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using NodaTime;
using Vuosikello.Calendars;

namespace Vuosikello.Projections.Feeds;

/// <summary>Joins a header and events that were rendered before into a feed.</summary>
internal static class FeedRenderer
{
    private static readonly Duration Refresh = Duration.FromHours(1);
    private const int TagOctets = 16;

    /// <summary>The whole calendar.</summary>
    public static byte[] Bytes(FeedKey key, string title, IReadOnlyList<RenderedEvent> events, FeedSettings settings)
    {
        var output = new ArrayBufferWriter<byte>(events.Sum(e => e.Octets.Length) + 2048);
        CalendarWriter.Join(Header(key, title, settings), events, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The same tag for the same bytes, on every server.</summary>
    public static string Tag(byte[] bytes) => Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, TagOctets));

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
}
