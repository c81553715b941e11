using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.CalendarLinks;

/// <summary>What members may know of days that no public calendar has: of agreements the last day of notice, of rounds and reviews when they open and close.</summary>
internal static class SteeringEntries
{
    /// <summary>The last days to give notice before agreements are renewed by themselves.</summary>
    public static IEnumerable<DatedEntry> LastDaysOfNotice(IEnumerable<AggregateView<Agreement>> agreements)
    {
        foreach (var view in agreements)
        {
            var agreement = view.State;
            if (agreement is not { Standing: AgreementStanding.InForce, Notice: null, Until: { } until, Current.Content: { Term.RenewedByMonths: not null, Notice: { } period } content }) continue;
            yield return new(
                $"{agreement.Id.Partnership}-agreement-{agreement.Id.Slug}-notice", EntryKind.LastDayOfNotice, content.Title, DatedEntry.On(period.LastDayToEndBy(until)),
                $"{agreement.Id.Partnership}/agreements/{agreement.Id.Slug}", view.First.At, view.LastChange.At);
        }
    }

    /// <summary>
    /// When rounds open and close. They change with the plan alone: what a partner drafts is its own until it is sent, and so is when it did.
    /// </summary>
    public static IEnumerable<DatedEntry> Rounds(IEnumerable<AggregateView<CommentRound>> rounds)
    {
        foreach (var view in rounds)
        {
            var round = view.State;
            if (round.Phase == RoundPhase.Cancelled) continue;
            yield return Entry(EntryKind.RoundOpens, "opens", DatedEntry.From(round.Plan.Opens));
            yield return Entry(EntryKind.RoundCloses, "closes", DatedEntry.Until(round.Plan.Closes));

            DatedEntry Entry(EntryKind kind, string part, Calendars.EventTime time) => new(
                $"{round.Id.Partnership}-round-{round.Id.Slug}-{part}", kind, round.Plan.Title, time, $"{round.Id.Partnership}/rounds/{round.Id.Slug}",
                view.First.At, round.Planned.Stamp.At);
        }
    }

    /// <summary>The days on which reviews were opened and closed.</summary>
    public static IEnumerable<DatedEntry> Reviews(IEnumerable<AggregateView<SteeringReview>> reviews)
    {
        foreach (var view in reviews)
        {
            var review = view.State;
            yield return Entry(EntryKind.ReviewOpened, "opened", view.First.At);
            if (review.Conclusion is { } conclusion) yield return Entry(EntryKind.ReviewClosed, "closed", conclusion.At);

            DatedEntry Entry(EntryKind kind, string part, Instant at) => new(
                $"{review.Id.Partnership}-review-{review.Id.Slug}-{part}", kind, review.Title, DatedEntry.On(HelsinkiDays.Of(at)), $"{review.Id.Partnership}/reviews/{review.Id.Slug}", at, at);
        }
    }
}
