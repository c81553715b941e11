using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Answering_remarks
{
    private static readonly LocalText Why = new("Viikonloppuisin talonmiestä ei ole.");
    private static readonly AnswerRemark InPart = new(Id, Kerava, Premises, AnswerKind.AcceptedInPart, Why, 4);
    private static readonly RemarkAnswered AnsweredInPart = new(Kerava, Premises, AnswerKind.AcceptedInPart, Why);

    private static Scenario<CommentRound, IRoundCommand> Given(params IEvent[] more) => At(After).Given([Planned, Opened, Drafted, Sent, Closed, .. more]);

    [Fact]
    public void A_remark_is_answered_with_the_reason() => Given().When(InPart).Then(AnsweredInPart);

    [Fact]
    public void An_acceptance_needs_no_reason_and_all_else_does()
    {
        Given().When(InPart with { Kind = AnswerKind.Accepted, Reason = LocalText.Empty }).Then(AnsweredInPart with { Kind = AnswerKind.Accepted, Reason = LocalText.Empty });
        Given().When(InPart with { Reason = LocalText.Empty }).ThenRefused(ProblemCodes.TextMissing, "reason");
        Given().When(InPart with { Kind = AnswerKind.NotAccepted, Reason = LocalText.Empty }).ThenRefused(ProblemCodes.TextMissing, "reason");
    }

    [Fact]
    public void Another_answer_replaces_it_and_the_first_one_stays_readable()
    {
        var verdict = Given(AnsweredInPart).When(InPart with { Kind = AnswerKind.NotAccepted, BasedOn = 5 });

        verdict.Then(AnsweredInPart with { Kind = AnswerKind.NotAccepted });
        Assert.Equal([AnswerKind.AcceptedInPart, AnswerKind.NotAccepted], Assert.Single(verdict.After!.Answers).Given.Select(g => g.Kind));
        Given(AnsweredInPart).When(InPart).ThenNothing();
    }

    [Fact]
    public void Two_coordinators_answers_of_the_same_time_clash() =>
        Given(AnsweredInPart).When(InPart with { Kind = AnswerKind.NotAccepted }).ThenClashed(new Clash(
            "answer", new AnswerText(AnswerKind.NotAccepted, Why), new AnswerText(AnswerKind.AcceptedInPart, Why), 5, Stamps.Coordinator));

    [Fact]
    public void Only_what_was_said_is_answered()
    {
        Given().When(InPart with { Clause = Fees }).ThenRefused(ProblemCodes.NoSuchRemark, "clause");
        Given().When(InPart with { Clause = null }).ThenRefused(ProblemCodes.NoSuchRemark, "clause");
        Given().When(InPart with { Partner = Tuusula }).ThenRefused(ProblemCodes.NoSuchRemark, "clause");
        At(After).Given(Planned, Opened, Drafted, Closed).When(InPart with { BasedOn = 3 }).ThenRefused(ProblemCodes.NoSuchRemark, "clause");
    }

    [Fact]
    public void The_remark_on_the_whole_is_answered_too()
    {
        var sent = Sent with { General = new LocalText("Hyvä paketti.") };
        At(After).Given(Planned, Opened, sent, Closed).When(InPart with { Clause = null, BasedOn = 3 }).Then(AnsweredInPart with { Clause = null });
    }

    [Fact]
    public void Nothing_is_answered_while_it_may_still_be_replaced()
    {
        At(During).Given(Planned, Opened, Drafted, Sent).When(InPart with { BasedOn = 3 })
            .ThenRefused(new Problem(ProblemCodes.RoundNotClosed, "round", ["2026-09-30T16:00"]));
        Given(new LateStatementAllowed(Kerava, After + Duration.FromDays(1))).When(InPart)
            .ThenRefused(new Problem(ProblemCodes.StatementMayStillChange, "partner", ["2026-10-02T16:00"]));
        Given(new LateStatementAllowed(Tuusula, After + Duration.FromDays(1))).When(InPart).Then(AnsweredInPart);
    }

    [Fact]
    public void Before_the_closing_the_refusal_does_not_tell_who_remarked_on_what()
    {
        var open = At(During).Given(Planned, Opened, Drafted, Sent);
        var refused = new Problem(ProblemCodes.RoundNotClosed, "round", ["2026-09-30T16:00"]);
        foreach (var about in new[] { InPart, InPart with { Clause = Fees }, InPart with { Clause = null }, InPart with { Partner = Tuusula }, InPart with { Clause = Unknown, BasedOn = 99 } })
            open.When(about).ThenRefused(refused);
    }

    [Fact]
    public void Answers_stand_when_their_document_has_been_adopted()
    {
        var around = Around with { Adopted = [DocumentName.Of(RulesDraft)] };
        At(After, around).Given(Planned, Opened, Drafted, Sent, Closed).When(InPart).ThenRefused(ProblemCodes.DocumentAdopted, "clause");
        var other = Around with { Adopted = [new DocumentName(DocumentKind.AnnualCycle, "kuuma-seutu-2026")] };
        At(After, other).Given(Planned, Opened, Drafted, Sent, Closed).When(InPart).Then(AnsweredInPart);
    }
}
