namespace Vuosikello.Domain.Rules;

public sealed partial record WorkingRules
{
    /// <inheritdoc />
    public static WorkingRules? Evolve(WorkingRules? state, Fact fact) => (state, fact.Event) switch
    {
        (null, RulesDrafted e) => new WorkingRules(
            e.Partnership, e.Headings, e.Clauses.Select(c => Untouched(c, TouchOf(fact))).ToValueList(), [], [], [], fact.Version),
        (null, _) => null,
        (_, RulesHeadingAdded e) => state with { Headings = [.. state.Headings, new(e.Heading, e.Title)], Version = fact.Version },
        (_, RulesHeadingRenamed e) => state with { Headings = state.Headings.Select(h => h.Id == e.Heading ? h with { Title = e.Title } : h).ToValueList(), Version = fact.Version },
        (_, RulesHeadingRemoved e) => state with { Headings = state.Headings.Where(h => h.Id != e.Heading).ToValueList(), Version = fact.Version },
        (_, RulesClauseAdded e) => state with
        {
            Clauses = state.With(Untouched(new(e.Clause, e.Heading, e.Title, e.Text), TouchOf(fact)), e.Place),
            Version = fact.Version,
        },
        (_, RulesClauseRetitled e) => state.With(e.Clause, c => c with { Clause = c.Clause with { Title = e.Title }, Titled = TouchOf(fact) }, fact),
        (_, RulesClauseReworded e) => state.With(e.Clause, c => c with { Clause = c.Clause with { Text = e.Text }, Worded = TouchOf(fact) }, fact),
        (_, RulesClauseMoved e) => state.Moved(e, fact),
        (_, RulesClauseRemoved e) => state.Without(e.Clause, fact),
        (_, RulesAdopted e) => state with { Adopted = [.. state.Adopted, new(e.Version, state.Draft, e.Hash, e.Decision, fact.Stamp)], Version = fact.Version },
        (_, RulesPutInRound e) => state with { Round = e.Round, Version = fact.Version },
        (_, RulesTakenOutOfRound) => state with { Round = null, Version = fact.Version },
        _ => state.WithProposals(fact),
    };

    private WorkingRules WithProposals(Fact fact) => fact.Event switch
    {
        ChangeProposed e => this with { Proposals = [.. Proposals, Made(e, fact)], Version = fact.Version },
        ProposalRevised e => With(e.Proposal, p => p with
        {
            Change = e.Change,
            Reason = e.Reason,
            Before = Find(e.Change.Clause)?.Clause ?? p.Before,
            BasedOn = fact.Version,
            Revised = fact.Stamp,
        }, fact),
        ProposalWithdrawn e => With(e.Proposal, p => p with { Status = ProposalStatus.Withdrawn, Settled = fact.Stamp }, fact),
        ProposalTaken e => With(e.Proposal, p => p with { Status = ProposalStatus.Taken, Edited = e.Edited, Verdict = e.Reason ?? LocalText.Empty, Settled = fact.Stamp }, fact),
        ProposalDeclined e => With(e.Proposal, p => p with { Status = ProposalStatus.Declined, Verdict = e.Reason, Settled = fact.Stamp }, fact),
        _ => this with { Version = fact.Version },
    };

    private Proposal Made(ChangeProposed e, Fact fact) =>
        new(e.Proposal, e.Change, e.Reason, fact.Version, ProposalStatus.Open, LocalText.Empty, false, fact.Stamp, Find(e.Change.Clause)?.Clause);

    private static Touch TouchOf(Fact fact) => new(fact.Version, fact.Stamp);

    private static DraftClause Untouched(RulesClause clause, Touch touch) => new(clause, touch, touch, touch);

    private WorkingRules With(ClauseId clause, Func<DraftClause, DraftClause> change, Fact fact) =>
        this with { Clauses = Clauses.Select(c => c.Id == clause ? change(c) : c).ToValueList(), Version = fact.Version };

    private WorkingRules With(ProposalId proposal, Func<Proposal, Proposal> change, Fact fact) =>
        this with { Proposals = Proposals.Select(p => p.Id == proposal ? change(p) : p).ToValueList(), Version = fact.Version };

    private WorkingRules Moved(RulesClauseMoved e, Fact fact)
    {
        if (Find(e.Clause) is not { } clause) return this with { Version = fact.Version };
        var rest = this with { Clauses = Clauses.Where(c => c.Id != e.Clause).ToValueList() };
        var moved = clause with { Clause = clause.Clause with { Heading = e.Heading }, Placed = TouchOf(fact) };
        return this with { Clauses = rest.With(moved, e.Place), Version = fact.Version };
    }

    private WorkingRules Without(ClauseId clause, Fact fact)
    {
        if (Find(clause) is not { } gone) return this with { Version = fact.Version };
        return this with
        {
            Clauses = Clauses.Where(c => c.Id != clause).ToValueList(),
            Removed = [.. Removed, new(gone.Clause, PlaceOf(gone.Clause), TouchOf(fact))],
            Version = fact.Version,
        };
    }

    /// <summary>Where the clause stands under its heading, from 1.</summary>
    public int PlaceOf(RulesClause clause)
    {
        int place = 0;
        foreach (var other in Clauses)
        {
            if (other.Clause.Heading != clause.Heading) continue;
            place++;
            if (other.Id == clause.Id) break;
        }
        return place;
    }

    // Clauses of one heading stand together, in the order of the headings.
    private ValueList<DraftClause> With(DraftClause clause, int place)
    {
        var clauses = new List<DraftClause>(Clauses.Count + 1);
        foreach (var heading in Headings)
        {
            var under = Clauses.Where(c => c.Clause.Heading == heading.Id).ToList();
            if (heading.Id == clause.Clause.Heading) under.Insert(Math.Clamp(place - 1, 0, under.Count), clause);
            clauses.AddRange(under);
        }
        return clauses.ToValueList();
    }
}
