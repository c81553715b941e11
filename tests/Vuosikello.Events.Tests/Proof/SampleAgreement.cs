using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Events.Proof;
using Vuosikello.TestKit;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>The export of an agreement that two parties signed, and that is being amended: one of them has signed the second version.</summary>
internal static class SampleAgreement
{
    public const int OfferedFirst = 1, ApprovedFirst = 2, SignedFirst = 4, OfferedSecond = 9, SignedSecond = 12;

    private static readonly StreamName Stream = Streams.Of(AgreementSamples.Id);
    private static readonly AgreementContent Amended = AgreementSamples.Content with
    {
        Clauses = [AgreementSamples.Content.Clauses[0] with { Text = new LocalText("Avaimesta pidetään luetteloa.") }, AgreementSamples.Content.Clauses[1]],
    };

    public static IReadOnlyList<IEvent> Life { get; } = Made();

    public static Export Sound { get; } = Of(Life);

    /// <summary>What a careful forger makes: the hashes of all events are right, whatever they say.</summary>
    public static Export Of(IEnumerable<IEvent> events)
    {
        var data = events.Select((e, i) => EventSerializer.Serialize(e, Stamp(i), new Guid(i, 5, 0, new byte[8]))).ToArray();
        EventChain.Seal(Stream, 0, default, data);
        var recorded = data.Select((e, i) => new RecordedEvent(Stream, i, new Position(i + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue));
        return Export.Of(Instant.FromUtc(2026, 11, 22, 4, 0), [ExportedStream.Of(Stream, recorded)]);
    }

    public static Export With(int at, IEvent e) => Of(Life.Select((old, i) => i == at ? e : old));

    private static IEvent[] Made()
    {
        var first = Offered(1, AgreementSamples.Content);
        var second = Offered(2, Amended);
        return
        [
            new AgreementDrafted(AgreementSamples.Id, AgreementSamples.Content),
            first,
            Approved(AgreementSamples.Kerava, first),
            Approved(AgreementSamples.Tuusula, first),
            new AgreementSigned(AgreementSamples.Kerava, 1, first.Hash),
            new AgreementSigned(AgreementSamples.Tuusula, 1, first.Hash),
            new AgreementCameIntoForce(1, Instant.FromUtc(2026, 2, 28, 22, 0)),
            new AmendmentStarted(null),
            new AgreementClauseReworded(AgreementSamples.Keys, new LocalText("Avaimesta pidetään luetteloa."), null),
            second,
            Approved(AgreementSamples.Kerava, second),
            Approved(AgreementSamples.Tuusula, second),
            new AgreementSigned(AgreementSamples.Kerava, 2, second.Hash),
        ];
    }

    private static AgreementOffered Offered(int number, AgreementContent content)
    {
        var named = content.Parties.Select(p => new NamedParty(p, AgreementSamples.Partnership.Partners[p.Value].Name)).ToValueList();
        string text = AgreementText.Of(AgreementSamples.Id, number, content, named);
        return new(number, named, text, CanonicalText.HashOf(text));
    }

    private static AgreementApproved Approved(PartnerId party, AgreementOffered version) =>
        new(party, version.Number, version.Hash, new LocalText("kunnanhallitus"), new LocalDate(2026, 1, 12), "§ 4");

    private static Stamp Stamp(int number) => new(
        new CommandId(new Guid(number, 6, 0, new byte[8])), new MemberId(new Guid(7, 7, 0, new byte[8])), AgreementSamples.Kerava, Instant.FromUtc(2026, 1, 20, 10, number));
}
