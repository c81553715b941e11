using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private static ProposalId KeysProposal => new(new Guid("1b4e28ba-2fa1-41d2-883f-0016d3cca427"));
    private static HeadingId Volunteers => new("vapaaehtoiset");
    private static LocalText KeysTitle => new("Avaimet", "Nycklar", "Keys");
    private static LocalText KeysText => new("Avaimen saa kuittaamalla.\nSe palautetaan \"heti\".", "Nyckeln fås mot kvittering.");

    private static IReadOnlyDictionary<string, IEvent> WorkingRules => new Dictionary<string, IEvent>
    {
        ["rules-drafted.v1"] = new RulesDrafted(
            Cycle.Partnership, StandardHeadings.All, [new RulesClause(ClauseOfRules, StandardHeadings.Premises, KeysTitle, KeysText)]),
        ["rules-heading-added.v1"] = new RulesHeadingAdded(Volunteers, new LocalText("Vapaaehtoiset", "Frivilliga", "Volunteers")),
        ["rules-heading-renamed.v1"] = new RulesHeadingRenamed(Volunteers, new LocalText("Vapaaehtoistyö")),
        ["rules-heading-removed.v1"] = new RulesHeadingRemoved(Volunteers),
        ["rules-clause-added.v1"] = new RulesClauseAdded(ClauseOfRules, StandardHeadings.Premises, 2, KeysTitle, KeysText, null),
        ["rules-clause-added.v1.origin"] = new RulesClauseAdded(
            ClauseOfRules, StandardHeadings.Premises, 1, LocalText.Empty, KeysText, new ChangeOrigin(KeysProposal, RemarkOfKerava)),
        ["rules-clause-retitled.v1"] = new RulesClauseRetitled(ClauseOfRules, LocalText.Empty, null),
        ["rules-clause-reworded.v1"] = new RulesClauseReworded(ClauseOfRules, KeysText, new ChangeOrigin(KeysProposal)),
        ["rules-clause-moved.v1"] = new RulesClauseMoved(ClauseOfRules, StandardHeadings.Cooperation, 3, null),
        ["rules-clause-removed.v1"] = new RulesClauseRemoved(ClauseOfRules, new ChangeOrigin(null, RemarkOfKerava)),
        ["change-proposed.v1"] = new ChangeProposed(
            KeysProposal, ProposedChange.New(ClauseOfRules, Volunteers, 1, KeysTitle, KeysText), new LocalText("Puuttuu vielä")),
        ["change-proposed.v1.changed"] = new ChangeProposed(KeysProposal, ProposedChange.Changed(ClauseOfRules, KeysTitle, KeysText), LocalText.Empty),
        ["change-proposed.v1.moved"] = new ChangeProposed(KeysProposal, ProposedChange.Moved(ClauseOfRules, Volunteers, null), LocalText.Empty),
        ["change-proposed.v1.removed"] = new ChangeProposed(KeysProposal, ProposedChange.Removed(ClauseOfRules), LocalText.Empty),
        ["proposal-revised.v1"] = new ProposalRevised(KeysProposal, ProposedChange.Changed(ClauseOfRules, LocalText.Empty, KeysText), new LocalText("Lyhyemmin")),
        ["proposal-withdrawn.v1"] = new ProposalWithdrawn(KeysProposal),
        ["proposal-taken.v1"] = new ProposalTaken(KeysProposal, true),
        ["proposal-taken.v1.reason"] = new ProposalTaken(KeysProposal, true, new LocalText("Sama koskee muitakin tiloja.")),
        ["proposal-declined.v1"] = new ProposalDeclined(KeysProposal, new LocalText("Kunta ei luovuta avaimia.")),
        ["rules-adopted.v1"] = new RulesAdopted(new RulesVersion(2026, 2), new string('a', 64), new LocalText("Päätösseminaari 18.11.")),
        ["rules-put-in-round.v1"] = new RulesPutInRound(RemarkOfKerava.Round),
        ["rules-taken-out-of-round.v1"] = new RulesTakenOutOfRound(RemarkOfKerava.Round),
    };

    private static RemarkReference RemarkOfKerava =>
        new(new RoundId(Cycle.Partnership, "syksy-2026"), new PartnerId("keravan-kaupunki"), ClauseOfRules);
}
