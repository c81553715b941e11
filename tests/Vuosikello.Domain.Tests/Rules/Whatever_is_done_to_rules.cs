using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.Tests.Activities;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.Rules.RulesSample;

namespace Vuosikello.Domain.Tests.Rules;

/// <summary>What holds for random commands in random order.</summary>
public sealed class Whatever_is_done_to_rules
{
    private static readonly RulesSurroundings Around = new(Samples.Partnership, null);
    private static readonly Gen<ClauseId> Clauses = Gen.Elements(Keys, Cleaning, Contacts, Fresh, new ClauseId(new Guid(5, 4, 0, new byte[8])));
    private static readonly Gen<ProposalId> Proposals = Gen.Elements(First, Second, new ProposalId(new Guid(3, 5, 0, new byte[8])));
    private static readonly Gen<HeadingId> Headings = Gen.Elements(StandardHeadings.Premises, StandardHeadings.Communication, StandardHeadings.Cooperation, new HeadingId("oma"));
    private static readonly Gen<LocalText> TextsOf = Gen.Elements(Text, Longer, new LocalText(sv: "Annat"), new LocalText("x", "y", "z"), LocalText.Empty);
    private static readonly Gen<int?> Places = Gen.Elements<int?>(null, 1, 2, 3, 9);

    private static readonly Gen<ProposedChange> Changes = Gen.OneOf(
        from c in Clauses from h in Headings from p in Places from t in TextsOf select ProposedChange.New(c, h, p, LocalText.Empty, t),
        from c in Clauses from a in TextsOf from t in TextsOf select ProposedChange.Changed(c, a, t),
        from c in Clauses from h in Headings from p in Places select ProposedChange.Moved(c, h, p),
        from c in Clauses select ProposedChange.Removed(c));

    // Commands are made of the state that they meet, so that most are accepted.
    private static readonly Gen<Func<WorkingRules, IRulesCommand>> Commands = Gen.OneOf(
        from c in Clauses from h in Headings from p in Places from t in TextsOf select new Func<WorkingRules, IRulesCommand>(_ => new AddRulesClause(Id, c, h, p, Title, t)),
        from c in Clauses from t in TextsOf select new Func<WorkingRules, IRulesCommand>(s => new EditRulesClause(Id, c, s.Version, null, new(t))),
        from c in Clauses from t in TextsOf select new Func<WorkingRules, IRulesCommand>(s => new EditRulesClause(Id, c, Math.Max(0, s.Version - 2), new(t), null)),
        from c in Clauses from h in Headings from p in Places select new Func<WorkingRules, IRulesCommand>(s => new MoveRulesClause(Id, c, s.Version, h, p)),
        from c in Clauses select new Func<WorkingRules, IRulesCommand>(s => new RemoveRulesClause(Id, c, s.Version)),
        from p in Proposals from c in Changes select new Func<WorkingRules, IRulesCommand>(_ => new ProposeChange(Id, p, c, LocalText.Empty)),
        from p in Proposals select new Func<WorkingRules, IRulesCommand>(s => new TakeProposal(Id, p, s.Version)),
        from p in Proposals select new Func<WorkingRules, IRulesCommand>(_ => new DeclineProposal(Id, p, Text)),
        from y in Gen.Elements(2009, 2009, 2010) select new Func<WorkingRules, IRulesCommand>(s => new AdoptRules(Id, y, HashOf(s), LocalText.Empty)),
        from t in TextsOf select new Func<WorkingRules, IRulesCommand>(_ => new AddRulesHeading(Id, new("oma"), t)),
        Gen.Constant(new Func<WorkingRules, IRulesCommand>(_ => new RemoveRulesHeading(Id, new("oma")))),
        from h in Headings from t in TextsOf select new Func<WorkingRules, IRulesCommand>(_ => new RenameRulesHeading(Id, h, t)),
        Gen.Elements(new Func<WorkingRules, IRulesCommand>(_ => new PutRulesInRound(Id, Round)), _ => new TakeRulesOutOfRound(Id, Round), _ => new TakeRulesOutOfRound(Id, Round)));

    private static readonly Arbitrary<List<Func<WorkingRules, IRulesCommand>>> Histories = Commands.ListOf().Select(l => l.ToList()).ToArbitrary();

    private static IEnumerable<(WorkingRules Before, WorkingRules After)> Steps(IEnumerable<Func<WorkingRules, IRulesCommand>> history)
    {
        var state = Samples.Fold<WorkingRules>(Drafted);
        foreach (var command in history)
        {
            var after = RulesDecider.Decide(state, command(state), Around, Instant.MinValue) is Decision.Accepted accepted
                ? accepted.Events.Aggregate(state, (s, e) => WorkingRules.Evolve(s, new Fact(e, s.Version + 1, Stamps.Editor))!)
                : state;
            yield return (state, after);
            state = after;
        }
    }

    private static void Always(Func<(WorkingRules Before, WorkingRules After), bool> holds) =>
        Prop.ForAll(Histories, history => Steps(history).All(holds)).Check(ActivityGenerators.Thoroughly);

    [Fact]
    public void No_adopted_version_ever_changes() => Always(step =>
        step.After.Adopted.Take(step.Before.Adopted.Count).SequenceEqual(step.Before.Adopted)
        && step.After.Adopted.All(a => a.Hash == CanonicalText.HashOf(a.Text.Canonical(Id))));

    [Fact]
    public void No_two_versions_have_one_number() =>
        Always(step => step.After.Adopted.Select(a => a.Version).Distinct().Count() == step.After.Adopted.Count);

    [Fact]
    public void Numbers_are_without_gaps_and_every_clause_has_one() => Always(step =>
    {
        var numbered = step.After.Draft.Numbered().ToList();
        return numbered.Count == step.After.Clauses.Count
            && numbered.Select(n => n.Clause.Id).SequenceEqual(step.After.Clauses.Select(c => c.Id))
            && numbered.GroupBy(n => n.Heading.Id).All(g => g.Select(n => n.Place).SequenceEqual(Enumerable.Range(1, g.Count())));
    });

    [Fact]
    public void The_hash_changes_with_the_content_and_with_nothing_else() => Always(step =>
        (HashOf(step.Before) == HashOf(step.After)) == Content(step.Before).Equals(Content(step.After)));

    // What a reader sees in the three languages, clause by clause.
    private static ValueList<(string, LocalText, LocalText)> Content(WorkingRules rules) =>
    [
        .. rules.Headings.Select((h, i) => ($"{i + 1}", h.Title, LocalText.Empty)),
        .. rules.Draft.Numbered().Select(n => (n.Number, n.Clause.Title, n.Clause.Text)),
    ];

    [Fact]
    public void A_proposal_once_settled_stays_as_it_is() => Always(step =>
        step.Before.Proposals.Where(p => !p.IsOpen).All(p => step.After.Find(p.Id) == p));

    [Fact]
    public void In_a_round_the_text_stays_as_it_is() =>
        Always(step => step.Before.Round is null || step.After.Draft == step.Before.Draft);
}
