using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CalendarLinks;
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

    /// <param name="content">What stands in it.</param>
    /// <param name="choice">What of it is wanted. The steering group's calendar is all deadlines, and only language and alarm count there.</param>
    /// <param name="before">What was rendered of it last; null for nothing. It comes back when nothing of it has changed.</param>
    public RenderedCalendar Render(PrivateContent content, FeedChoice choice, Feed? before)
    {
        var now = clock.GetCurrentInstant();
        var today = HelsinkiDays.Of(now);
        var counted = content.Kind == CalendarLinkKind.SteeringGroup ? FeedChoice.In(choice.Language) with { Deadlines = true, Alarm = choice.Alarm } : choice;
        var membership = new FeedMembership(new(content.Partnership.Id, FeedScope.Whole, "", counted), content.Partnership.State, FeedYears.OpenIn(today.Year));
        FeedItem[] members = [.. content.Items.Where(membership.Holds)];
        var held = settings.Limit.Apply([.. members.Where(item => !(item.GoneAt <= now))], counted, today, work, out var leftOut);

        // Roles leave no trace in the log: a feed changed last when this server first saw it changed, so that a client that goes by dates gets what is new.
        var feed = _composer.Compose(Frame(content, counted.Language, leftOut), held, counted, now, before);
        var turns = members.Select(item => item.GoneAt).OfType<Instant>().Where(at => at > now).Append(content.Until);
        if (leftOut is not null) turns = turns.Append(HelsinkiDays.StartOf(today.PlusDays(1)));
        return new(feed, turns.Min()) { Sources = content.Sources };
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
