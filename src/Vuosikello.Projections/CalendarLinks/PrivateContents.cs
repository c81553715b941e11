using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Feeds.Items;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.SteeringReviews;

namespace Vuosikello.Projections.CalendarLinks;

/// <summary>What stands in a private calendar.</summary>
/// <param name="Until">From when on it is another one although nothing happens, UTC.</param>
public sealed record PrivateContent(PartnershipView Partnership, CalendarLinkKind Kind, Instant Until)
{
    internal ImmutableArray<FeedItem> Items { get; init; } = [];

    /// <summary>What it was made from; it lives as long as a calendar that was.</summary>
    internal ImmutableArray<SourceState> Sources { get; init; } = [];
}

/// <summary>Finds what belongs into a private calendar: what public feeds have of it, and what is for members. Whether its reader may have one is settled elsewhere.</summary>
public sealed class PrivateContents(
    FeedSources sources, IAgreementViews agreements, IRoundViews rounds, IReviewViews reviews, FeedSettings settings, IClock clock)
{
    /// <summary>A member's own: activities and their last days to register, the agreements and commitments of the organisations that the member acts for, and what waits.</summary>
    /// <param name="partnership">Where.</param>
    /// <param name="owner">The member.</param>
    /// <param name="partners">The organisations for which the member acts.</param>
    /// <param name="waiting">What waits for the member's statement, approval or signature, each until when at most that is so.</param>
    public PrivateContent Mine(PartnershipView partnership, MemberId owner, IReadOnlyCollection<PartnerId> partners, IReadOnlyCollection<(DatedEntry Entry, Instant Until)> waiting)
    {
        SourceState[] years = [.. Years(partnership)];
        var agreed = sources.Agreements(partnership.Id).Now();
        var own = years.SelectMany(year => year.Items).OfType<ActivityItem>().Where(item => IsOf(owner, partners, item)).Select(item => item.View.Id).ToHashSet();
        var notice = SteeringEntries.LastDaysOfNotice(agreements.Of(partnership.Id).Where(view => view.State.Current?.Content.Parties.Any(partners.Contains) == true));
        return Content(partnership, CalendarLinkKind.Mine, [.. years, agreed], waiting.Select(one => one.Until)) with
        {
            Items =
            [
                .. years.SelectMany(year => year.Items).Where(item => item.Activity is { } activity && own.Contains(activity)),
                .. agreed.Items.Where(item => item.Partners.Any(partners.Contains)),
                .. Items([.. notice, .. waiting.Select(one => one.Entry)]),
            ],
        };
    }

    /// <summary>What the steering group follows.</summary>
    public PrivateContent SteeringGroup(PartnershipView partnership)
    {
        var agreed = sources.Agreements(partnership.Id).Now();
        DatedEntry[] entries =
        [
            .. SteeringEntries.LastDaysOfNotice(agreements.Of(partnership.Id)),
            .. SteeringEntries.Rounds(rounds.Of(partnership.Id)),
            .. SteeringEntries.Reviews(reviews.Of(partnership.Id)),
        ];
        return Content(partnership, CalendarLinkKind.SteeringGroup, [agreed], []) with { Items = [.. agreed.Items, .. Items(entries)] };
    }

    /// <summary>Nothing: what is left of a calendar whose owner has no longer the role that it needs.</summary>
    public static PrivateContent Empty(PartnershipView partnership, CalendarLinkKind kind) => new(partnership, kind, Instant.MaxValue);

    private PrivateContent Content(PartnershipView partnership, CalendarLinkKind kind, ImmutableArray<SourceState> states, IEnumerable<Instant> ends) =>
        new(partnership, kind, ends.Append(HelsinkiDays.StartOf(new(ThisYear + 1, 1, 1))).Min()) { Sources = states };

    private IEnumerable<SourceState> Years(PartnershipView partnership)
    {
        var held = FeedYears.OpenIn(ThisYear);
        return partnership.Years.Select(year => year.Year).Where(held.Has).Order().Select(year => sources.Year(new(partnership.Id, year)).Now());
    }

    private IEnumerable<FeedItem> Items(IEnumerable<DatedEntry> entries) => entries.Select(entry => new EntryItem(entry, settings));

    private int ThisYear => HelsinkiDays.Of(clock.GetCurrentInstant()).Year;

    private static bool IsOf(MemberId owner, IReadOnlyCollection<PartnerId> partners, ActivityItem item) =>
        item.View.Details.Responsible?.Person == owner || item.Partners.Any(partners.Contains);
}
