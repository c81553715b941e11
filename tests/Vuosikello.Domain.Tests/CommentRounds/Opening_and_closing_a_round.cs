using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Opening_and_closing_a_round
{
    [Fact]
    public void Opening_keeps_the_documents_whole_as_they_stand() => At(Opens).Given(Planned).When(new OpenRound(Id, [])).Then(Opened);

    [Fact]
    public void A_package_is_read_rules_first_then_agreements_then_the_year()
    {
        var agreement = new AgreementId(Samples.PartnershipId, "tilat");
        FrozenDocument lease = RulesDraft with { Kind = DocumentKind.Agreement, Id = agreement.ToString() };
        FrozenDocument year = RulesDraft with { Kind = DocumentKind.AnnualCycle, Id = "kuuma-seutu-2026" };
        var plan = Plan with { Subject = new RoundSubject(true, [agreement], 2026) };

        At(Opens, Around with { Documents = [year, lease, RulesDraft] }).Given(new RoundPlanned(Id, plan)).When(new OpenRound(Id, []))
            .Then(new RoundOpened([RulesDraft, lease, year]));
    }

    [Fact]
    public void A_round_opens_once() => At(During).Given(Planned, Opened).When(new OpenRound(Id, [])).ThenNothing();

    [Fact]
    public void It_does_not_open_when_its_window_has_gone_by() =>
        At(Closes).Given(Planned).When(new OpenRound(Id, [])).ThenRefused(new Problem(ProblemCodes.RoundIsOver, "round", ["2026-09-30T16:00"]));

    [Fact]
    public void It_does_not_open_on_nothing_nor_on_what_is_commented_on_elsewhere()
    {
        At(Opens, Around with { Documents = [] }).Given(Planned).When(new OpenRound(Id, [])).ThenRefused(ProblemCodes.DocumentNotFound, "subject");
        At(Opens, Around with { Documents = [RulesDraft with { Clauses = [] }] }).Given(Planned).When(new OpenRound(Id, [])).ThenRefused(ProblemCodes.DocumentEmpty, "subject");
        At(Opens, Around with { Adopted = [DocumentName.Of(RulesDraft)] }).Given(Planned).When(new OpenRound(Id, [])).ThenRefused(ProblemCodes.DocumentNotDraft, "subject");
        At(Opens, Around with { Elsewhere = [DocumentName.Of(RulesDraft)] }).Given(Planned).When(new OpenRound(Id, []))
            .ThenRefused(ProblemCodes.DocumentInAnotherRound, "subject");
    }

    [Fact]
    public void It_closes_at_its_time_and_says_who_stated()
    {
        At(Closes).Given(Planned, Opened, Drafted, Sent).When(new CloseRound(Id)).Then(Closed);
        At(Closes).Given(Planned, Opened, Closed).When(new CloseRound(Id)).ThenNothing();
        At(Closes - Duration.Epsilon).Given(Planned, Opened).When(new CloseRound(Id)).ThenNothing();
    }

    [Fact]
    public void Whoever_would_close_a_round_that_was_prolonged_meanwhile_changes_nothing() =>
        At(Closes).Given(Planned, Opened, new RoundProlonged(After)).When(new CloseRound(Id)).ThenNothing();

    [Fact]
    public void An_open_round_is_prolonged_and_never_made_shorter()
    {
        At(During).Given(Planned, Opened).When(new ProlongRound(Id, After)).Then(new RoundProlonged(After));
        At(During).Given(Planned, Opened).When(new ProlongRound(Id, Closes)).ThenNothing();
        At(During).Given(Planned, Opened).When(new ProlongRound(Id, During)).ThenRefused(new Problem(ProblemCodes.ClosingNotLater, "closes", ["2026-09-30T16:00"]));
        At(Before).Given(Planned).When(new ProlongRound(Id, After)).ThenRefused(new Problem(ProblemCodes.RoundNotOpenYet, "round", ["2026-08-10T08:00"]));
        At(Closes).Given(Planned, Opened).When(new ProlongRound(Id, After)).ThenRefused(ProblemCodes.RoundIsOver, "round");
        At(After).Given(Planned, Opened, Closed).When(new ProlongRound(Id, After + Duration.FromDays(1))).ThenRefused(ProblemCodes.RoundIsOver, "round");
    }

    [Fact]
    public void More_partners_are_asked_while_it_is_open()
    {
        At(During).Given(Planned, Opened).When(new InviteToRound(Id, [Kerava, Outsider])).Then(new PartnersInvited([Outsider]));
        At(During).Given(Planned, Opened).When(new InviteToRound(Id, [Kerava])).ThenNothing();
        At(During).Given(Planned, Opened).When(new InviteToRound(Id, [])).ThenRefused(ProblemCodes.NobodyInvited, "partners");
        At(During).Given(Planned, Opened).When(new InviteToRound(Id, [new PartnerId("tuntematon")])).ThenRefused(ProblemCodes.NoSuchPartner, "partners");
        At(Closes).Given(Planned, Opened).When(new InviteToRound(Id, [Outsider])).ThenRefused(ProblemCodes.RoundIsOver, "round");
    }

    [Fact]
    public void It_is_cancelled_only_before_anything_was_sent()
    {
        var reason = new LocalText("Väärä versio");
        At(Before).Given(Planned).When(new CancelRound(Id, reason)).Then(new RoundCancelled(reason));
        At(During).Given(Planned, Opened, Drafted).When(new CancelRound(Id, reason)).Then(new RoundCancelled(reason));
        At(During).Given(Planned, Opened, Drafted, Sent).When(new CancelRound(Id, reason)).ThenRefused(ProblemCodes.RoundHasStatements, "round");
        At(After).Given(Planned, Opened, new RoundClosed([], [Kerava])).When(new CancelRound(Id, reason)).ThenRefused(ProblemCodes.RoundIsOver, "round");
        At(During).Given(Planned).When(new CancelRound(Id, LocalText.Empty)).ThenRefused(ProblemCodes.TextMissing, "reason");
    }

    [Fact]
    public void In_a_cancelled_round_nothing_happens_any_more()
    {
        var round = At(During).Given(Planned, Opened, new RoundCancelled(MoreDays));
        round.When(new CancelRound(Id, MoreDays)).ThenNothing();
        round.When(new OpenRound(Id, [])).ThenRefused(ProblemCodes.RoundIsCancelled, "round");
        round.When(new DraftStatement(Id, Kerava, 0, [])).ThenRefused(ProblemCodes.RoundIsCancelled, "round");
        Assert.Null(RoundMoments.Next(round.State!, During));
    }
}
