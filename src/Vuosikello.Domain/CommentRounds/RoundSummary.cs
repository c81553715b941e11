using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>What came of a round: who stated, who did not, the stands per clause, and every remark with its answers.</summary>
/// <param name="Stated">Who sent a statement in time, in the order of the invitations.</param>
/// <param name="Late">Who sent one after the closing, with leave.</param>
/// <param name="Silent">Who sent none.</param>
/// <param name="General">The remarks on the whole.</param>
/// <param name="Documents">What was commented on, clause by clause.</param>
public sealed record RoundSummary(
    ValueList<PartnerId> Stated,
    ValueList<PartnerId> Late,
    ValueList<PartnerId> Silent,
    ValueList<Remark> General,
    ValueList<DocumentSummary> Documents)
{
    public static RoundSummary Of(CommentRound round)
    {
        var sent = round.Plan.Invited.Select(p => (Partner: p, round.StatementOf(p)?.Sent)).ToArray();
        var stated = sent.Where(s => s.Sent is not null).Select(s => (s.Partner, Sent: s.Sent!)).ToArray();
        var stands = stated.SelectMany(s => s.Sent.Stands, (s, stand) => (s.Partner, Stand: stand)).ToLookup(s => s.Stand.Clause);
        var answers = round.Answers.ToDictionary(a => (a.Partner, a.Clause));
        return new RoundSummary(
            stated.Where(s => !s.Sent.Late).Select(s => s.Partner).ToValueList(),
            stated.Where(s => s.Sent.Late).Select(s => s.Partner).ToValueList(),
            sent.Where(s => s.Sent is null).Select(s => s.Partner).ToValueList(),
            stated.Where(s => !s.Sent.General.IsEmpty)
                .Select(s => new Remark(s.Partner, null, null, s.Sent.General, answers.GetValueOrDefault((s.Partner, null)))).ToValueList(),
            round.Documents.Select(d => new DocumentSummary(d, d.Clauses.Select(Summed).ToValueList())).ToValueList());

        ClauseSummary Summed(FrozenClause clause)
        {
            var taken = stands[clause.Id].ToArray();
            var remarks = taken.Where(t => !t.Stand.Text.IsEmpty)
                .Select(t => new Remark(t.Partner, clause.Id, t.Stand.Stance, t.Stand.Text, answers.GetValueOrDefault((t.Partner, clause.Id))));
            return new ClauseSummary(clause, StanceCounts.Of(taken.Select(t => t.Stand.Stance), stated.Length), remarks.ToValueList());
        }
    }

    /// <summary>All remarks: those on the whole first, then clause by clause.</summary>
    public IEnumerable<Remark> Remarks() => [.. General, .. Documents.SelectMany(d => d.Clauses).SelectMany(c => c.Remarks)];
}

/// <summary>A document with what was said of it.</summary>
public sealed record DocumentSummary(FrozenDocument Document, ValueList<ClauseSummary> Clauses);

/// <summary>A clause with what was said of it.</summary>
public sealed record ClauseSummary(FrozenClause Clause, StanceCounts Counts, ValueList<Remark> Remarks);

/// <summary>How many partners took which stand; together as many as sent a statement.</summary>
/// <param name="NothingToState">Who said so, and who said nothing of the clause.</param>
public readonly record struct StanceCounts(int InFavour, int InFavourWithChanges, int Against, int NothingToState)
{
    public int Total => InFavour + InFavourWithChanges + Against + NothingToState;

    /// <summary>True when nobody had anything to state.</summary>
    public bool AreNone => NothingToState == Total;

    public int this[Stance stance] => stance switch
    {
        Stance.InFavour => InFavour,
        Stance.InFavourWithChanges => InFavourWithChanges,
        Stance.Against => Against,
        _ => NothingToState,
    };

    internal static StanceCounts Of(IEnumerable<Stance> taken, int statements)
    {
        int favour = 0, changes = 0, against = 0;
        foreach (var stance in taken)
        {
            if (stance == Stance.InFavour) favour++;
            else if (stance == Stance.InFavourWithChanges) changes++;
            else if (stance == Stance.Against) against++;
        }
        return new StanceCounts(favour, changes, against, statements - favour - changes - against);
    }
}

/// <summary>What a partner said in words, with the answers to it.</summary>
/// <param name="Clause">Null for the remark on the whole.</param>
/// <param name="Stance">The stand that goes with it; null for the remark on the whole.</param>
/// <param name="Answers">Null while it has not been answered.</param>
public sealed record Remark(PartnerId Partner, ClauseId? Clause, Stance? Stance, LocalText Text, RemarkAnswers? Answers);
