using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

/// <summary>Scenarios of the sample agreement, which is written, offered, approved and signed in January 2026.</summary>
public abstract class AgreementScenario
{
    protected static AgreementId Id => AgreementSamples.Id;
    protected static PartnerId Kerava => AgreementSamples.Kerava;
    protected static PartnerId Tuusula => AgreementSamples.Tuusula;
    protected static ClauseId Keys => AgreementSamples.Keys;
    protected static ClauseId Cleaning => AgreementSamples.Cleaning;
    protected static LocalText Why => new("Irtisanomisaika on liian lyhyt");
    protected static LocalText Board => new("kunnanhallitus");
    protected static LocalDate Met => new(2026, 1, 12);

    /// <summary>What the sample agreement says, unless a test says otherwise.</summary>
    protected AgreementContent Content { get; set; } = AgreementSamples.Content;
    protected AgreementSurroundings Around { get; set; } = AgreementSamples.Around;

    /// <summary>The present: in January 2026, before the first day.</summary>
    protected Instant Now { get; set; } = Instant.FromUtc(2026, 1, 20, 10, 0);

    protected Scenario<Agreement, IAgreementCommand> Given(params IEvent[] events) =>
        new Scenario<Agreement, IAgreementCommand>((state, command) => AgreementDecider.Decide(state, command, Around, Now)).Given(events);

    protected IEvent Drafted => new AgreementDrafted(Id, Content);
    protected AgreementOffered Offered => Version(1);
    protected string Hash => Offered.Hash;
    protected IEvent ApprovedBy(PartnerId party) => new AgreementApproved(party, 1, Hash, Board, Met, "§ 4");
    protected IEvent SignedBy(PartnerId party) => new AgreementSigned(party, 1, Hash);
    protected IEvent[] Approved => [Drafted, Offered, ApprovedBy(Kerava), ApprovedBy(Tuusula)];
    protected IEvent[] Signed => [.. Approved, SignedBy(Kerava), SignedBy(Tuusula)];
    protected IEvent CameIntoForce => new AgreementCameIntoForce(1, Helsinki(2026, 3, 1));
    protected IEvent[] InForce => [.. Signed, CameIntoForce];

    /// <summary>The content as it is frozen under a number.</summary>
    protected AgreementOffered Version(int number, AgreementContent? content = null)
    {
        var frozen = content ?? Content;
        var named = frozen.Parties.Select(p => new NamedParty(p, AgreementSamples.Partnership.Partners[p.Value].Name)).ToValueList();
        string text = AgreementText.Of(Id, number, frozen, named);
        return new(number, named, text, CanonicalText.HashOf(text));
    }

    protected ApproveAgreement Approve(PartnerId party, string? hash = null) => new(Id, party, hash ?? Hash, Board, Met, "§ 4");
    protected RefuseAgreement Refuse(PartnerId party, string? hash = null) => new(Id, party, hash ?? Hash, Why);
    protected SignAgreement Sign(PartnerId party, string? hash = null) => new(Id, party, hash ?? Hash);
    protected static GiveNotice Notice(PartnerId party) => new(Id, party, Why);
    protected static LetTimePass TimePasses => new(Id);

    /// <summary>The moment at which a day begins in Helsinki.</summary>
    protected static Instant Helsinki(int year, int month, int day) =>
        DateTimeZoneProviders.Tzdb["Europe/Helsinki"].AtStartOfDay(new LocalDate(year, month, day)).ToInstant();
}
