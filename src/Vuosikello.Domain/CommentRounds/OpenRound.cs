using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Opens a planned round: its documents are frozen as they stand. Time does it at the planned moment, the coordinator may sooner.</summary>
/// <param name="Activities">Those of the year that are commented on; means nothing when the round is not on a year.</param>
public sealed record OpenRound(RoundId Round, ValueList<ActivityId> Activities) : IRoundCommand;

public static partial class CommentRoundDecider
{
    private static Decision Open(CommentRound state, RoundSurroundings around, Instant now)
    {
        if (state.Phase != RoundPhase.Planned) return Decision.Accept();
        var wanted = state.Plan.Subject.Documents(state.Id.Partnership).ToArray();
        IEnumerable<Problem> problems =
        [
            .. now >= state.Plan.Closes ? new[] { new Problem(ProblemCodes.RoundIsOver, "round", [Iso(state.Plan.Closes)]) } : [],
            .. BrokenSubject(state.Plan.Subject, state.Id.Partnership, around),
            .. around.Documents.Where(d => d.Clauses.Count == 0).Select(d => new Problem(ProblemCodes.DocumentEmpty, "subject", [d.Id])),
            .. wanted.Where(around.Adopted.Contains).Select(name => new Problem(ProblemCodes.DocumentNotDraft, "subject", [name.Id])),
            .. wanted.Where(around.Elsewhere.Contains).Select(name => new Problem(ProblemCodes.DocumentInAnotherRound, "subject", [name.Id])),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new RoundOpened(
            wanted.Select(name => around.Documents.First(d => DocumentName.Of(d) == name)).ToValueList())));
    }
}
