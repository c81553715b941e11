using System.Text.Json.Serialization;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Events.Json;

[JsonSerializable(typeof(RulesHeading))]
[JsonSerializable(typeof(RulesClause))]
[JsonSerializable(typeof(RulesDrafted))]
[JsonSerializable(typeof(RulesHeadingAdded))]
[JsonSerializable(typeof(RulesHeadingRenamed))]
[JsonSerializable(typeof(RulesHeadingRemoved))]
[JsonSerializable(typeof(RulesClauseAdded))]
[JsonSerializable(typeof(RulesClauseRetitled))]
[JsonSerializable(typeof(RulesClauseReworded))]
[JsonSerializable(typeof(RulesClauseMoved))]
[JsonSerializable(typeof(RulesClauseRemoved))]
[JsonSerializable(typeof(ChangeProposed))]
[JsonSerializable(typeof(ProposalRevised))]
[JsonSerializable(typeof(ProposalWithdrawn))]
[JsonSerializable(typeof(ProposalTaken))]
[JsonSerializable(typeof(ProposalDeclined))]
[JsonSerializable(typeof(RulesAdopted))]
[JsonSerializable(typeof(RulesPutInRound))]
[JsonSerializable(typeof(RulesTakenOutOfRound))]
internal sealed partial class EventJson;
