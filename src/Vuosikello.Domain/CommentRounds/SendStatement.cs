using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>
/// Sends the draft as the partner's statement, in the place of the one sent before. In time is what comes before the closing by
/// the command's time and by the round's stream; the instant of the closing is too late. What has been answered stays as it was
/// answered, whatever a leave or a clock set back would allow. The draft stays either way.
/// </summary>
/// <param name="BasedOn">The round's version in which the sender read the draft: nobody sends what they have not seen.</param>
public sealed record SendStatement(RoundId Round, PartnerId Partner, long BasedOn) : IStatementCommand;

public static partial class CommentRoundDecider
{
    private static Decision Send(CommentRound state, SendStatement command, Instant now)
    {
        var statement = state.StatementOf(command.Partner);
        IEnumerable<Problem> problems =
        [
            .. NotInvited(state, command.Partner),
            .. TooLate(state, command.Partner, now),
            .. Answered(state, command.Partner),
            .. FromTheFuture(state, command.BasedOn),
            .. Unready(state, statement),
            .. statement is not null && ChangedSince(statement, command.BasedOn) ? new[] { new Problem(ProblemCodes.DraftChangedMeanwhile, "basedOn") } : [],
        ];
        return Decision.Unless(problems, () =>
        {
            var sent = new StatementSent(command.Partner, Stands(state, statement!), GeneralOf(statement!), Late: state.Phase == RoundPhase.Closed || now >= state.Plan.Closes);
            return statement!.Sent is { } before && before.Stands.Equals(sent.Stands) && before.General == sent.General ? Decision.Accept() : Decision.Accept(sent);
        });
    }

    private static IEnumerable<Problem> TooLate(CommentRound state, PartnerId partner, Instant now)
    {
        if (state.Phase == RoundPhase.Planned) return NotOpen(state, now);
        return state.TakesStatementOf(partner, now) ? [] : [new Problem(ProblemCodes.StatementTooLate, "round", [Iso(state.EndsFor(partner))])];
    }

    /// <summary>What a statement lacks: it says nothing, or wants changes without saying which.</summary>
    private static IEnumerable<Problem> Unready(CommentRound state, Statement? statement)
    {
        if (statement is null || (statement.Draft.All(e => e.Stand.SaysNothing()) && GeneralOf(statement).IsEmpty))
            return [new Problem(ProblemCodes.StatementEmpty, "stands")];
        return statement.Draft.Select(e => e.Stand).SelectMany(s => Incomplete(s).Select(code => new Problem(code, "stands", [Called(state, s.Clause), s.Clause.ToString()])));
    }

    // a demand without a stance would count as nothing to state
    private static string[] Incomplete(DraftedStand stand) => stand switch
    {
        { Stance: null, Text.IsEmpty: false } => [ProblemCodes.TextNeedsStance],
        { Stance: Stance.InFavourWithChanges or Stance.Against, Text.IsEmpty: true } => [ProblemCodes.StanceNeedsText],
        _ => [],
    };

    private static bool ChangedSince(Statement statement, long version) =>
        statement.Draft.Any(e => e.Touch.Version > version) || statement.General?.Touch.Version > version;

    private static ValueList<ClauseStand> Stands(CommentRound state, Statement statement)
    {
        var drafted = statement.Draft.Where(e => !e.Stand.SaysNothing()).ToDictionary(e => e.Stand.Clause, e => e.Stand);
        var stands = new List<ClauseStand>(drafted.Count);
        foreach (var clause in state.Documents.SelectMany(d => d.Clauses))
            if (drafted.Remove(clause.Id, out var stand)) stands.Add(new ClauseStand(clause.Id, stand.Stance ?? Stance.NothingToState, stand.Text));
        return stands.ToValueList();
    }

    private static LocalText GeneralOf(Statement statement) => statement.General?.Text ?? LocalText.Empty;

    /// <summary>How a clause is called in a problem: its number, else its title.</summary>
    private static string Called(CommentRound state, ClauseId clause) =>
        state.Find(clause) is not var (_, found) ? clause.ToString() : found.Number.Length > 0 ? found.Number : found.Title.In("fi");
}
