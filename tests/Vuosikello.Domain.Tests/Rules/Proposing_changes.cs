using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.Rules.RulesSample;

namespace Vuosikello.Domain.Tests.Rules;

public sealed class Proposing_changes
{
    private static readonly PartnerId Kerava = new("kerava");
    private static readonly RulesClauseRemoved Removed = new(Keys, null);
    private static readonly LocalText Why = new("Ei nyt.");

    private static ChangeOrigin Origin => new(First);

    [Fact]
    public void All_four_kinds_are_proposed_and_stand_beside_each_other()
    {
        ProposedChange[] changes =
        [
            ProposedChange.New(Fresh, StandardHeadings.Cooperation, null, Title, Text),
            ProposedChange.Changed(Keys, Title, Longer),
            ProposedChange.Moved(Keys, StandardHeadings.Cooperation, 1),
            ProposedChange.Removed(Keys),
        ];
        foreach (var change in changes)
            Given(Drafted, Proposed).When(new ProposeChange(Id, Second, change, LocalText.Empty)).Then(new ChangeProposed(Second, change, LocalText.Empty));
    }

    [Fact]
    public void What_is_proposed_makes_sense()
    {
        void Refused(ProposedChange change, string code, string field) =>
            Given(Drafted, Removed).When(new ProposeChange(Id, First, change, LocalText.Empty)).ThenRefused(code, field);

        Refused(ProposedChange.Removed(Keys), ProblemCodes.ClauseIsRemoved, "clause");
        Refused(ProposedChange.Removed(Fresh), ProblemCodes.NoSuchClause, "clause");
        Refused(ProposedChange.New(Cleaning, StandardHeadings.Premises, null, Title, Text), ProblemCodes.ClauseExists, "clause");
        Refused(ProposedChange.New(Fresh, new("muu"), null, Title, Text), ProblemCodes.NoSuchHeading, "heading");
        Refused(ProposedChange.Moved(Cleaning, StandardHeadings.Premises, 0), ProblemCodes.NumberOutOfRange, "place");
        Refused(ProposedChange.Moved(Cleaning, StandardHeadings.Premises, 1), ProblemCodes.ProposesNothing, "proposal");
        Refused(ProposedChange.Changed(Cleaning, LocalText.Empty, new("Tila siivotaan.")), ProblemCodes.ProposesNothing, "proposal");
        Refused(ProposedChange.Changed(Cleaning, Title, LocalText.Empty), ProblemCodes.TextMissing, "text");
    }

    [Fact]
    public void A_proposal_is_made_once() =>
        Given(Drafted, Proposed).When(new ProposeChange(Id, First, ProposedChange.Removed(Cleaning), LocalText.Empty)).ThenRefused(ProblemCodes.ProposalExists, "proposal");

    [Fact]
    public void Those_who_made_it_revise_and_withdraw_it_and_nobody_else()
    {
        var change = ProposedChange.Changed(Keys, Title, new LocalText("Lyhyesti."));
        var revised = new ReviseProposal(Id, First, change, LocalText.Empty);
        By(Kerava, Drafted).GivenBy(Stamps.Editor, Proposed).When(revised).Then(new ProposalRevised(First, change, LocalText.Empty));
        By(Kerava, Drafted).GivenBy(Stamps.Editor, Proposed).When(revised with { Change = Proposed.Change, Reason = Proposed.Reason }).ThenNothing();
        By(Kerava, Drafted).GivenBy(Stamps.Editor, Proposed).When(revised with { Change = ProposedChange.Removed(Keys) }).ThenRefused(ProblemCodes.ProposalIsAnother, "proposal");
        By(new("tuusula"), Drafted).GivenBy(Stamps.Editor, Proposed).When(revised).ThenRefused(ProblemCodes.NotOwnProposal, "proposal");
        By(null, Drafted).GivenBy(Stamps.Editor, Proposed).When(new WithdrawProposal(Id, First)).ThenRefused(ProblemCodes.NotOwnProposal, "proposal");
        By(Kerava, Drafted).GivenBy(Stamps.Editor, Proposed).When(new WithdrawProposal(Id, First)).Then(new ProposalWithdrawn(First));
        By(Kerava, Drafted).GivenBy(Stamps.Editor, Proposed, new ProposalWithdrawn(First)).When(new WithdrawProposal(Id, First)).ThenNothing();
        Given(Drafted).When(new WithdrawProposal(Id, First)).ThenRefused(ProblemCodes.NoSuchProposal, "proposal");
    }

    [Fact]
    public void One_is_taken_as_it_is_and_the_change_says_where_it_came_from()
    {
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1)).Then(new ProposalTaken(First, false), new RulesClauseReworded(Keys, Longer, Origin));
        var added = ProposedChange.New(Fresh, StandardHeadings.Premises, 9, Title, Text);
        Given(Drafted, Proposed with { Change = added }).When(new TakeProposal(Id, First, 1))
            .Then(new ProposalTaken(First, false), new RulesClauseAdded(Fresh, StandardHeadings.Premises, 3, Title, Text, Origin));
        Given(Drafted, Proposed with { Change = ProposedChange.Moved(Keys, StandardHeadings.Communication, 1) }).When(new TakeProposal(Id, First, 1))
            .Then(new ProposalTaken(First, false), new RulesClauseMoved(Keys, StandardHeadings.Communication, 1, Origin));
        Given(Drafted, Proposed with { Change = ProposedChange.Removed(Keys) }).When(new TakeProposal(Id, First, 1))
            .Then(new ProposalTaken(First, false), new RulesClauseRemoved(Keys, Origin));
    }

    [Fact]
    public void One_is_edited_and_taken()
    {
        var edited = ProposedChange.Changed(Keys, LocalText.Empty, new LocalText("Muokattu."));
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1, edited)).Then(
            new ProposalTaken(First, true), new RulesClauseRetitled(Keys, LocalText.Empty, Origin), new RulesClauseReworded(Keys, new("Muokattu."), Origin));
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1, ProposedChange.Removed(Keys))).ThenRefused(ProblemCodes.ProposalIsAnother, "proposal");
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1, ProposedChange.New(Fresh, StandardHeadings.Premises, 1, Title, Text)))
            .ThenRefused(ProblemCodes.ProposalIsAnother, "proposal");
    }

    [Fact]
    public void Why_one_is_taken_is_kept_with_it()
    {
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1, Reason: Why)).Then(new ProposalTaken(First, false, Why), new RulesClauseReworded(Keys, Longer, Origin));
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1, Reason: LocalText.Empty)).Then(new ProposalTaken(First, false), new RulesClauseReworded(Keys, Longer, Origin));
        Given(Drafted, Proposed).When(new TakeProposal(Id, First, 1, Reason: new(new string('x', RulesDecider.ReasonLimit + 1)))).ThenRefused(ProblemCodes.TextTooLong, "reason");
        Assert.Equal(Why, Given(Drafted, Proposed, new ProposalTaken(First, false, Why)).State!.Find(First)!.Verdict);
    }

    [Fact]
    public void One_is_declined_with_a_reason_and_then_settled()
    {
        Given(Drafted, Proposed).When(new DeclineProposal(Id, First, LocalText.Empty)).ThenRefused(ProblemCodes.TextMissing, "reason");
        Given(Drafted, Proposed).When(new DeclineProposal(Id, First, Why)).Then(new ProposalDeclined(First, Why));
        Given(Drafted, Proposed, new ProposalDeclined(First, Why)).When(new TakeProposal(Id, First, 2)).ThenRefused(ProblemCodes.ProposalIsSettled, "proposal");
        Given(Drafted, Proposed, new ProposalTaken(First, false)).When(new DeclineProposal(Id, First, Why)).ThenRefused(ProblemCodes.ProposalIsSettled, "proposal");
    }

    [Fact]
    public void A_clause_that_was_changed_meanwhile_shows_on_its_proposals_and_is_not_overwritten_unseen()
    {
        var meanwhile = new RulesClauseReworded(Keys, new("Toisin."), null);
        var rules = Samples.Fold<WorkingRules>(Drafted, Proposed, meanwhile);
        Assert.Equal(ProposalStanding.ClauseChanged, rules.Find(First)!.StandingIn(rules));
        Given(Drafted, Proposed, meanwhile).When(new TakeProposal(Id, First, 1)).ThenClashed(new Clash("text", Longer, new LocalText("Toisin."), 2, Stamps.Coordinator));
        Given(Drafted, Proposed, meanwhile).When(new TakeProposal(Id, First, 2)).Then(new ProposalTaken(First, false), new RulesClauseReworded(Keys, Longer, Origin));
    }

    [Fact]
    public void A_proposal_of_a_text_does_not_bring_an_old_title_back() =>
        Given(Drafted, Proposed, new RulesClauseRetitled(Keys, new("Avaimista"), null)).When(new TakeProposal(Id, First, 2))
            .Then(new ProposalTaken(First, false), new RulesClauseReworded(Keys, Longer, Origin));

    [Fact]
    public void On_a_clause_that_was_removed_meanwhile_it_is_refused_or_taken_as_a_new_clause()
    {
        var rules = Samples.Fold<WorkingRules>(Drafted, Proposed, Removed);
        Assert.Equal(ProposalStanding.ClauseRemoved, rules.Find(First)!.StandingIn(rules));
        Given(Drafted, Proposed, Removed).When(new TakeProposal(Id, First, 2)).ThenRefused(new Problem(ProblemCodes.ClauseIsRemoved, "clause"));
        Given(Drafted, Proposed, Removed).When(new TakeProposal(Id, First, 2, ProposedChange.New(Fresh, StandardHeadings.Premises, 1, Title, Longer)))
            .Then(new ProposalTaken(First, true), new RulesClauseAdded(Fresh, StandardHeadings.Premises, 1, Title, Longer, Origin));
        Given(Drafted, Proposed, Removed).When(new TakeProposal(Id, First, 2, ProposedChange.New(Keys, StandardHeadings.Premises, 1, Title, Longer)))
            .ThenRefused(ProblemCodes.ClauseExists, "clause");
        Given(Drafted, Proposed, Removed).When(new DeclineProposal(Id, First, Why)).Then(new ProposalDeclined(First, Why));
    }

    [Fact]
    public void In_a_comment_round_proposals_are_made_and_taken_when_it_has_ended()
    {
        var put = new RulesPutInRound(Round);
        Given(Drafted, put).When(new ProposeChange(Id, First, Proposed.Change, Proposed.Reason)).Then(Proposed);
        Given(Drafted, Proposed, put).When(new TakeProposal(Id, First, 2)).ThenRefused(ProblemCodes.RulesAreInRound);
        Given(Drafted, Proposed, put, new RulesTakenOutOfRound(Round)).When(new TakeProposal(Id, First, 3, null, FromRemark))
            .Then(new ProposalTaken(First, false), new RulesClauseReworded(Keys, Longer, new ChangeOrigin(First, FromRemark.Remark)));
    }

    [Fact]
    public void Nobody_claims_a_proposal_as_the_origin_of_a_change_but_by_taking_it() =>
        Given(Drafted, Proposed).When(new EditRulesClause(Id, Keys, 1, null, new(new LocalText("Muuta.")), new ChangeOrigin(First)))
            .Then(new RulesClauseReworded(Keys, new("Muuta."), null));
}
