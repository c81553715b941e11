using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>Puts a clause of the draft elsewhere.</summary>
/// <param name="BasedOn">The version of the rules that the editor saw; somebody else's later move of the same clause clashes.</param>
/// <param name="Place">Under the heading, from 1, counted without the clause itself; null for the last.</param>
/// <param name="Origin">The remark that the change answers; null for none.</param>
public sealed record MoveRulesClause(
    PartnershipId Partnership, ClauseId Clause, long BasedOn, HeadingId Heading, int? Place, ChangeOrigin? Origin = null) : IRulesCommand, ITracedCommand;

/// <summary>Where a clause stands: what clashes when two people move it.</summary>
/// <param name="Place">From 1.</param>
public sealed record ClausePlace(HeadingId Heading, int Place);

public static partial class RulesDecider
{
    private static Decision Move(WorkingRules state, MoveRulesClause command, ChangeOrigin? origin)
    {
        int places = state.Clauses.Count(c => c.Clause.Heading == command.Heading && c.Id != command.Clause) + 1;
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. FromTheFuture(state, command.BasedOn),
            .. Gone(state, command.Clause),
            .. Unknown(state, command.Heading),
            .. command.Place is { } wanted ? Texts.Within(wanted, 1, places, RulesFields.Place) : [],
        ];
        return Decision.Unless(problems, () =>
        {
            var clause = state.Find(command.Clause)!;
            var theirs = new ClausePlace(clause.Clause.Heading, state.PlaceOf(clause.Clause));
            var yours = new ClausePlace(command.Heading, command.Place ?? places);
            if (yours == theirs) return Decision.Accept();
            return clause.Placed.Version > command.BasedOn
                ? new Decision.Clashed([new Clash(RulesFields.Place, yours, theirs, clause.Placed.Version, clause.Placed.Stamp)])
                : Decision.Accept(new RulesClauseMoved(clause.Id, yours.Heading, yours.Place, origin));
        });
    }
}
