using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Feeds.Bytes;
using Vuosikello.Projections.Feeds.Items;

namespace Vuosikello.Projections.CalendarLinks;

/// <summary>A private calendar's bytes, and from when on they are others although nothing happens, UTC.</summary>
public sealed record RenderedCalendar(Feed Feed, Instant Until)
{
    /// <summary>What it was made from, kept at hand for the one that takes its place.</summary>
    internal ImmutableArray<SourceState> Sources { get; init; } = [];
}

/// <summary>Renders a private calendar. The same content gives the same bytes, whatever the link that leads there is called.</summary>
public sealed class PrivateCalendar(FeedSettings settings, FeedWork work, IClock clock)
{
    private readonly FeedComposer _composer = new(work);

    /// <summary>
    /// What of a choice counts: choices with the same one have the same calendar. The steering group's is all deadlines, and only language and alarm
    /// count there. Null when a kind was chosen of which the partnership has nothing: that is no calendar.
    /// </summary>
    public static FeedChoice? Canonical(CalendarLinkKind kind, FeedChoice choice, Partnership partnership) =>
        kind == CalendarLinkKind.SteeringGroup ? FeedChoice.In(choice.Language) with { Deadlines = true, Alarm = choice.Alarm } : KnownChoice.Of(choice, partnership);

    /// <param name="content">What stands in it.</param>
    /// <param name="choice">What of it is wanted: <see cref="Canonical"/>.</param>
    /// <param name="before">What was rendered of it last; null for nothing. It comes back when nothing of it has changed.</param>
    public RenderedCalendar Render(PrivateContent content, FeedChoice choice, Feed? before)
    {
        var now = clock.GetCurrentInstant();
        var today = HelsinkiDays.Of(now);
        var membership = new FeedMembership(new(content.Partnership.Id, FeedScope.Whole, "", choice), content.Partnership.State, FeedYears.OpenIn(today.Year));
        FeedItem[] members = [.. AsBefore(content.Items, before).Where(membership.Holds)];
        var held = settings.Limit.Apply([.. members.Where(item => !(item.GoneAt <= now))], choice, today, work, out var leftOut);

        // Roles leave no trace in the log: a feed changed last when this server first saw it changed, so that a client that goes by dates gets what is new.
        var feed = _composer.Compose(Frame(content, choice.Language, leftOut), held, choice, now, before);
        var turns = members.Select(item => item.GoneAt).OfType<Instant>().Where(at => at > now).Append(content.Until);
        if (leftOut is not null) turns = turns.Append(HelsinkiDays.StartOf(today.PlusDays(1)));
        return new(feed, turns.Min()) { Sources = content.Sources };
    }

    /// <summary>An entry that is as it was is the one of the feed before: its bytes are there, and chunks go by what they are made of.</summary>
    private static IEnumerable<FeedItem> AsBefore(ImmutableArray<FeedItem> items, Feed? before)
    {
        var known = (before?.Chunks ?? []).SelectMany(chunk => chunk.Items.ToArray()).OfType<EntryItem>().ToDictionary(item => item.Uid, StringComparer.Ordinal);
        return items.Select(item => item is EntryItem entry && known.GetValueOrDefault(entry.Uid) is { } same && same.Entry == entry.Entry ? same : item);
    }

    // Without SOURCE: the address is a secret, and a saved calendar would carry it on.
    private FeedFrame Frame(PrivateContent content, string language, FeedOmission? leftOut)
    {
        bool mine = content.Kind == CalendarLinkKind.Mine;
        var words = EntryWords.In(language);
        string title = $"{content.Partnership.State.Name.In(language)} – {(mine ? words.Mine : words.SteeringGroup)}";
        var header = FeedFrames.Header(language, title, leftOut) with
        {
            Url = new Uri(settings.PublicAddress, content.Partnership.Id.Value),
            Color = mine ? "seagreen" : "darkslateblue",
        };
        return new FeedFrame(header, title, $"{content.Partnership.Id}-{(mine ? "oma" : "ohjausryhma")}.ics") { LeftOut = leftOut };
    }
}
