using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.TestKit;

/// <summary>An agreement on premises between three partners of the sample partnership.</summary>
public static class AgreementSamples
{
    public static AgreementId Id { get; } = new(Samples.PartnershipId, "tilat");
    public static PartnerId Kerava { get; } = new("kerava");
    public static PartnerId Tuusula { get; } = new("tuusula");
    public static PartnerId Associations { get; } = new("yhdistykset");
    public static ClauseId Keys { get; } = new(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01"));
    public static ClauseId Cleaning { get; } = new(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e02"));
    public static CommitmentId Report { get; } = new(new Guid("9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03"));
    public static RulesReference Rules { get; } = new(new(2026, 1), new string('a', 64));

    public static Partnership Partnership { get; } = Samples.Fold<Partnership>(
    [
        .. Samples.Founding,
        new PartnerJoined(new Partner(Tuusula, PartnerKind.Municipality, new LocalText("Tuusulan kunta", "Tusby kommun"), [], [])),
        new PartnerJoined(new Partner(Associations, PartnerKind.Association, new LocalText("Seudun yhdistykset"), [], [])),
    ]);

    /// <summary>From 1 March 2026 to the end of 2027, with three months' notice and a yearly report by 30 November.</summary>
    public static AgreementContent Content { get; } = new(
        AgreementKind.Partnership, null, new LocalText("Tilojen käyttö", "Användning av lokaler"), [Kerava, Tuusula],
        new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2027, 12, 31)), new NoticePeriod(3, NoticeUnit.Months), null,
        [
            new(Keys, new LocalText("Avaimet"), new LocalText("Avain luovutetaan kuittausta vastaan.")),
            new(Cleaning, LocalText.Empty, new LocalText("Tilat siivotaan käytön jälkeen.")),
        ],
        [Rules],
        [new(Report, Tuusula, new LocalText("Raportoi tilojen käytöstä"), new CommitmentDue(11, 30), [Samples.ActivityId])],
        [new(new LocalText("Tilaluettelo"), "https://example.org/tilat.pdf", new string('b', 64))]);

    /// <summary>The rules, the partnership and its one activity are as the sample content names them.</summary>
    public static AgreementSurroundings Around { get; } = new(Partnership, null, [Rules], [Samples.ActivityId]);
}
