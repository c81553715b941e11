using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events.Proof;
using Vuosikello.TestKit;
using static Vuosikello.Events.Tests.Proof.SampleAgreement;

namespace Vuosikello.Events.Tests.Proof;

/// <summary>An agreement's export shows its versions, texts and signatures, and they must be those that its events made, also when every hash of the chain is right.</summary>
public sealed class Signatures_in_an_export
{
    [Fact]
    public void The_versions_are_shown_with_text_hash_approvals_and_signatures()
    {
        var read = Read(Sound);

        Assert.Null(ExportCheck.Check(read).First);
        Assert.Equal(Sound.Versions, read.Versions);
        Assert.Equal([(1, 2, 2), (2, 2, 1)], read.Versions.Select(v => ((int)v.Number, v.Approvals.Count, v.Signatures.Count)));
        Assert.All(read.Versions, version => Assert.Equal(CanonicalText.HashOf(version.Text), version.Hash));
        Assert.Equal((AgreementSamples.Kerava.Value, (long)SignedSecond), (read.Versions[1].Signatures[0].Party, read.Versions[1].Signatures[0].Event));
    }

    [Fact]
    public void A_signature_that_was_withdrawn_is_no_longer_shown() =>
        Assert.Empty(Of([.. Life, new AgreementSignatureWithdrawn(AgreementSamples.Kerava, 2)]).Versions[1].Signatures);

    [Fact]
    public void A_forged_text_under_a_signed_hash_is_found()
    {
        var offered = (AgreementOffered)Life[OfferedFirst];

        Found(MisfitReason.TextOfAnother, OfferedFirst, With(OfferedFirst, offered with { Text = offered.Text.Replace("kuittausta", "luottamusta", StringComparison.Ordinal) }));
    }

    [Fact]
    public void A_text_with_its_own_hash_that_is_not_the_one_of_the_clauses_is_found()
    {
        var offered = (AgreementOffered)Life[OfferedFirst];
        string text = offered.Text.Replace("kuittausta", "luottamusta", StringComparison.Ordinal);

        Found(MisfitReason.TextOfAnother, OfferedFirst, With(OfferedFirst, offered with { Text = text, Hash = CanonicalText.HashOf(text) }));
    }

    [Theory]
    [InlineData("agreement 0")]
    [InlineData("agreement 2")]
    [InlineData("anything")]
    public void A_text_of_a_form_that_this_program_does_not_know_is_not_taken_on_trust(string form)
    {
        var offered = (AgreementOffered)Life[OfferedSecond];
        string text = offered.Text.Replace("agreement 1", form, StringComparison.Ordinal);

        Assert.NotEqual(offered.Text, text);
        Found(MisfitReason.FormNotKnown, OfferedSecond, Of([.. Life.Take(OfferedSecond), offered with { Text = text, Hash = CanonicalText.HashOf(text) }]));
    }

    [Fact]
    public void A_version_that_is_in_force_although_a_party_has_not_signed_it_is_found()
    {
        var inForce = new AgreementCameIntoForce(2, Instant.FromUtc(2026, 6, 1, 0, 0));

        Found(MisfitReason.NotSignedByAll, Life.Count, Of([.. Life, inForce]));
        Assert.Null(ExportCheck.Check(Read(Of([.. Life, new AgreementSigned(AgreementSamples.Tuusula, 2, ((AgreementOffered)Life[OfferedSecond]).Hash), inForce]))).First);
        Found(MisfitReason.NotSignedByAll, Life.Count, Of([.. Life, inForce with { Number = 3 }]));
        Found(MisfitReason.NotSignedByAll, OfferedFirst + 1, Of([.. Life.Take(OfferedFirst + 1), inForce with { Number = 1 }]));
    }

    [Fact]
    public void A_version_that_leaves_a_party_out_is_not_in_force_before_that_party_has_signed_it_too()
    {
        IEvent[] offered = [.. Life.Take(OfferedSecond - 1), new AgreementPartiesChosen([AgreementSamples.Kerava, AgreementSamples.Associations]), SampleAgreement.Offered(2, Content with { Parties = [AgreementSamples.Kerava, AgreementSamples.Associations] })];
        string hash = ((AgreementOffered)offered[^1]).Hash;
        IEvent[] signed = [.. offered, new AgreementSigned(AgreementSamples.Kerava, 2, hash), new AgreementSigned(AgreementSamples.Associations, 2, hash)];
        var inForce = new AgreementCameIntoForce(2, Instant.FromUtc(2026, 6, 1, 0, 0));

        Found(MisfitReason.NotSignedByAll, signed.Length, Of([.. signed, inForce]));
        Assert.Null(ExportCheck.Check(Read(Of([.. signed, new AgreementSigned(AgreementSamples.Tuusula, 2, hash), inForce]))).First);
    }

    [Fact]
    public void Consent_of_somebody_who_is_no_party_is_found()
    {
        Found(MisfitReason.NotAParty, SignedFirst, With(SignedFirst, (AgreementSigned)Life[SignedFirst] with { Party = AgreementSamples.Associations }));
        Found(MisfitReason.NotAParty, ApprovedFirst, With(ApprovedFirst, (AgreementApproved)Life[ApprovedFirst] with { Party = AgreementSamples.Associations }));
    }

    [Fact]
    public void A_clause_that_was_changed_before_it_was_frozen_is_found_although_all_hashes_of_the_chain_are_right() =>
        Found(MisfitReason.TextOfAnother, OfferedSecond, With(OfferedSecond - 1, new AgreementClauseReworded(AgreementSamples.Keys, new LocalText("Avaimia ei ole."), null)));

    [Fact]
    public void Consent_to_another_text_is_found()
    {
        string other = ((AgreementOffered)Life[OfferedSecond]).Hash;

        Found(MisfitReason.ConsentToAnother, SignedFirst, With(SignedFirst, new AgreementSigned(AgreementSamples.Kerava, 1, other)));
        Found(MisfitReason.ConsentToAnother, SignedFirst, With(SignedFirst, new AgreementSigned(AgreementSamples.Kerava, 3, other)));
        Found(MisfitReason.ConsentToAnother, ApprovedFirst, With(ApprovedFirst, (AgreementApproved)Life[ApprovedFirst] with { Hash = other }));
    }

    [Fact]
    public void In_a_log_whose_hashes_were_all_computed_anew_consent_to_another_text_is_found_too()
    {
        var forgery = With(SignedFirst, new AgreementSigned(AgreementSamples.Kerava, 1, ((AgreementOffered)Life[OfferedSecond]).Hash));
        var check = new LogCheck(positionsFollow: true);
        var first = forgery.Streams[0].Events.Select(e => check.Next(e.Event)).First(misfit => misfit is not null);

        Assert.Equal((MisfitReason.ConsentToAnother, (long)SignedFirst), (first!.Reason, first.Version));
    }

    [Fact]
    public void What_the_list_of_versions_says_otherwise_than_the_events_is_found_at_the_event()
    {
        var (first, second) = (Sound.Versions[0], Sound.Versions[1]);
        var signature = second.Signatures[0];

        Found(MisfitReason.VersionsDiffer, OfferedFirst, Sound with { Versions = [first with { Text = first.Text + "\n" }, second] });
        Found(MisfitReason.VersionsDiffer, OfferedSecond, Sound with { Versions = [first] });
        Found(MisfitReason.VersionsDiffer, SignedSecond, Sound with { Versions = [first, second with { Signatures = [] }] });
        Found(MisfitReason.VersionsDiffer, SignedSecond, Sound with { Versions = [first, second with { Signatures = [signature with { By = Guid.Empty }] }] });
        Found(MisfitReason.VersionsDiffer, OfferedSecond, Sound with { Versions = [first, second with { Signatures = [signature, signature with { Party = "tuusula" }] }] });
        Found(MisfitReason.VersionsDiffer, Life.Count - 1, Sound with { Versions = [first, second, second] });
    }

    [Fact]
    public void Rules_that_were_left_out_or_are_other_ones_than_the_agreement_refers_to_are_found_at_the_version_that_refers_to_them()
    {
        Found(MisfitReason.RulesMissing, OfferedFirst, Sound with { Streams = [Sound.Streams[0]] });
        Found(MisfitReason.RulesMissing, OfferedFirst, Of(Life, Rules.Take(1)));
    }

    [Fact]
    public void Adopted_rules_whose_hash_is_not_that_of_their_text_are_found()
    {
        var found = ExportCheck.Check(Read(Of(Life, [Rules[0], new RulesHeadingRemoved(StandardHeadings.Cooperation), Rules[1]]))).First;

        Assert.Equal((MisfitReason.TextOfAnother, 2L, "rules-adopted.v1"), (found!.Reason, found.Version, found.Type));
    }

    [Fact]
    public void An_event_that_only_a_newer_program_knows_is_named()
    {
        var stream = Sound.Streams[0];
        var e = stream.Events[^1].Event with { Version = Life.Count, Type = "agreement-laminated.v1" };
        var longer = new ExportedStream(stream.Head with { Version = Life.Count, Hash = EventChain.After(stream.Head.Hash, e) }, [.. stream.Events, new(e, EventChain.After(stream.Head.Hash, e))]);

        Found(MisfitReason.NotKnown, Life.Count, Sound with { Streams = [longer, Sound.Streams[1]] });
    }

    private static Export Read(Export export) => ExportReader.Read(SampleExport.Written(export));

    private static void Found(MisfitReason reason, int version, Export forgery)
    {
        var found = ExportCheck.Check(Read(forgery)).First;
        Assert.NotNull(found);
        Assert.Equal((reason, (long)version), (found.Reason, found.Version));
    }
}
