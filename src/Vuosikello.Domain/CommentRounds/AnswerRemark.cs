using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Answers a remark, or answers it otherwise; until the document that it is about has been adopted.</summary>
/// <param name="Partner">Whose remark it is.</param>
/// <param name="Clause">On which clause; null for the remark on the whole.</param>
/// <param name="Reason">Why; needed where the remark is not accepted as it is.</param>
/// <param name="BasedOn">The round's version that the coordinator saw: two answers of the same time clash.</param>
public sealed record AnswerRemark(RoundId Round, PartnerId Partner, ClauseId? Clause, AnswerKind Kind, LocalText Reason, long BasedOn) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision Answer(CommentRound state, AnswerRemark command, RoundSurroundings around, Instant now)
    {
        // Alone, and before anything is looked up: until then nobody is to learn who remarked on what.
        if (Unsettled(state, command.Partner, now).ToValueList() is { Count: > 0 } unsettled) return new Decision.Refused(unsettled);
        if (state.StatementOf(command.Partner)?.Sent is not { } sent || sent.RemarkOn(command.Clause).IsEmpty)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchRemark, "clause"));
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. command.Kind == AnswerKind.Accepted ? Texts.Optional(command.Reason, "reason", TextLimit) : Texts.Required(command.Reason, "reason", TextLimit),
            .. Settled(state, command.Clause, around),
        ];
        return Decision.Unless(problems, () => Answer(state, command));
    }

    private static Decision Answer(CommentRound state, AnswerRemark command)
    {
        if (state.AnswersTo(command.Partner, command.Clause)?.Latest is { } latest)
        {
            if (latest.Kind == command.Kind && latest.Reason == command.Reason) return Decision.Accept();
            if (latest.Touch.Version > command.BasedOn)
            {
                var (yours, theirs) = (new AnswerText(command.Kind, command.Reason), new AnswerText(latest.Kind, latest.Reason));
                return new Decision.Clashed([new Clash("answer", yours, theirs, latest.Touch.Version, latest.Touch.Stamp)]);
            }
        }
        return Decision.Accept(new RemarkAnswered(command.Partner, command.Clause, command.Kind, command.Reason));
    }

    /// <summary>Where the remark may still be replaced: the round is open, or this partner's leave still runs.</summary>
    private static IEnumerable<Problem> Unsettled(CommentRound state, PartnerId partner, Instant now) =>
        state.Phase != RoundPhase.Closed ? [new Problem(ProblemCodes.RoundNotClosed, "round", [Iso(state.Plan.Closes)])]
        : state.TakesStatementOf(partner, now) ? [new Problem(ProblemCodes.StatementMayStillChange, "partner", [Iso(state.EndsFor(partner))])]
        : [];

    /// <summary>Where the answer stands: its document, or for the remark on the whole every one, has been adopted since.</summary>
    private static IEnumerable<Problem> Settled(CommentRound state, ClauseId? clause, RoundSurroundings around)
    {
        var documents = clause is { } id && state.Find(id) is var (document, _) ? [document] : state.Documents;
        return documents.All(d => around.Adopted.Contains(DocumentName.Of(d))) ? [new Problem(ProblemCodes.DocumentAdopted, "clause")] : [];
    }
}

/// <summary>An answer as a clash tells it.</summary>
public sealed record AnswerText(AnswerKind Kind, LocalText Reason);
