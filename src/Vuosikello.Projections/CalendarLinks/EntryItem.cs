using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.CalendarLinks;

/// <summary>An entry as calendars show it. It leaves its time free: a deadline is nowhere that one has to be.</summary>
internal sealed class EntryItem(DatedEntry entry, FeedSettings settings) : FeedItem($"{entry.Key}@vuosikello")
{
    public DatedEntry Entry => entry;
    public override LocalDate First => entry.Day;
    public override LocalDate Last => entry.Day;
    public override ValueList<AreaId> Areas => [];
    public override ValueList<ThemeId> Themes => [];
    public override ValueList<PartnerId> Partners => [];
    public override bool IsSpan => false;
    public override bool IsDeadline => true;

    public override IEnumerable<CalendarEvent> Events(FeedWords words)
    {
        var own = EntryWords.In(words.Language);
        var page = new Uri(settings.PublicAddress, entry.Page);
        string partner = entry.Partner is { } name ? $"{own.PartnerLabel}{name.In(words.Language)}\n" : "";
        yield return new CalendarEvent
        {
            Uid = Uid,
            Stamp = entry.Changed,
            Time = entry.Time,
            // Grows with each change, and tells no more than when that was.
            Sequence = Math.Clamp((long)(entry.Changed - entry.Begun).TotalSeconds, 0, int.MaxValue),
            Created = entry.Begun,
            LastModified = entry.Changed,
            Status = EventStatus.Confirmed,
            Transparent = true,
            Summary = CalendarText.Clean($"{own.Of(entry.Kind)}: {entry.Of.In(words.Language)}".ReplaceLineEndings(" ")),
            Description = CalendarText.Clean(partner + words.LinkBack + page.AbsoluteUri),
            Categories = [words.DeadlineCategory],
            Url = page,
        };
    }
}
