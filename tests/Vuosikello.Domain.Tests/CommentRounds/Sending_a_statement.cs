using NodaTime;
using Vuosikello.Domain.CommentRounds;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Sending_a_statement
{
    private static readonly Instant LeaveEnds = Closes + Duration.FromDays(7);
    private static readonly LateStatementAllowed Leave = new(Kerava, LeaveEnds);

    [Fact]
    public void Sending_states_what_the_draft_says() => At(During).Given(Planned, Opened, Drafted).When(new SendStatement(Id, Kerava, 2)).Then(Sent);

    [Fact]
    public void Stands_are_in_the_order_of_the_documents()
    {
        var fees = new DraftedStand(Fees, Stance.InFavour, LocalText.Empty);
        var drafted = new StatementDrafted(Kerava, [fees, new DraftedStand(Premises, Stance.InFavourWithChanges, MoreDays)], new LocalText("Kiitos."));
        At(During).Given(Planned, Opened, drafted).When(new SendStatement(Id, Kerava, 2)).Then(new StatementSent(
            Kerava,
            [new ClauseStand(Premises, Stance.InFavourWithChanges, MoreDays), new ClauseStand(Fees, Stance.InFavour, LocalText.Empty)],
            new LocalText("Kiitos."), Late: false));
    }

    [Fact]
    public void What_is_written_about_a_clause_is_not_sent_before_a_stance_is_chosen()
    {
        var drafted = new StatementDrafted(Kerava, [new DraftedStand(Fees, null, MoreDays)], null);
        At(During).Given(Planned, Opened, drafted).When(new SendStatement(Id, Kerava, 2))
            .ThenRefused(new Problem(ProblemCodes.TextNeedsStance, "stands", ["1.2", Fees.ToString()]));
    }

    [Fact]
    public void Until_the_closing_it_is_replaced_and_there_is_still_one()
    {
        var changed = new StatementDrafted(Kerava, [new DraftedStand(Premises, Stance.InFavour, LocalText.Empty)], null);
        var replaced = Sent with { Stands = [new ClauseStand(Premises, Stance.InFavour, LocalText.Empty)] };
        var verdict = At(During).Given(Planned, Opened, Drafted, Sent, changed).When(new SendStatement(Id, Kerava, 4));

        verdict.Then(replaced);
        Assert.Equal((2, replaced.Stands), (Assert.Single(verdict.After!.Statements).Sent!.Times, verdict.After.Statements[0].Sent!.Stands));
    }

    [Fact]
    public void Sending_the_same_again_is_nothing_new() => At(During).Given(Planned, Opened, Drafted, Sent).When(new SendStatement(Id, Kerava, 3)).ThenNothing();

    [Fact]
    public void Nobody_sends_what_they_have_not_seen() =>
        At(During).Given(Planned, Opened, Drafted).When(new SendStatement(Id, Kerava, 1)).ThenRefused(ProblemCodes.DraftChangedMeanwhile, "basedOn");

    [Fact]
    public void A_statement_says_something_and_who_wants_a_change_says_which()
    {
        At(During).Given(Planned, Opened).When(new SendStatement(Id, Kerava, 1)).ThenRefused(ProblemCodes.StatementEmpty, "stands");
        foreach (var stance in new[] { Stance.Against, Stance.InFavourWithChanges })
        {
            var drafted = new StatementDrafted(Kerava, [new DraftedStand(Fees, stance, LocalText.Empty)], null);
            At(During).Given(Planned, Opened, drafted).When(new SendStatement(Id, Kerava, 2))
                .ThenRefused(new Problem(ProblemCodes.StanceNeedsText, "stands", ["1.2", Fees.ToString()]));
        }
    }

    [Fact]
    public void Only_who_is_invited_sends_and_only_after_the_opening()
    {
        At(During).Given(Planned, Opened, Drafted with { Partner = Outsider }).When(new SendStatement(Id, Outsider, 2)).ThenRefused(ProblemCodes.PartnerNotInvited, "partner");
        var early = Assert.IsType<Decision.Refused>(At(Before).Given(Planned).When(new SendStatement(Id, Kerava, 0)).Decision);
        Assert.Contains(early.Problems, p => p.Code == ProblemCodes.RoundNotOpenYet);
    }

    // The closing at the very second.

    [Fact]
    public void The_last_moment_before_the_closing_is_in_time() =>
        At(Closes - Duration.Epsilon).Given(Planned, Opened, Drafted).When(new SendStatement(Id, Kerava, 2)).Then(Sent);

    [Fact]
    public void The_instant_of_the_closing_is_too_late_although_nobody_has_closed_the_round_yet_and_the_draft_stays()
    {
        var round = At(Closes).Given(Planned, Opened, Drafted);
        round.When(new SendStatement(Id, Kerava, 2)).ThenRefused(new Problem(ProblemCodes.StatementTooLate, "round", ["2026-09-30T16:00"]));
        Assert.Equal(MoreDays, round.State!.StatementOf(Kerava)!.DraftOf(Premises)!.Stand.Text);
    }

    [Fact]
    public void What_comes_after_the_closing_in_the_stream_is_too_late_whatever_its_clock_says() =>
        At(Closes - Duration.Epsilon).Given(Planned, Opened, Drafted, Closed).When(new SendStatement(Id, Kerava, 2)).ThenRefused(ProblemCodes.StatementTooLate, "round");

    // Late, with leave.

    [Fact]
    public void With_leave_one_partner_states_late()
    {
        At(After).Given(Planned, Opened, Drafted, Closed, Leave).When(new SendStatement(Id, Kerava, 2)).Then(Sent with { Late = true });
        At(LeaveEnds).Given(Planned, Opened, Drafted, Closed, Leave).When(new SendStatement(Id, Kerava, 2))
            .ThenRefused(new Problem(ProblemCodes.StatementTooLate, "round", ["2026-10-07T16:00"]));
        At(After).Given(Planned, Opened, Drafted with { Partner = Tuusula }, Closed, Leave).When(new SendStatement(Id, Tuusula, 2))
            .ThenRefused(ProblemCodes.StatementTooLate, "round");
    }

    [Fact]
    public void What_was_sent_in_time_is_not_late_because_of_a_leave() =>
        At(During).Given(Planned, Opened, Drafted, Leave).When(new SendStatement(Id, Kerava, 2)).Then(Sent);

    [Fact]
    public void Leave_is_given_to_the_invited_beyond_the_closing_and_the_present()
    {
        At(After).Given(Planned, Opened, Closed).When(new AllowLateStatement(Id, Kerava, LeaveEnds)).Then(Leave);
        At(After).Given(Planned, Opened, Closed, Leave).When(new AllowLateStatement(Id, Kerava, LeaveEnds)).ThenNothing();
        At(During).Given(Planned, Opened).When(new AllowLateStatement(Id, Kerava, LeaveEnds)).Then(Leave);
        At(During).Given(Planned, Opened).When(new AllowLateStatement(Id, Kerava, Closes)).ThenRefused(new Problem(ProblemCodes.LeaveEndsTooSoon, "until", ["2026-09-30T16:00"]));
        At(After).Given(Planned, Opened, Closed).When(new AllowLateStatement(Id, Kerava, After)).ThenRefused(ProblemCodes.LeaveEndsTooSoon, "until");
        At(After).Given(Planned, Opened, Closed).When(new AllowLateStatement(Id, Outsider, LeaveEnds)).ThenRefused(ProblemCodes.PartnerNotInvited, "partner");
        At(Before).Given(Planned).When(new AllowLateStatement(Id, Kerava, LeaveEnds)).ThenRefused(ProblemCodes.RoundNotOpenYet, "round");
    }

    [Fact]
    public void What_was_answered_is_not_replaced_whatever_the_clock_says()
    {
        var answered = new RemarkAnswered(Kerava, Premises, AnswerKind.Accepted, LocalText.Empty);
        var changed = new StatementDrafted(Kerava, [new DraftedStand(Premises, Stance.InFavour, LocalText.Empty)], null);
        At(LeaveEnds - Duration.FromSeconds(1)).Given(Planned, Opened, Drafted, Sent, Closed, Leave, answered, changed)
            .When(new SendStatement(Id, Kerava, 7)).ThenRefused(new Problem(ProblemCodes.StatementAnswered, "partner", ["kerava"]));
        At(After).Given(Planned, Opened, Drafted, Closed, Leave, answered with { Partner = Tuusula }).When(new SendStatement(Id, Kerava, 2)).Then(Sent with { Late = true });
    }

    [Fact]
    public void Who_was_answered_gets_no_leave_to_say_something_else() =>
        At(After).Given(Planned, Opened, Drafted, Sent, Closed, new RemarkAnswered(Kerava, Premises, AnswerKind.Accepted, LocalText.Empty))
            .When(new AllowLateStatement(Id, Kerava, LeaveEnds)).ThenRefused(new Problem(ProblemCodes.StatementAnswered, "partner", ["kerava"]));
}
