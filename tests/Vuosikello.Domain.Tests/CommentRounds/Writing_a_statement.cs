using Vuosikello.Domain.CommentRounds;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Writing_a_statement
{
    private static readonly DraftedStand Wanted = new(Premises, Stance.InFavourWithChanges, MoreDays);
    private static readonly LocalText Thanks = new("Kiitos valmistelusta.");

    [Fact]
    public void A_draft_keeps_what_changed_and_nothing_else()
    {
        var open = At(During).Given(Planned, Opened);
        open.When(new DraftStatement(Id, Kerava, 1, [Wanted])).Then(Drafted);
        open.When(new DraftStatement(Id, Kerava, 1, [], Thanks)).Then(new StatementDrafted(Kerava, [], Thanks));
        open.When(new DraftStatement(Id, Kerava, 1, [new DraftedStand(Fees, null, LocalText.Empty)], LocalText.Empty)).ThenNothing();
        At(During).Given(Planned, Opened, Drafted).When(new DraftStatement(Id, Kerava, 2, [Wanted, new DraftedStand(Fees, Stance.Against, LocalText.Empty)]))
            .Then(new StatementDrafted(Kerava, [new DraftedStand(Fees, Stance.Against, LocalText.Empty)], null));
    }

    [Fact]
    public void What_was_drafted_is_taken_away_again() =>
        At(During).Given(Planned, Opened, Drafted).When(new DraftStatement(Id, Kerava, 2, [new DraftedStand(Premises, null, LocalText.Empty)]))
            .Then(new StatementDrafted(Kerava, [new DraftedStand(Premises, null, LocalText.Empty)], null));

    [Fact]
    public void Two_people_of_one_partner_write_on_one_statement()
    {
        var colleague = By(7, Kerava, During);
        var both = At(During).Given(Planned, Opened).GivenBy(colleague, Drafted)
            .Given(new StatementDrafted(Kerava, [new DraftedStand(Fees, Stance.InFavour, LocalText.Empty)], null));

        var statement = Assert.Single(both.State!.Statements);
        Assert.Equal([Premises, Fees], statement.Draft.Select(e => e.Stand.Clause));
        Assert.Equal([colleague, Stamps.Coordinator], statement.Draft.Select(e => e.Touch.Stamp));
    }

    [Fact]
    public void What_a_colleague_wrote_on_another_clause_is_merged()
    {
        var fees = new DraftedStand(Fees, Stance.InFavour, LocalText.Empty);
        At(During).Given(Planned, Opened).GivenBy(By(7, Kerava, During), Drafted).When(new DraftStatement(Id, Kerava, 1, [fees]))
            .Then(new StatementDrafted(Kerava, [fees], null));
    }

    [Fact]
    public void What_a_colleague_wrote_on_the_same_clause_clashes_and_nobody_loses()
    {
        var (mine, colleague) = (new DraftedStand(Premises, Stance.Against, new LocalText("Ei käy.")), By(7, Kerava, During));
        var fees = new DraftedStand(Fees, Stance.InFavour, LocalText.Empty);
        At(During).Given(Planned, Opened).GivenBy(colleague, Drafted).When(new DraftStatement(Id, Kerava, 1, [fees, mine]))
            .ThenClashed(new Clash(CommentRoundDecider.FieldOf(Premises), mine, Wanted, 2, colleague));
        At(During).Given(Planned, Opened).GivenBy(colleague, Drafted).When(new DraftStatement(Id, Kerava, 2, [mine]))
            .Then(new StatementDrafted(Kerava, [mine], null));
    }

    [Fact]
    public void The_remark_on_the_whole_clashes_likewise()
    {
        var colleague = By(7, Kerava, During);
        At(During).Given(Planned, Opened).GivenBy(colleague, new StatementDrafted(Kerava, [], Thanks)).When(new DraftStatement(Id, Kerava, 1, [], MoreDays))
            .ThenClashed(new Clash("general", MoreDays, Thanks, 2, colleague));
    }

    [Fact]
    public void Another_partners_draft_is_none_of_this_ones() =>
        At(During).Given(Planned, Opened, Drafted).When(new DraftStatement(Id, Tuusula, 1, [Wanted with { Stance = Stance.Against }]))
            .Then(new StatementDrafted(Tuusula, [Wanted with { Stance = Stance.Against }], null));

    [Fact]
    public void A_draft_is_on_the_clauses_of_the_round_by_an_invited_partner_after_it_has_opened()
    {
        var open = At(During).Given(Planned, Opened);
        open.When(new DraftStatement(Id, Outsider, 1, [Wanted])).ThenRefused(ProblemCodes.PartnerNotInvited, "partner");
        open.When(new DraftStatement(Id, Kerava, 1, [Wanted with { Clause = Unknown }])).ThenRefused(ProblemCodes.ClauseNotInRound, "stands");
        open.When(new DraftStatement(Id, Kerava, 1, [Wanted, Wanted])).ThenRefused(ProblemCodes.NamedTwice, "stands");
        open.When(new DraftStatement(Id, Kerava, 9, [Wanted])).ThenRefused(ProblemCodes.BasedOnUnknownVersion, "basedOn");
        open.When(new DraftStatement(Id, Kerava, 1, [Wanted with { Text = new LocalText(new string('x', 20_001)) }])).ThenRefused(ProblemCodes.TextTooLong, "stands");
        open.When(new DraftStatement(Id, Kerava, 1, [], new LocalText("\u0007"))).ThenRefused(ProblemCodes.TextHasControlCharacters, "general");
        var early = At(Before).Given(Planned).When(new DraftStatement(Id, Kerava, 0, []));
        early.ThenRefused(new Problem(ProblemCodes.RoundNotOpenYet, "round", ["2026-08-10T08:00"]));
    }

    [Fact]
    public void A_draft_is_kept_after_the_closing_too() => At(After).Given(Planned, Opened, Closed).When(new DraftStatement(Id, Kerava, 2, [Wanted])).Then(Drafted);
}
