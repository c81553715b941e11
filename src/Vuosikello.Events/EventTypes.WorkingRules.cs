using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] WorkingRules =>
    [
        Named("rules-drafted.v1", EventJson.Default.RulesDrafted),
        Named("rules-heading-added.v1", EventJson.Default.RulesHeadingAdded),
        Named("rules-heading-renamed.v1", EventJson.Default.RulesHeadingRenamed),
        Named("rules-heading-removed.v1", EventJson.Default.RulesHeadingRemoved),
        Named("rules-clause-added.v1", EventJson.Default.RulesClauseAdded),
        Named("rules-clause-retitled.v1", EventJson.Default.RulesClauseRetitled),
        Named("rules-clause-reworded.v1", EventJson.Default.RulesClauseReworded),
        Named("rules-clause-moved.v1", EventJson.Default.RulesClauseMoved),
        Named("rules-clause-removed.v1", EventJson.Default.RulesClauseRemoved),
        Named("change-proposed.v1", EventJson.Default.ChangeProposed),
        Named("proposal-revised.v1", EventJson.Default.ProposalRevised),
        Named("proposal-withdrawn.v1", EventJson.Default.ProposalWithdrawn),
        Named("proposal-taken.v1", EventJson.Default.ProposalTaken),
        Named("proposal-declined.v1", EventJson.Default.ProposalDeclined),
        Named("rules-adopted.v1", EventJson.Default.RulesAdopted),
        Named("rules-put-in-round.v1", EventJson.Default.RulesPutInRound),
        Named("rules-taken-out-of-round.v1", EventJson.Default.RulesTakenOutOfRound),
    ];
}
