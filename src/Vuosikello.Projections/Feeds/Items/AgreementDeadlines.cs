using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>
/// What everybody may know of agreements' days: when one in force ends, and when its commitments are due. Drafts, versions that
/// lie before the parties and comment rounds are the members' and stand in no public calendar.
/// </summary>
internal static class AgreementDeadlines
{
    /// <param name="agreements">All of a partnership's.</param>
    /// <param name="years">For which commitments that are due every year are told.</param>
    public static IEnumerable<Deadline> Of(IReadOnlyCollection<AggregateView<Agreement>> agreements, IEnumerable<int> years, FeedSettings settings) =>
        agreements.Select(view => End(view.State, settings)).OfType<Deadline>()
            .Concat(years.SelectMany(agreements.CommitmentsIn).Select(due => Commitment(due, agreements.First(view => view.State.Id == due.Agreement).State.Current!, settings)))
            .OrderBy(deadline => deadline.On)
            .ThenBy(deadline => deadline.Uid, StringComparer.Ordinal);

    private static Deadline? End(Agreement agreement, FeedSettings settings)
    {
        if (agreement.Current is not { } version || agreement.LastDay is not { } last) return null;
        var renewed = agreement.Notice is null && agreement.Standing == AgreementStanding.InForce ? RenewedUntil(agreement, agreement.Renewals + 1) : null;
        return new Deadline(
            $"{agreement.Id.Partnership}-agreement-{agreement.Id.Slug}-end@vuosikello",
            last,
            renewed is null ? FeedLabels.AgreementEnds : FeedLabels.TermEnds,
            version.Content.Title,
            renewed is { } until ? FeedLabels.Renewed(until) : LocalText.Empty,
            Address(settings, agreement.Id),
            EndSettled(agreement, version),
            // Each of the three makes a later end of it: a version, a renewal of that version, the notice.
            version.Number * 10_000L + agreement.Renewals * 2 + (agreement.Notice is null ? 0 : 1))
        {
            Partners = version.Content.Parties,
        };
    }

    private static Deadline Commitment(DueCommitment due, AgreementVersion version, FeedSettings settings) => new(
        string.Create(CultureInfo.InvariantCulture, $"{due.Commitment.Id}-{due.On.Year:0000}@vuosikello"),
        due.On,
        FeedLabels.CommitmentDue,
        due.Commitment.What,
        FeedLabels.Committed(version.Parties.FirstOrDefault(party => party.Id == due.Commitment.By)?.Name ?? LocalText.Empty, due.Title),
        Address(settings, due.Agreement),
        version.InForceFrom ?? version.Offered.At,
        version.Number)
    {
        Partners = [due.Commitment.By],
    };

    /// <summary>When it was settled that the agreement ends on the day on which it does.</summary>
    private static Instant EndSettled(Agreement agreement, AgreementVersion version)
    {
        var settled = version.InForceFrom ?? version.Offered.At;
        if (agreement.Renewals > 0 && RenewedUntil(agreement, agreement.Renewals - 1) is { } before) settled = Instant.Max(settled, HelsinkiDays.StartOf(before.PlusDays(1)));
        return agreement.Notice is { } notice ? Instant.Max(settled, notice.Stamp.At) : settled;
    }

    /// <summary>The last day after so many renewals, counted from the first term; null for an agreement that is not renewed by itself.</summary>
    private static LocalDate? RenewedUntil(Agreement agreement, int times) =>
        agreement.Current!.Content.Term is { Until: { } until, RenewedByMonths: { } months } ? until.PlusDays(1).PlusMonths(months * times).PlusDays(-1) : null;

    private static Uri Address(FeedSettings settings, AgreementId id) => new(settings.PublicAddress, $"{id.Partnership}/agreements/{id.Slug}");
}
