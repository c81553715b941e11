using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.CommentRounds;

/// <summary>A round on two clauses of the rules, from 10 August at 8 to 30 September 2026 at 16, Helsinki time, with three invited.</summary>
internal static class RoundSample
{
    public static readonly RoundId Id = new(Samples.PartnershipId, "pelisaannot-2026");
    public static readonly PartnerId Kerava = Samples.Town.Id, Tuusula = new("tuusula"), Parish = new("seurakunta"), Outsider = new("ulkopuolinen");
    public static readonly ClauseId Premises = new(new Guid("00000000-0000-0000-0000-000000000011"));
    public static readonly ClauseId Fees = new(new Guid("00000000-0000-0000-0000-000000000012"));
    public static readonly ClauseId Unknown = new(new Guid("00000000-0000-0000-0000-000000000099"));

    public static readonly Instant Opens = Instant.FromUtc(2026, 8, 10, 5, 0);
    public static readonly Instant Closes = Instant.FromUtc(2026, 9, 30, 13, 0);
    public static readonly Instant Before = Opens - Duration.FromDays(10);
    public static readonly Instant During = Opens + Duration.FromDays(10);
    public static readonly Instant After = Closes + Duration.FromDays(1);

    public static readonly RoundPlan Plan = new(
        new LocalText("Pelisäännöt 2026"), LocalText.Empty, new RoundSubject(true, [], null), [Kerava, Tuusula, Parish], Opens, Closes, [14, 3]);

    public static readonly FrozenDocument RulesDraft = new(
        DocumentKind.WorkingRules, Samples.PartnershipId.Value, 4, new LocalText("Pelisäännöt"), new string('0', 64),
        [
            new FrozenClause(Premises, "1.1", LocalText.Empty, new LocalText("Tilat ovat maksuttomia.")),
            new FrozenClause(Fees, "1.2", LocalText.Empty, new LocalText("Siivouksesta peritään maksu.")),
        ]);

    public static readonly Partnership Partnership = Samples.Fold<Partnership>(
    [
        .. Samples.Founding,
        new PartnerJoined(new Partner(Tuusula, PartnerKind.Municipality, new LocalText("Tuusula"), [], [])),
        new PartnerJoined(new Partner(Parish, PartnerKind.Parish, new LocalText("Seurakunta"), [], [])),
        new PartnerJoined(new Partner(Outsider, PartnerKind.Company, new LocalText("Yritys"), [], [])),
    ]);

    public static readonly RoundSurroundings Around = new(Partnership, [RulesDraft], [], []);

    public static readonly RoundPlanned Planned = new(Id, Plan);
    public static readonly RoundOpened Opened = new([RulesDraft]);
    public static readonly RoundClosed Closed = new([Kerava], [Tuusula, Parish]);

    public static readonly LocalText MoreDays = new("Myös lauantaisin.");
    public static readonly StatementDrafted Drafted = new(Kerava, [new DraftedStand(Premises, Stance.InFavourWithChanges, MoreDays)], null);
    public static readonly StatementSent Sent = new(Kerava, [new ClauseStand(Premises, Stance.InFavourWithChanges, MoreDays)], LocalText.Empty, Late: false);

    /// <summary>Decides at one moment.</summary>
    public static Scenario<CommentRound, IRoundCommand> At(Instant now, RoundSurroundings? around = null) =>
        new((state, command) => CommentRoundDecider.Decide(state, command, around ?? Around, now));

    public static Stamp By(int person, PartnerId? partner, Instant at) =>
        new(new CommandId(new Guid(person, 0, 0, new byte[8])), new MemberId(new Guid(person, 1, 0, new byte[8])), partner, at);
}
