using Vuosikello.Domain.Rules;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> WorkingRules => new()
    {
        [typeof(DraftRules)] = Need.Coordinator,
        [typeof(AddRulesHeading)] = Need.Coordinator,
        [typeof(RenameRulesHeading)] = Need.Coordinator,
        [typeof(RemoveRulesHeading)] = Need.Coordinator,
        [typeof(AddRulesClause)] = Need.Coordinator,
        [typeof(EditRulesClause)] = Need.Coordinator,
        [typeof(MoveRulesClause)] = Need.Coordinator,
        [typeof(RemoveRulesClause)] = Need.Coordinator,
        [typeof(ProposeChange)] = Need.Editor,
        [typeof(ReviseProposal)] = Need.Editor,
        [typeof(WithdrawProposal)] = Need.Editor,
        [typeof(TakeProposal)] = Need.Coordinator,
        [typeof(DeclineProposal)] = Need.Coordinator,
        [typeof(AdoptRules)] = Need.Coordinator,
        [typeof(PutRulesInRound)] = Need.Process,
        [typeof(TakeRulesOutOfRound)] = Need.Process,
    };
}
