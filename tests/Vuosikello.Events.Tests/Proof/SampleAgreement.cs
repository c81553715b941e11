using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events.Proof;
using Vuosikello.TestKit;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>The export of an agreement that two parties signed, and that is being amended: one of them has signed the second version.</summary>
internal static class SampleAgreement
{
    public const int OfferedFirst = 1, ApprovedFirst = 2, SignedFirst = 4, OfferedSecond = 9, SignedSecond = 12;

    private static readonly StreamName Stream = Streams.Of(AgreementSamples.Id);
    private static readonly StreamName RulesStream = Streams.OfRules(AgreementSamples.Id.Partnership);

    private static readonly RulesText Text = new(StandardHeadings.All, [new(new ClauseId(new Guid(1, 8, 0, new byte[8])), StandardHeadings.Premises, LocalText.Empty, new LocalText("Tilat annetaan yhdistyksille maksutta."))]);
    private static readonly string RulesHash = CanonicalText.HashOf(Text.Canonical(AgreementSamples.Id.Partnership));
    public static readonly AgreementContent Content = AgreementSamples.Content with { Rules = [new RulesReference(new(2026, 1), RulesHash)] };
    private static readonly AgreementContent Amended = Content with
    {
        Clauses = [Content.Clauses[0] with { Text = new LocalText("Avaimesta pidetään luetteloa.") }, Content.Clauses[1]],
    };

    public static IReadOnlyList<IEvent> Life { get; } = Made();

    /// <summary>The working rules that the agreement refers to.</summary>
    public static IReadOnlyList<IEvent> Rules { get; } =
    [
        new RulesDrafted(AgreementSamples.Id.Partnership, Text.Headings, Text.Clauses),
        new RulesAdopted(new RulesVersion(2026, 1), RulesHash, LocalText.Empty),
    ];

    public static Export Sound { get; } = Of(Life);

    /// <summary>What a careful forger makes: the hashes of all events are right, whatever they say.</summary>
    public static Export Of(IEnumerable<IEvent> events, IEnumerable<IEvent>? rules = null) =>
        Export.Of(Instant.FromUtc(2026, 11, 22, 4, 0), [StreamOf(Stream, events), StreamOf(RulesStream, rules ?? Rules)]);

    public static Export With(int at, IEvent e) => Of(Life.Select((old, i) => i == at ? e : old));

    private static ExportedStream StreamOf(StreamName stream, IEnumerable<IEvent> events)
    {
        var data = events.Select((e, i) => EventSerializer.Serialize(e, Stamp(i), new Guid(i, 5, 0, new byte[8]))).ToArray();
        EventChain.Seal(stream, 0, default, data);
        return ExportedStream.Of(stream, data.Select((e, i) => new RecordedEvent(stream, i, new Position(i + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue)));
    }

    private static IEvent[] Made()
    {
        var first = Offered(1, Content);
        var second = Offered(2, Amended);
        return
        [
            new AgreementDrafted(AgreementSamples.Id, Content),
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

    public static AgreementOffered Offered(int number, AgreementContent content)
    {
        var named = content.Parties.Select(p => new NamedParty(p, AgreementSamples.Partnership.Partners[p.Value].Name)).ToValueList();
        string text = AgreementText.Of(AgreementSamples.Id, number, content, named);
        return new(number, named, text, CanonicalText.HashOf(text));
    }

    private static AgreementApproved Approved(PartnerId party, AgreementOffered version) =>
        new(party, version.Number, version.Hash, new LocalText("kunnanhallitus"), new LocalDate(2026, 1, 12), "§ 4");

    private static Stamp Stamp(int number) => new(
        new CommandId(new Guid(number, 6, 0, new byte[8])), new MemberId(new Guid(7, 7, 0, new byte[8])), AgreementSamples.Kerava, Instant.FromUtc(2026, 1, 20, 10, 0) + Duration.FromMinutes(number));
}
