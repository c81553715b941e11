using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using Vuosikello.Calendars.Reading;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Feeds;

namespace Vuosikello.Web.Subscribe;

/// <summary>
/// What a subscriber will see: the feed's own bytes, read as a calendar program reads them and not taken from where they were made. Read once
/// for each change of the bytes and each day.
/// </summary>
/// <param name="Today">In Helsinki.</param>
/// <param name="Total">All entries, an event that recurs as often as it does.</param>
/// <param name="Coming">How many of them end today or later, with those that were cancelled.</param>
/// <param name="Off">How many of those that end today or later were cancelled or withdrawn.</param>
/// <param name="Next">The first of those, at most <see cref="MostShown"/>.</param>
/// <param name="Before">The last that are over, at most <see cref="MostShown"/>; oldest first.</param>
public sealed record FeedPreview(LocalDate Today, int Total, int Coming, int Off, ImmutableArray<PreviewEntry> Next, ImmutableArray<PreviewEntry> Before)
{
    /// <summary>More than these are for the calendar program to show.</summary>
    public const int MostShown = 200;

    /// <summary>More often than this nothing in a feed recurs (the rules of Outlook allow no more).</summary>
    private const int MostOccurrences = 1000;

    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];
    private static readonly ConditionalWeakTable<Feed, FeedPreview> Known = [];

    public int Past => Total - Coming;

    /// <summary>How many take place today or later.</summary>
    public int TakingPlace => Coming - Off;

    /// <param name="today">In Helsinki.</param>
    public static FeedPreview Of(Feed feed, LocalDate today)
    {
        if (Known.TryGetValue(feed, out var known) && known.Today == today) return known;
        var preview = Read(feed.Plain.ToArray(), today);
        Known.AddOrUpdate(feed, preview);
        return preview;
    }

    /// <param name="calendar">The octets of an iCalendar file.</param>
    public static FeedPreview Read(ReadOnlySpan<byte> calendar, LocalDate today)
    {
        var events = CalendarReader.Parse(calendar).Events;
        var overrides = events.Where(e => e.RecurrenceId is not null).ToLookup(e => e.Uid, StringComparer.Ordinal);
        var entries = events
            .Where(e => e.RecurrenceId is null)
            .SelectMany(e => Occurrences(e, overrides[e.Uid]))
            .OrderBy(entry => entry.Start).ThenByDescending(entry => entry.AllDay).ThenBy(entry => entry.Title, StringComparer.Ordinal)
            .ToArray();
        var coming = entries.Where(entry => entry.LastDay >= today).ToArray();
        var past = entries.Where(entry => entry.LastDay < today);
        return new FeedPreview(today, entries.Length, coming.Length, coming.Count(entry => entry.Cancelled), [.. coming.Take(MostShown)], [.. past.TakeLast(MostShown)]);
    }

    private static IEnumerable<PreviewEntry> Occurrences(ReadEvent read, IEnumerable<ReadEvent> overrides)
    {
        var own = overrides.ToArray();
        if (read.Rule is null && read.Additions.IsEmpty && own.Length == 0) return [PreviewEntry.Of(read, ReadRecurrence.Of(read, []).Occurrences().First(), Helsinki)];
        return ReadRecurrence.Of(read, own).Occurrences().Take(MostOccurrences).Select(occurrence => PreviewEntry.Of(Overriding(own, occurrence) ?? read, occurrence, Helsinki));
    }

    private static ReadEvent? Overriding(ReadEvent[] own, Calendars.Recurrence.Occurrence occurrence) =>
        occurrence.Override is null ? null : Array.Find(own, o => o.RecurrenceId!.ToInstant(Helsinki) == occurrence.Override.Id.ToInstant(Helsinki));
}
