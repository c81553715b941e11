using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class The_life_of_an_agreement : AgreementScenario
{
    [Fact]
    public void It_begins_with_a_first_text() => Given().When(new DraftAgreement(Id, Content)).Then(Drafted);

    [Fact]
    public void A_short_name_is_used_once() => Given(Drafted).When(new DraftAgreement(Id, Content)).ThenRefused(ProblemCodes.AgreementExists, "agreement");

    [Fact]
    public void Offering_freezes_the_text_with_a_number_and_the_hash_of_the_text() =>
        Given(Drafted).When(new OfferAgreement(Id, 0)).Then(Offered);

    [Fact]
    public void The_hash_is_that_of_the_frozen_text() => Assert.Equal(CanonicalText.HashOf(Offered.Text), Offered.Hash);

    [Fact]
    public void A_text_that_changed_after_it_was_read_is_not_frozen() =>
        Given(Drafted, new AgreementRetitled(new LocalText("Uusi"))).When(new OfferAgreement(Id, 0)).ThenRefused(ProblemCodes.TextChangedMeanwhile, "basedOn");

    [Fact]
    public void Each_partys_body_approves() => Given(Drafted, Offered).When(Approve(Kerava)).Then(ApprovedBy(Kerava));

    [Fact]
    public void The_same_approval_again_is_nothing_new() => Given(Drafted, Offered, ApprovedBy(Kerava)).When(Approve(Kerava)).ThenNothing();

    [Fact]
    public void Nobody_signs_before_all_bodies_have_approved() =>
        Given(Drafted, Offered, ApprovedBy(Kerava)).When(Sign(Kerava)).ThenRefused(new Problem(ProblemCodes.NotApprovedYet, "agreement", ["tuusula"]));

    [Fact]
    public void A_body_does_not_approve_at_a_meeting_to_come() =>
        Given(Drafted, Offered).When(Approve(Kerava) with { MetOn = new LocalDate(2026, 1, 21) }).ThenRefused(ProblemCodes.MeetingToCome, "metOn");

    [Fact]
    public void A_body_does_not_approve_at_a_meeting_before_the_version_was_there() =>
        Given(Drafted, Offered).When(Approve(Kerava) with { MetOn = new LocalDate(2025, 12, 31) })
            .ThenRefused(new Problem(ProblemCodes.MeetingBeforeOffer, "metOn", ["2025-12-31", "2026-01-01"]));

    [Fact]
    public void Offering_again_is_nothing_new_until_a_party_refuses_or_all_have_signed()
    {
        OfferAgreement offer = new(Id, 0);
        Given(Drafted, Offered).When(offer).ThenNothing();
        Given(Approved).When(offer).ThenNothing();
        Given(Drafted, Offered, new AgreementRefused(Tuusula, 1, Hash, Why)).When(offer).ThenRefused(ProblemCodes.AgreementIsFrozen, "agreement");
        Given(Signed).When(offer).ThenRefused(ProblemCodes.AgreementIsFrozen, "agreement");
    }

    [Fact]
    public void A_signature_is_over_the_hash_of_the_version() => Given(Approved).When(Sign(Kerava)).Then(SignedBy(Kerava));

    [Fact]
    public void A_signature_on_another_hash_is_refused_with_both() =>
        Given(Approved).When(Sign(Kerava, "other")).ThenRefused(new Problem(ProblemCodes.HashIsAnother, "hash", ["other", Hash]));

    [Fact]
    public void Who_is_no_party_does_not_sign() =>
        Given(Approved).When(Sign(new PartnerId("yhdistykset"))).ThenRefused(ProblemCodes.NotAParty, "party");

    [Fact]
    public void Signing_twice_is_signing_once() => Given([.. Approved, SignedBy(Kerava)]).When(Sign(Kerava)).ThenNothing();

    [Fact]
    public void Signing_again_what_is_in_force_is_nothing_new()
    {
        Now = Helsinki(2026, 5, 1);
        Given(InForce).When(Sign(Kerava)).ThenNothing();
    }

    [Fact]
    public void When_the_last_one_signs_after_the_first_day_it_is_in_force_at_once()
    {
        Now = Helsinki(2026, 3, 1) + Duration.FromHours(10);
        Given([.. Approved, SignedBy(Kerava)]).When(Sign(Tuusula)).Then(SignedBy(Tuusula), new AgreementCameIntoForce(1, Now));
    }

    [Fact]
    public void When_all_sign_before_the_first_day_it_waits_for_it()
    {
        Given([.. Approved, SignedBy(Kerava)]).When(Sign(Tuusula)).Then(SignedBy(Tuusula));
        Assert.Equal(AgreementStage.Signed, Given(Signed).State!.Stage);
    }

    [Fact]
    public void A_signature_is_withdrawn_until_the_last_one_is_given()
    {
        var withdrawn = new AgreementSignatureWithdrawn(Kerava, 1);
        Given([.. Approved, SignedBy(Kerava)]).When(new WithdrawAgreementSignature(Id, Kerava)).Then(withdrawn);
        Given([.. Approved, SignedBy(Kerava), withdrawn]).When(Sign(Kerava)).Then(SignedBy(Kerava));
        Given(Signed).When(new WithdrawAgreementSignature(Id, Kerava)).ThenRefused(ProblemCodes.AllHaveSigned, "agreement");
    }

    [Fact]
    public void A_party_refuses_with_a_reason_and_the_version_goes_back_to_the_coordinator()
    {
        var refused = new AgreementRefused(Tuusula, 1, Hash, Why);
        Given(Drafted, Offered, ApprovedBy(Kerava)).When(Refuse(Tuusula)).Then(refused);
        var after = Given(Drafted, Offered, ApprovedBy(Kerava), refused);
        after.When(Approve(Tuusula)).ThenRefused(ProblemCodes.VersionWasRefused, "agreement");
        after.When(new ReturnAgreementToDraft(Id)).Then(new AgreementReturnedToDraft(1));
        Given(Drafted, Offered, refused, new AgreementReturnedToDraft(1)).When(new OfferAgreement(Id, 3)).Then(Version(2));
    }

    [Fact]
    public void Who_has_signed_withdraws_the_signature_before_refusing() =>
        Given([.. Approved, SignedBy(Kerava)]).When(Refuse(Kerava)).ThenRefused(ProblemCodes.AlreadySigned, "party");

    [Fact]
    public void What_was_taken_back_is_not_signed_any_more()
    {
        var offeredAgain = Version(2);
        Given([.. Approved, SignedBy(Kerava), new AgreementReturnedToDraft(1), offeredAgain])
            .When(Sign(Kerava)).ThenRefused(
                new Problem(ProblemCodes.HashIsAnother, "hash", [Hash, offeredAgain.Hash]),
                new Problem(ProblemCodes.NotApprovedYet, "agreement", ["kerava, tuusula"]));
    }

    [Fact]
    public void Nothing_frozen_is_edited()
    {
        var edit = new EditAgreement(Id, 0, new AgreementChanges { Title = new(new LocalText("Toinen")) });
        Given(Drafted, Offered).When(edit).ThenRefused(ProblemCodes.AgreementIsFrozen, "agreement");
        Given(Signed).When(edit).ThenRefused(ProblemCodes.AgreementIsFrozen, "agreement");
        Now = Helsinki(2026, 4, 1);
        Given(InForce).When(edit).ThenRefused(ProblemCodes.AgreementNeedsAmendment, "agreement");
    }
}
