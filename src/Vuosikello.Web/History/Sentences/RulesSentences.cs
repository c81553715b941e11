using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to the working rules: the draft, the proposals beside it, the versions.</summary>
public sealed class RulesSentences(DocumentWords documents) : ISentences
{
    public SubjectKind Kind => SubjectKind.WorkingRules;

    public Subject SubjectOf(Telling telling) => new(telling.Texts.History["Kind.WorkingRules"], $"/{telling.Partnership.Id}/rules");

    public Sentence? Of(Telling telling) => OfText(telling) ?? OfProposal(telling);

    private Sentence? OfText(Telling telling)
    {
        var before = telling.Before<WorkingRules>();
        return telling.Event switch
        {
            RulesDrafted e => telling.Say(e.Clauses.Count),
            RulesHeadingAdded e => telling.Say(Telling.Name(e.Title)),
            RulesHeadingRenamed e => telling.Say(HeadingOf(before, e.Heading)).Change(telling.Label("title"), before?.Headings.FirstOrDefault(h => h.Id == e.Heading)?.Title, e.Title),
            RulesHeadingRemoved e => telling.Say(HeadingOf(before, e.Heading)),
            RulesClauseAdded e => From(telling, telling.Say(DocumentWords.Clause(e.Title, e.Text), HeadingOf(before, e.Heading)).Change(telling.Label("text"), null, e.Text), e.Origin),
            RulesClauseRetitled e => From(telling, telling.Say(NameOf(before, e.Clause)).Change(telling.Label("title"), Find(before, e.Clause)?.Title, e.Title), e.Origin),
            RulesClauseReworded e => From(telling, telling.Say(NameOf(before, e.Clause)).Change(telling.Label("text"), Find(before, e.Clause)?.Text, e.Text), e.Origin),
            RulesClauseMoved e => From(telling, telling.Say(NameOf(before, e.Clause), HeadingOf(before, e.Heading), e.Place), e.Origin),
            RulesClauseRemoved e => From(telling, telling.Say(NameOf(before, e.Clause)).Change(telling.Label("text"), Find(before, e.Clause)?.Text, null), e.Origin),
            RulesAdopted e => telling.Say(e.Version).Quote(telling.Label("decision"), e.Decision).Pair(telling.Label("hash"), null, e.Hash),
            RulesPutInRound e => telling.Say().Pair(telling.Label("round"), null, documents.Round(telling, e.Round)),
            RulesTakenOutOfRound e => telling.Say().Pair(telling.Label("round"), null, documents.Round(telling, e.Round)),
            _ => null,
        };
    }

    private static Sentence? OfProposal(Telling telling)
    {
        var before = telling.Before<WorkingRules>();
        return telling.Event switch
        {
            ChangeProposed e => Proposed(telling, telling.SayAs($"ChangeProposed.{e.Change.Kind}", Wanted(before, e.Change)), Find(before, e.Change.Clause), e.Change).Quote(telling.Label("reason"), e.Reason),
            ProposalRevised e => Proposed(telling, telling.Say(Wanted(before, e.Change)), Said(before, e.Proposal), e.Change).Quote(telling.Label("reason"), e.Reason),
            ProposalWithdrawn e => telling.Say(About(before, e.Proposal)),
            ProposalTaken e => telling.SayAs(e.Edited ? "ProposalTaken.Edited" : "ProposalTaken", About(before, e.Proposal)).Quote(telling.Label("reason"), e.Reason),
            ProposalDeclined e => telling.Say(About(before, e.Proposal)).Quote(telling.Label("reason"), e.Reason),
            _ => null,
        };
    }

    private static Sentence Proposed(Telling telling, Sentence sentence, RulesClause? before, ProposedChange change) => change.Kind switch
    {
        ProposalKind.New or ProposalKind.Changed => sentence.Change(telling.Label("title"), before?.Title, change.Title).Change(telling.Label("text"), before?.Text, change.Text),
        _ => sentence,
    };

    /// <summary>What the proposal wanted before it was said otherwise.</summary>
    private static RulesClause? Said(WorkingRules? rules, ProposalId id) => rules?.Find(id) is { } proposal && Find(rules, proposal.Change.Clause) is { } clause
        ? clause with { Title = proposal.Change.Title ?? clause.Title, Text = proposal.Change.Text ?? clause.Text }
        : null;

    private static string About(WorkingRules? rules, ProposalId id) => rules?.Find(id) is { } proposal ? Wanted(rules, proposal.Change) : "–";

    private static string Wanted(WorkingRules? rules, ProposedChange change) =>
        Find(rules, change.Clause) is { } clause ? DocumentWords.Clause(clause.Title, clause.Text) : DocumentWords.Clause(change.Title, change.Text);

    private static RulesClause? Find(WorkingRules? rules, ClauseId id) => rules?.Find(id)?.Clause ?? rules?.FindRemoved(id)?.Clause;

    private static string NameOf(WorkingRules? rules, ClauseId id) => Find(rules, id) is { } clause ? DocumentWords.Clause(clause.Title, clause.Text) : "–";

    private static string HeadingOf(WorkingRules? rules, HeadingId id) => Telling.Name(rules?.Headings.FirstOrDefault(h => h.Id == id)?.Title);

    private Sentence From(Telling telling, Sentence sentence, ChangeOrigin? origin) => sentence.Pair(telling.Label("origin"), null, documents.Origin(telling, origin));
}
