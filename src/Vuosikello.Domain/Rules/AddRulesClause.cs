using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>Writes a new clause into the draft.</summary>
/// <param name="Place">Under the heading, from 1; null for the last.</param>
/// <param name="Origin">The remark that it answers; null for none.</param>
public sealed record AddRulesClause(
    PartnershipId Partnership, ClauseId Clause, HeadingId Heading, int? Place, LocalText Title, LocalText Text, ChangeOrigin? Origin = null) : IRulesCommand, ITracedCommand;

public static partial class RulesDecider
{
    private static Decision Add(WorkingRules state, AddRulesClause command, ChangeOrigin? origin)
    {
        int places = state.Clauses.Count(c => c.Clause.Heading == command.Heading) + 1;
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. Unknown(state, command.Heading),
            .. Used(state, command.Clause),
            .. command.Place is { } wanted ? Texts.Within(wanted, 1, places, RulesFields.Place) : [],
            .. Badly(command.Title, command.Text),
            .. state.Clauses.Count >= ClauseLimit
                ? new[] { new Problem(ProblemCodes.TooMany, RulesFields.Clause, [Texts.Iso(ClauseLimit), Texts.Iso(state.Clauses.Count + 1)]) } : [],
        ];
        return Decision.Unless(problems, () => Decision.Accept(
            new RulesClauseAdded(command.Clause, command.Heading, command.Place ?? places, command.Title, command.Text, origin)));
    }

    private static IEnumerable<Problem> Used(WorkingRules state, ClauseId clause) =>
        state.Find(clause) is not null || state.FindRemoved(clause) is not null ? [new Problem(ProblemCodes.ClauseExists, RulesFields.Clause)] : [];
}
