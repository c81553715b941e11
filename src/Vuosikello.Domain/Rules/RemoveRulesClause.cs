using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>Takes a clause out of the draft. Proposals about it stay, and say so.</summary>
/// <param name="BasedOn">The version of the rules that the editor saw: a wording that others wrote since is not removed unseen.</param>
/// <param name="Origin">The remark that the change answers; null for none.</param>
public sealed record RemoveRulesClause(PartnershipId Partnership, ClauseId Clause, long BasedOn, ChangeOrigin? Origin = null) : IRulesCommand, ITracedCommand;

public static partial class RulesDecider
{
    private static Decision Remove(WorkingRules state, RemoveRulesClause command, ChangeOrigin? origin)
    {
        IEnumerable<Problem> problems =
        [
            .. InRound(state),
            .. FromTheFuture(state, command.BasedOn),
            .. Gone(state, command.Clause),
        ];
        return Decision.Unless(problems, () =>
        {
            var now = state.Find(command.Clause)!;
            ValueList<Clash> clashes =
            [
                .. Clashing(RulesFields.Title, LocalText.Empty, now.Clause.Title, now.Titled, command.BasedOn),
                .. Clashing(RulesFields.Text, LocalText.Empty, now.Clause.Text, now.Worded, command.BasedOn),
            ];
            return clashes.Count > 0 ? new Decision.Clashed(clashes) : Decision.Accept(new RulesClauseRemoved(command.Clause, origin));
        });
    }
}
