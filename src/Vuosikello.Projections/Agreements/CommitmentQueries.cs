using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.Agreements;

/// <summary>A commitment of an agreement in force, on one day on which it is due.</summary>
/// <param name="Title">The agreement's.</param>
/// <param name="On">The day.</param>
/// <param name="FellDue">Whether the day has come, as the log says.</param>
public sealed record DueCommitment(AgreementId Agreement, LocalText Title, Commitment Commitment, LocalDate On, bool FellDue);

/// <summary>What the board asks of agreements.</summary>
public static class CommitmentQueries
{
    /// <summary>The commitments that are due in a cycle's year, by day, then by agreement.</summary>
    public static IReadOnlyList<DueCommitment> CommitmentsIn(this IAgreementViews agreements, CycleId cycle) => agreements.Of(cycle.Partnership).CommitmentsIn(cycle.Year);

    /// <summary>The same of a partnership's agreements as they are, or were.</summary>
    public static IReadOnlyList<DueCommitment> CommitmentsIn(this IEnumerable<AggregateView<Agreement>> agreements, int year) =>
    [
        .. from view in agreements
           let agreement = view.State
           where agreement.Current is not null
           from commitment in agreement.Current!.Content.Commitments
           let day = commitment.Due.In(year)
           where day is not null && Holds(agreement, day.Value)
           orderby day, agreement.Id.Slug
           select new DueCommitment(agreement.Id, agreement.Current!.Content.Title, commitment, day.Value, HasFallenDue(agreement, commitment, day.Value)),
    ];

    /// <summary>The same, of one activity that commitments are linked to.</summary>
    public static IReadOnlyList<DueCommitment> CommitmentsOf(this IAgreementViews agreements, CycleId cycle, ActivityId activity) =>
        agreements.CommitmentsIn(cycle).Of(activity);

    /// <summary>Those that are linked to an activity.</summary>
    public static IReadOnlyList<DueCommitment> Of(this IEnumerable<DueCommitment> commitments, ActivityId activity) =>
        [.. commitments.Where(due => due.Commitment.Activities.Contains(activity))];

    private static bool Holds(Agreement agreement, LocalDate day) => day >= agreement.CommitmentsFrom && !(day > agreement.LastDay);

    private static bool HasFallenDue(Agreement agreement, Commitment commitment, LocalDate day) =>
        agreement.FellDue.Any(fell => fell.Commitment == commitment.Id && day <= fell.On);
}
