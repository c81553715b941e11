using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.Tests.CommentRounds;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Rules;

/// <summary>A draft of three clauses, two on premises and one on communication, and who works on it.</summary>
internal static class RulesSample
{
    public static readonly PartnershipId Id = Samples.PartnershipId;
    public static readonly ClauseId Keys = Clause(1), Cleaning = Clause(2), Contacts = Clause(3), Fresh = Clause(4);
    public static readonly ProposalId First = Proposal(1), Second = Proposal(2);
    public static readonly LocalText Text = new("Avain kuitataan.", "Nyckeln kvitteras.", "The key is signed for.");
    public static readonly LocalText Longer = new("Avain kuitataan ja palautetaan.", "Nyckeln kvitteras och återlämnas.", "The key is signed for and returned.");
    public static readonly LocalText Title = new("Avaimet", "Nycklar", "Keys");
    public static readonly RoundId Round = new(Id, "syksy"), OtherRound = new(Id, "kevat");
    public static readonly ChangeOrigin FromRemark = new(null, new RemarkReference(Round, new PartnerId("kerava"), Keys));

    /// <summary>The round of that remark, which has closed.</summary>
    public static readonly CommentRound Remarked = Samples.Fold<CommentRound>(
        new RoundPlanned(Round, RoundSample.Plan),
        new RoundOpened([RoundSample.RulesDraft]),
        new StatementSent(new PartnerId("kerava"), [new ClauseStand(Keys, Stance.Against, new("Liian lyhyt."))], LocalText.Empty, Late: false),
        new RoundClosed([new PartnerId("kerava")], []));

    public static readonly RulesDrafted Drafted = new(Id, StandardHeadings.All,
    [
        new(Keys, StandardHeadings.Premises, Title, Text),
        new(Cleaning, StandardHeadings.Premises, LocalText.Empty, new("Tila siivotaan.")),
        new(Contacts, StandardHeadings.Communication, LocalText.Empty, new("Yhteyshenkilö nimetään.")),
    ]);

    /// <summary>What a partnership's editor proposes of the keys.</summary>
    public static readonly ChangeProposed Proposed = new(First, ProposedChange.Changed(Keys, Title, Longer), new("Selvemmin"));

    public static Scenario<WorkingRules, IRulesCommand> By(PartnerId? partner, params IEvent[] events) =>
        new Scenario<WorkingRules, IRulesCommand>((state, command) =>
            RulesDecider.Decide(state, command, new RulesSurroundings(Samples.Partnership, partner, Remarked), Instant.MinValue)).Given(events);

    public static Scenario<WorkingRules, IRulesCommand> Given(params IEvent[] events) => By(null, events);

    public static string HashOf(WorkingRules rules) => CanonicalText.HashOf(rules.Draft.Canonical(Id));

    public static RulesAdopted Adopted(int year, int ordinal, params IEvent[] before) =>
        new(new(year, ordinal), HashOf(Samples.Fold<WorkingRules>(before)), LocalText.Empty);

    private static ClauseId Clause(int number) => new(new Guid(number, 4, 0, new byte[8]));

    private static ProposalId Proposal(int number) => new(new Guid(number, 5, 0, new byte[8]));
}
