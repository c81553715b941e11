using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.CommentRounds;

namespace Vuosikello.Web.Agreements;

/// <summary>The comment rounds in which an agreement was, and what they left open.</summary>
public static class RoundsOfAgreements
{
    /// <summary>Those that have opened, oldest first.</summary>
    public static IEnumerable<CommentRound> With(this IRoundViews rounds, AgreementId agreement) =>
        rounds.Of(agreement.Partnership).Select(v => v.State).Where(r => r.OpenedAt is not null && r.Plan.Subject.Agreements.Contains(agreement)).OrderBy(r => r.OpenedAt);

    /// <summary>
    /// The closed rounds on what is being written that still have remarks without an answer, with how many: those on this agreement
    /// and those on the whole. What was said of a text before the one in force is no longer asked about.
    /// </summary>
    public static IEnumerable<(CommentRound Round, int Count)> UnansweredOn(this IRoundViews rounds, Agreement agreement)
    {
        var since = agreement.Current?.InForceFrom ?? Instant.MinValue;
        return
            from round in rounds.With(agreement.Id)
            where round.Phase == RoundPhase.Closed && round.OpenedAt >= since
            let count = Unanswered(round, DocumentName.Of(agreement.Id))
            where count > 0
            select (round, count);
    }

    private static int Unanswered(CommentRound round, DocumentName document)
    {
        var summary = RoundSummary.Of(round);
        return summary.General.Concat(summary.Documents.Where(d => DocumentName.Of(d.Document) == document).SelectMany(d => d.Clauses).SelectMany(c => c.Remarks))
            .Count(r => r.Answers is null);
    }
}
