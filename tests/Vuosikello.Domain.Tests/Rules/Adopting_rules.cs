using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.Rules.RulesSample;

namespace Vuosikello.Domain.Tests.Rules;

public sealed class Adopting_rules
{
    private static readonly LocalText Decision = new("Päätösseminaari 18.11.");
    private static readonly RulesClauseReworded Changed = new(Keys, Longer, null);

    private static AdoptRules Adopt(int year, params IEvent[] events) => new(Id, year, HashOf(Samples.Fold<WorkingRules>(events)), Decision);

    [Fact]
    public void The_draft_becomes_a_version_of_the_year_and_the_next_draft_goes_on_from_it()
    {
        var verdict = Given(Drafted).When(Adopt(2009, Drafted));
        verdict.Then(Adopted(2009, 1, Drafted) with { Decision = Decision });
        var rules = verdict.After!;
        Assert.Equal("2009", rules.InForce!.Version.ToString());
        Assert.Equal(rules.Draft, rules.InForce.Text);
    }

    [Fact]
    public void A_second_version_in_a_year_is_numbered_so()
    {
        var first = Adopted(2009, 1, Drafted);
        Given(Drafted, first, Changed).When(Adopt(2009, Drafted, first, Changed)).Then(Adopted(2009, 2, Drafted, Changed) with { Decision = Decision });
        Assert.Equal("2009.2", new RulesVersion(2009, 2).ToString());
        Given(Drafted, first, Changed).When(Adopt(2010, Drafted, first, Changed)).Then(Adopted(2010, 1, Drafted, Changed) with { Decision = Decision });
    }

    [Fact]
    public void A_version_keeps_its_text_when_the_draft_changes()
    {
        var rules = Samples.Fold<WorkingRules>(Drafted, Adopted(2009, 1, Drafted), Changed);
        Assert.Equal(Text, rules.Adopted[0].Text.Clauses[0].Text);
        Assert.Equal(Longer, rules.Draft.Clauses[0].Text);
        Assert.Equal(rules.Adopted[0].Hash, CanonicalText.HashOf(rules.Adopted[0].Text.Canonical(Id)));
    }

    [Fact]
    public void Only_the_text_that_was_looked_at_is_adopted() =>
        Given(Drafted, Changed).When(Adopt(2009, Drafted)).ThenRefused(ProblemCodes.DraftHasChanged, "hash");

    [Fact]
    public void Nothing_and_nothing_new_is_not_adopted()
    {
        var empty = new RulesDrafted(Id, StandardHeadings.All, []);
        var first = Adopted(2009, 1, Drafted);
        Given(empty).When(Adopt(2009, empty)).ThenRefused(ProblemCodes.NothingToAdopt);
        Given(Drafted, first).When(Adopt(2010, Drafted, first)).ThenRefused(new Problem(ProblemCodes.SameAsInForce, "", ["2009"]));
    }

    [Fact]
    public void No_version_is_put_before_the_last_one_nor_outside_the_years_there_are()
    {
        var first = Adopted(2009, 1, Drafted);
        Given(Drafted, first, Changed).When(Adopt(2008, Drafted, first, Changed)).ThenRefused(new Problem(ProblemCodes.AdoptedLaterAlready, "year", ["2008", "2009"]));
        Given(Drafted).When(Adopt(3000, Drafted)).ThenRefused(ProblemCodes.NumberOutOfRange, "year");
    }

    [Fact]
    public void Nothing_is_adopted_while_it_is_commented_on()
    {
        var put = new RulesPutInRound(Round);
        Given(Drafted, put).When(Adopt(2009, Drafted, put)).ThenRefused(ProblemCodes.RulesAreInRound);
    }

    [Fact]
    public void Frozen_for_a_round_the_draft_has_its_numbers_titles_and_hash()
    {
        var rules = Samples.Fold<WorkingRules>(Drafted);
        var frozen = rules.Freeze();
        Assert.Equal((DocumentKind.WorkingRules, "kuuma-seutu", 0L, HashOf(rules)), (frozen.Kind, frozen.Id, frozen.Version, frozen.Hash));
        Assert.Equal(
            [new(Keys, "1.1", Title, Text), new(Cleaning, "1.2", StandardHeadings.All[0].Title, new("Tila siivotaan.")), new FrozenClause(Contacts, "2.1", StandardHeadings.All[1].Title, new("Yhteyshenkilö nimetään."))],
            frozen.Clauses);
    }

    [Fact]
    public void The_canonical_text_is_exactly_this()
    {
        var text = new RulesText([StandardHeadings.All[0]], [new(Keys, StandardHeadings.Premises, new("Avaimet"), new("Rivi\ntoinen", "Rad"))]);
        Assert.Equal(
            "vuosikello: working-rules 1\npartnership: kuuma-seutu\nheading: 1\ntitle/fi: Tilat\ntitle/sv: Lokaler\ntitle/en: Premises\n"
            + "clause: 1.1\ntitle/fi: Avaimet\ntext/fi:\n| Rivi\n| toinen\ntext/sv: Rad\n",
            text.Canonical(Id));
    }
}
