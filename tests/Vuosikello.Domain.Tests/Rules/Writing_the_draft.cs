using NodaTime;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.Rules.RulesSample;

namespace Vuosikello.Domain.Tests.Rules;

public sealed class Writing_the_draft
{
    [Fact]
    public void A_first_draft_has_the_four_headings_and_the_clauses_it_starts_from()
    {
        Given().When(new DraftRules(Id, [Drafted.Clauses[2], Drafted.Clauses[0], Drafted.Clauses[1]])).Then(Drafted);
        Given().When(new DraftRules(Id, [])).Then(new RulesDrafted(Id, StandardHeadings.All, []));
        Assert.Equal(["premises", "communication", "financial-support", "cooperation"], StandardHeadings.All.Select(h => h.Id.Value));
    }

    [Fact]
    public void A_partnership_has_one_set_of_rules() =>
        Given(Drafted).When(new DraftRules(Id, [])).ThenRefused(new Problem(ProblemCodes.RulesExist, "partnership", ["kuuma-seutu"]));

    [Fact]
    public void Rules_need_their_partnership_and_what_is_not_drafted_is_not_edited()
    {
        new Scenario<WorkingRules, IRulesCommand>((state, command) => RulesDecider.Decide(state, command, new RulesSurroundings(null, null), Instant.MinValue))
            .When(new DraftRules(Id, [])).ThenRefused(ProblemCodes.NoSuchPartnership, "partnership");
        Given().When(new AdoptRules(Id, 2026, "", LocalText.Empty)).ThenRefused(ProblemCodes.NoSuchRules, "partnership");
    }

    [Fact]
    public void A_first_draft_takes_no_clause_twice_nor_under_a_heading_that_there_is_not()
    {
        Given().When(new DraftRules(Id, [Drafted.Clauses[0], Drafted.Clauses[0]])).ThenRefused(ProblemCodes.NamedTwice, "clauses");
        Given().When(new DraftRules(Id, [Drafted.Clauses[0] with { Heading = new("muu") }])).ThenRefused(ProblemCodes.NoSuchHeading, "heading");
        Given().When(new DraftRules(Id, [Drafted.Clauses[0] with { Text = LocalText.Empty }])).ThenRefused(ProblemCodes.TextMissing, "text");
    }

    [Fact]
    public void Numbers_follow_from_the_order() =>
        Assert.Equal(["1.1", "1.2", "2.1"], Samples.Fold<WorkingRules>(Drafted).Draft.Numbered().Select(n => n.Number));

    [Fact]
    public void A_clause_is_added_at_a_place_or_last()
    {
        Given(Drafted).When(new AddRulesClause(Id, Fresh, StandardHeadings.Premises, 1, Title, Text)).Then(new RulesClauseAdded(Fresh, StandardHeadings.Premises, 1, Title, Text, null));
        Given(Drafted).When(new AddRulesClause(Id, Fresh, StandardHeadings.Premises, null, Title, Text)).Then(new RulesClauseAdded(Fresh, StandardHeadings.Premises, 3, Title, Text, null));
        Given(Drafted).When(new AddRulesClause(Id, Fresh, StandardHeadings.Premises, 4, Title, Text)).ThenRefused(new Problem(ProblemCodes.NumberOutOfRange, "place", ["4", "1", "3"]));
        Given(Drafted).When(new AddRulesClause(Id, Keys, StandardHeadings.Premises, 1, Title, Text)).ThenRefused(ProblemCodes.ClauseExists, "clause");
        Given(Drafted).When(new AddRulesClause(Id, Fresh, new("muu"), 1, Title, Text)).ThenRefused(ProblemCodes.NoSuchHeading, "heading");
    }

    [Fact]
    public void A_clause_of_100_000_characters_is_taken_and_one_more_is_refused()
    {
        var full = new LocalText(new string('å', 100_000), new string('ä', 100_000), new string('ö', 100_000));
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, null, new(full))).Then(new RulesClauseReworded(Keys, full, null));
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, null, new(new LocalText(new string('å', 100_001)))))
            .ThenRefused(new Problem(ProblemCodes.TextTooLong, "text", ["100000", "100001"]));
    }

    [Fact]
    public void Only_what_changed_is_stored()
    {
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, new(Title), new(Longer))).Then(new RulesClauseReworded(Keys, Longer, null));
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, new(LocalText.Empty), null)).Then(new RulesClauseRetitled(Keys, LocalText.Empty, null));
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, new(Title), new(Text))).ThenNothing();
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, null, new(LocalText.Empty))).ThenRefused(ProblemCodes.TextMissing, "text");
        Given(Drafted).When(new EditRulesClause(Id, Keys, 7, null, new(Longer))).ThenRefused(ProblemCodes.BasedOnUnknownVersion, "basedOn");
    }

    [Fact]
    public void Two_editors_in_one_clause_lose_nothing()
    {
        var theirs = new RulesClauseReworded(Keys, new("Toisin."), null);
        Given(Drafted, theirs).When(new EditRulesClause(Id, Keys, 0, null, new(Longer)))
            .ThenClashed(new Clash("text", Longer, new LocalText("Toisin."), 1, Stamps.Coordinator));
        Given(Drafted, theirs).When(new EditRulesClause(Id, Keys, 0, new(LocalText.Empty), null)).Then(new RulesClauseRetitled(Keys, LocalText.Empty, null));
        Given(Drafted, theirs).When(new EditRulesClause(Id, Keys, 1, null, new(Longer))).Then(new RulesClauseReworded(Keys, Longer, null));
        Given(Drafted, theirs).When(new EditRulesClause(Id, Cleaning, 0, null, new(Longer))).Then(new RulesClauseReworded(Cleaning, Longer, null));
        Given(Drafted, theirs).When(new RemoveRulesClause(Id, Keys, 0)).ThenClashed(new Clash("text", LocalText.Empty, new LocalText("Toisin."), 1, Stamps.Coordinator));
    }

    [Fact]
    public void A_clause_moves_and_the_others_close_up()
    {
        var rules = Given(Drafted).When(new MoveRulesClause(Id, Keys, 0, StandardHeadings.Communication, null));
        rules.Then(new RulesClauseMoved(Keys, StandardHeadings.Communication, 2, null));
        Assert.Equal([Cleaning, Contacts, Keys], rules.After!.Draft.Numbered().Select(n => n.Clause.Id));
        Assert.Equal(["1.1", "2.1", "2.2"], rules.After.Draft.Numbered().Select(n => n.Number));
        Given(Drafted).When(new MoveRulesClause(Id, Keys, 0, StandardHeadings.Premises, 1)).ThenNothing();
        Given(Drafted).When(new MoveRulesClause(Id, Keys, 0, StandardHeadings.Premises, 3)).ThenRefused(ProblemCodes.NumberOutOfRange, "place");
    }

    [Fact]
    public void Two_who_move_one_clause_clash()
    {
        var theirs = new RulesClauseMoved(Keys, StandardHeadings.Premises, 2, null);
        Given(Drafted, theirs).When(new MoveRulesClause(Id, Keys, 0, StandardHeadings.Communication, 1)).ThenClashed(new Clash(
            "place", new ClausePlace(StandardHeadings.Communication, 1), new ClausePlace(StandardHeadings.Premises, 2), 1, Stamps.Coordinator));
    }

    [Fact]
    public void What_was_removed_is_neither_edited_nor_moved_nor_removed_again()
    {
        var removed = new RulesClauseRemoved(Keys, null);
        Given(Drafted).When(new RemoveRulesClause(Id, Keys, 0)).Then(removed);
        Given(Drafted, removed).When(new EditRulesClause(Id, Keys, 0, null, new(Longer))).ThenRefused(ProblemCodes.ClauseIsRemoved, "clause");
        Given(Drafted, removed).When(new MoveRulesClause(Id, Keys, 0, StandardHeadings.Premises, 1)).ThenRefused(ProblemCodes.ClauseIsRemoved, "clause");
        Given(Drafted, removed).When(new RemoveRulesClause(Id, Keys, 0)).ThenRefused(ProblemCodes.ClauseIsRemoved, "clause");
        Given(Drafted).When(new RemoveRulesClause(Id, Fresh, 0)).ThenRefused(ProblemCodes.NoSuchClause, "clause");
    }

    [Fact]
    public void A_partnership_adds_headings_and_removes_them_when_they_are_empty()
    {
        HeadingId own = new("ymparisto");
        var added = new RulesHeadingAdded(own, new("Ympäristö"));
        Given(Drafted).When(new AddRulesHeading(Id, own, new("Ympäristö"))).Then(added);
        Given(Drafted, added).When(new AddRulesHeading(Id, own, new("Ympäristö"))).ThenRefused(ProblemCodes.HeadingExists, "heading");
        Given(Drafted, added).When(new RenameRulesHeading(Id, own, new("Luonto"))).Then(new RulesHeadingRenamed(own, new("Luonto")));
        Given(Drafted, added).When(new RemoveRulesHeading(Id, own)).Then(new RulesHeadingRemoved(own));
        Given(Drafted, added, new RulesClauseMoved(Keys, own, 1, null)).When(new RemoveRulesHeading(Id, own))
            .ThenRefused(new Problem(ProblemCodes.HeadingHasClauses, "heading", ["ymparisto", "1"]));
        Given(Drafted).When(new RemoveRulesHeading(Id, StandardHeadings.Cooperation)).ThenRefused(ProblemCodes.HeadingIsStandard, "heading");
        Given(Drafted).When(new RenameRulesHeading(Id, own, new("Luonto"))).ThenRefused(ProblemCodes.NoSuchHeading, "heading");
    }

    [Fact]
    public void In_a_comment_round_nothing_changes_the_text()
    {
        var put = new RulesPutInRound(Round);
        Given(Drafted).When(new PutRulesInRound(Id, Round)).Then(put);
        Given(Drafted, put).When(new PutRulesInRound(Id, Round)).ThenNothing();
        Given(Drafted, put).When(new PutRulesInRound(Id, OtherRound)).ThenRefused(ProblemCodes.RulesAreInRound, "round");
        Given(Drafted, put).When(new EditRulesClause(Id, Keys, 0, null, new(Longer))).ThenRefused(new Problem(ProblemCodes.RulesAreInRound, "", ["syksy"]));
        Given(Drafted, put).When(new EditRulesClause(Id, Keys, 0, null, new(Longer), FromRemark)).ThenRefused(ProblemCodes.RulesAreInRound);
        Given(Drafted, put).When(new AddRulesHeading(Id, new("muu"), new("Muu"))).ThenRefused(ProblemCodes.RulesAreInRound);
        Given(Drafted, put).When(new TakeRulesOutOfRound(Id, Round)).Then(new RulesTakenOutOfRound(Round));
        Given(Drafted, put).When(new TakeRulesOutOfRound(Id, OtherRound)).ThenNothing();
        Given(Drafted, put, new RulesTakenOutOfRound(Round)).When(new EditRulesClause(Id, Keys, 0, null, new(Longer))).Then(new RulesClauseReworded(Keys, Longer, null));
    }

    [Fact]
    public void A_change_follows_from_a_remark_of_a_closed_round_or_from_none()
    {
        Given(Drafted).When(new EditRulesClause(Id, Keys, 0, null, new(Longer), FromRemark)).Then(new RulesClauseReworded(Keys, Longer, FromRemark));
        foreach (var remark in (RemarkReference[])[FromRemark.Remark! with { Round = OtherRound }, FromRemark.Remark! with { Clause = Cleaning }])
            Given(Drafted).When(new RemoveRulesClause(Id, Keys, 0, new ChangeOrigin(Remark: remark))).ThenRefused(ProblemCodes.OriginIsNoRemark, "origin");
    }
}
