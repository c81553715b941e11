using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private static AgreementId Premises => new(Cycle.Partnership, "tilat");
    private static ClauseId Clause => new(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01"));
    private static ClauseId OtherClause => new(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e02"));
    private static PartnerId Town => new("keravan-kaupunki");
    private static PartnerId Parish => new("seurakunta");
    private static LocalDate NewYear => new(2027, 1, 1);
    private static readonly Instant NewYearInHelsinki = Instant.FromUtc(2026, 12, 31, 22, 0);
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static AgreementClause Keys => new(Clause, new LocalText("Avaimet", "Nycklar"), new LocalText("Avain luovutetaan\nkuittausta vastaan."));
    private static ValueList<Commitment> Commitments =>
    [
        new(new CommitmentId(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03")), Town, new LocalText("Avaa tilat"), CommitmentDue.On(new LocalDate(2027, 3, 1)), [Forum]),
        new(new CommitmentId(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e04")), Parish, new LocalText("Raportoi käytöstä"), new CommitmentDue(11, 30), []),
    ];

    private static AgreementContent Content => new(
        AgreementKind.Partnership, new AgreementId(Cycle.Partnership, "puitesopimus"), Text, [Town, Parish],
        new AgreementTerm(NewYear, new LocalDate(2028, 2, 29), 12), new NoticePeriod(3, NoticeUnit.Months), new LocalDate(2027, 8, 1), [Keys],
        [new RulesReference(new(2027, 1), Hash)], Commitments, [new Attachment(new LocalText("Tilaluettelo"), "https://example.org/tilat.pdf", Hash)]);

    private static ChangeOrigin ForRemark => new(Remark: new(new RoundId(Cycle.Partnership, "lausuntokierros"), Parish, Clause));

    private static IReadOnlyDictionary<string, IEvent> Agreements => new Dictionary<string, IEvent>
    {
        ["agreement-drafted.v1"] = new AgreementDrafted(Premises, Content),
        ["agreement-drafted.v1.bare"] = new AgreementDrafted(Premises, new AgreementContent(
            AgreementKind.Framework, null, new LocalText("Puitesopimus"), [Parish, Town], new AgreementTerm(NewYear), null, null, [], [], [], [])),
        ["agreement-retitled.v1"] = new AgreementRetitled(Text),
        ["agreement-kind-chosen.v1"] = new AgreementKindChosen(AgreementKind.Framework),
        ["agreement-placed-under.v1"] = new AgreementPlacedUnder(new AgreementId(Cycle.Partnership, "puitesopimus")),
        ["agreement-placed-under.v1.nothing"] = new AgreementPlacedUnder(null),
        ["agreement-parties-chosen.v1"] = new AgreementPartiesChosen([Parish, Town]),
        ["agreement-term-set.v1"] = new AgreementTermSet(new AgreementTerm(NewYear, new LocalDate(2027, 12, 31), 12)),
        ["agreement-term-set.v1.open-ended"] = new AgreementTermSet(new AgreementTerm(NewYear)),
        ["agreement-notice-period-set.v1"] = new AgreementNoticePeriodSet(new NoticePeriod(30, NoticeUnit.Days)),
        ["agreement-notice-period-set.v1.none"] = new AgreementNoticePeriodSet(null),
        ["amendment-dated.v1"] = new AmendmentDated(new LocalDate(2027, 8, 1)),
        ["amendment-dated.v1.at-once"] = new AmendmentDated(null),
        ["agreement-rules-chosen.v1"] = new AgreementRulesChosen([new RulesReference(new(2027, 2), Hash)]),
        ["agreement-commitments-set.v1"] = new AgreementCommitmentsSet(Commitments),
        ["agreement-attachments-set.v1"] = new AgreementAttachmentsSet([new Attachment(new LocalText("Kartta"), "https://example.org/kartta.png", Hash)]),
        ["agreement-clause-added.v1"] = new AgreementClauseAdded(Keys, OtherClause, ForRemark),
        ["agreement-clause-added.v1.first"] = new AgreementClauseAdded(Keys, null, null),
        ["agreement-clause-retitled.v1"] = new AgreementClauseRetitled(Clause, LocalText.Empty, null),
        ["agreement-clause-reworded.v1"] = new AgreementClauseReworded(Clause, new LocalText("Avain on noudettava."), ForRemark),
        ["agreement-clause-moved.v1"] = new AgreementClauseMoved(Clause, OtherClause, new ChangeOrigin(new ProposalId(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e05")))),
        ["agreement-clause-removed.v1"] = new AgreementClauseRemoved(Clause, null),
        ["agreement-put-in-round.v1"] = new AgreementPutInRound(new RoundId(Cycle.Partnership, "lausuntokierros")),
        ["agreement-taken-out-of-round.v1"] = new AgreementTakenOutOfRound(new RoundId(Cycle.Partnership, "lausuntokierros")),
        ["agreement-offered.v1"] = new AgreementOffered(
            1, [new NamedParty(Town, new LocalText("Keravan kaupunki", "Kervo stad")), new NamedParty(Parish, new LocalText("Seurakunta"))], "vuosikello: agreement 1\nid: kuuma-seutu/tilat\n", Hash),
        ["agreement-returned-to-draft.v1"] = new AgreementReturnedToDraft(1),
        ["agreement-approved.v1"] = new AgreementApproved(Town, 2, Hash, new LocalText("kaupunginhallitus", "stadsstyrelsen"), new LocalDate(2026, 11, 9), "§ 214"),
        ["agreement-refused.v1"] = new AgreementRefused(Parish, 1, Hash, new LocalText("Irtisanomisaika on liian lyhyt")),
        ["agreement-signed.v1"] = new AgreementSigned(Town, 2, Hash),
        ["agreement-signature-withdrawn.v1"] = new AgreementSignatureWithdrawn(Town, 2),
        ["agreement-came-into-force.v1"] = new AgreementCameIntoForce(2, NewYearInHelsinki),
        ["amendment-started.v1"] = new AmendmentStarted(new LocalDate(2027, 8, 1)),
        ["amendment-started.v1.at-once"] = new AmendmentStarted(null),
        ["amendment-dropped.v1"] = new AmendmentDropped(),
        ["agreement-notice-given.v1"] = new AgreementNoticeGiven(Parish, new LocalText("Toiminta loppuu"), new LocalDate(2027, 3, 28), new LocalDate(2027, 6, 28)),
        ["agreement-renewed.v1"] = new AgreementRenewed(new LocalDate(2029, 2, 28), NewYearInHelsinki),
        ["agreement-terminated.v1"] = new AgreementTerminated(new LocalDate(2026, 12, 31), NewYearInHelsinki),
        ["agreement-expired.v1"] = new AgreementExpired(new LocalDate(2026, 12, 31), NewYearInHelsinki),
        ["commitment-fell-due.v1"] = new CommitmentFellDue(Commitments[1].Id, NewYear, NewYearInHelsinki),
    };
}
