using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private static IReadOnlyDictionary<string, IEvent> CommentRounds
    {
        get
        {
            var round = new RoundId(Cycle.Partnership, "toimintapaketti-2026");
            var clause = new ClauseId(new Guid("9b2e4c10-1111-4c0e-8a61-00000000000c"));
            PartnerId town = new("keravan-kaupunki"), parish = new("seurakunta");
            var plan = new RoundPlan(
                new LocalText("Toimintapaketti 2026", "Verksamhetspaketet 2026"), new LocalText("Lausukaa kohta kohdalta."),
                new RoundSubject(true, [new AgreementId(Cycle.Partnership, "tilat")], 2026), [town, parish],
                Instant.FromUtc(2026, 8, 10, 5, 0), Instant.FromUtc(2026, 9, 30, 13, 0), [14, 3]);
            var hash = new string('a', 64);
            return new Dictionary<string, IEvent>
            {
                ["round-planned.v1"] = new RoundPlanned(round, plan),
                ["round-replanned.v1"] = new RoundReplanned(plan with { Introduction = LocalText.Empty, Subject = new RoundSubject(true, [], null), RemindBefore = [] }),
                ["round-opened.v1"] = new RoundOpened(
                [
                    new FrozenDocument(DocumentKind.WorkingRules, "kuuma-seutu", 17, new LocalText("Pelisäännöt"), hash,
                        [new FrozenClause(clause, "1.1", LocalText.Empty, new LocalText("Tilat ovat maksuttomia.", "Lokalerna är avgiftsfria."))]),
                    new FrozenDocument(DocumentKind.AnnualCycle, "kuuma-seutu-2026", 0, new LocalText("Vuosikello 2026"), hash,
                        [new FrozenClause(new ClauseId(Forum.Value), "", Text, LocalText.Empty, Workshop)]),
                ]),
                ["round-opened.v1.commitment"] = new RoundOpened(
                [
                    new FrozenDocument(DocumentKind.Agreement, "kuuma-seutu/tilat", 4, new LocalText("Tilasopimus"), hash,
                    [
                        new FrozenClause(clause, "2.1", LocalText.Empty, new LocalText("Kartoittaa tilat", "Kartlägger lokalerna"),
                            Commitment: new FrozenCommitment(town, new CommitmentDue(3, 31))),
                        new FrozenClause(new ClauseId(new Guid("9b2e4c10-1111-4c0e-8a61-00000000000d")), "2.2", LocalText.Empty, new LocalText("Avaa varauspalvelun"),
                            Commitment: new FrozenCommitment(parish, new CommitmentDue(9, 1, 2027))),
                    ]),
                ]),
                ["partners-invited.v1"] = new PartnersInvited([parish]),
                ["round-prolonged.v1"] = new RoundProlonged(Instant.FromUtc(2026, 10, 7, 13, 0)),
                ["partners-reminded.v1"] = new PartnersReminded([town], Instant.FromUtc(2026, 9, 27, 6, 0)),
                ["round-cancelled.v1"] = new RoundCancelled(new LocalText("Avattiin väärästä versiosta")),
                ["round-closed.v1"] = new RoundClosed([town], [parish]),
                ["statement-drafted.v1"] = new StatementDrafted(town, [new DraftedStand(clause, Stance.Against, new LocalText("Ei käy"))], new LocalText(sv: "Bra")),
                ["statement-drafted.v1.emptied"] = new StatementDrafted(town, [new DraftedStand(clause, null, LocalText.Empty)], null),
                ["statement-sent.v1"] = new StatementSent(town,
                    [new ClauseStand(clause, Stance.InFavourWithChanges, new LocalText("Myös viikonloppuisin"))], LocalText.Empty, false),
                ["late-statement-allowed.v1"] = new LateStatementAllowed(parish, Instant.FromUtc(2026, 10, 9, 13, 0)),
                ["guest-link-made.v1"] = new GuestLinkMade(new GuestLinkId(new Guid("7f000001-0000-4000-8000-000000000002")), parish, TokenHash),
                ["guest-link-revoked.v1"] = new GuestLinkRevoked(new GuestLinkId(new Guid("7f000001-0000-4000-8000-000000000002"))),
                ["remark-answered.v1"] = new RemarkAnswered(town, clause, AnswerKind.AcceptedInPart, new LocalText("Lauantaisin")),
                ["remark-answered.v1.whole"] = new RemarkAnswered(town, null, AnswerKind.NotAccepted, new LocalText("Ei rahaa")),
            };
        }
    }
}
