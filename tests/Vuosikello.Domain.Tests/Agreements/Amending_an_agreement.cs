using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class Amending_an_agreement : AgreementScenario
{
    private static readonly LocalText Longer = new("Avain luovutetaan kuittausta vastaan ja palautetaan.");

    public Amending_an_agreement()
    {
        Content = Content with { Commitments = [] };
        Now = Helsinki(2026, 5, 1);
    }

    private IEvent[] Amended => [.. InForce, new AmendmentStarted(null), new AgreementClauseReworded(Keys, Longer, null)];

    private AgreementContent NewContent => Content with { Clauses = [Content.Clauses[0] with { Text = Longer }, Content.Clauses[1]] };
    private AgreementOffered Second => Version(2, NewContent);
    private IEvent Approval2(PartnerId party) => new AgreementApproved(party, 2, Second.Hash, Board, Met, "§ 4");

    [Fact]
    public void It_begins_with_the_text_in_force() =>
        Assert.Equal(Content, Given([.. InForce, new AmendmentStarted(null)]).State!.Draft);

    [Fact]
    public void The_old_version_is_in_force_until_all_have_signed_the_new_one()
    {
        IEvent[] approved = [.. Amended, Second, Approval2(Kerava), Approval2(Tuusula), new AgreementSigned(Kerava, 2, Second.Hash)];
        Assert.Equal(1, Given(approved).State!.Current!.Number);

        var verdict = Given(approved).When(Sign(Tuusula, Second.Hash));
        verdict.Then(new AgreementSigned(Tuusula, 2, Second.Hash), new AgreementCameIntoForce(2, Now));
        Assert.Equal([VersionStatus.Replaced, VersionStatus.InForce], verdict.After!.Versions.Select(v => v.Status));
        Assert.Equal(AgreementStage.Settled, verdict.After.Stage);
    }

    [Fact]
    public void It_may_have_a_first_day_of_its_own()
    {
        var content = NewContent with { AmendedFrom = new LocalDate(2026, 8, 1) };
        var offered = Version(2, content);
        IEvent[] signed =
        [
            .. InForce, new AmendmentStarted(new LocalDate(2026, 8, 1)), new AgreementClauseReworded(Keys, Longer, null), offered,
            new AgreementSigned(Kerava, 2, offered.Hash), new AgreementSigned(Tuusula, 2, offered.Hash),
            new AgreementApproved(Kerava, 2, offered.Hash, Board, Met, ""), new AgreementApproved(Tuusula, 2, offered.Hash, Board, Met, ""),
        ];
        Given(signed).When(TimePasses).ThenNothing();
        Now = Helsinki(2026, 8, 2);
        Given(signed).When(TimePasses).Then(new AgreementCameIntoForce(2, Helsinki(2026, 8, 1)));
    }

    [Fact]
    public void A_signature_on_the_old_versions_hash_does_not_count_for_the_new_one() =>
        Given([.. Amended, Second, Approval2(Kerava), Approval2(Tuusula)])
            .When(Sign(new PartnerId("yhdistykset"), Hash)).ThenRefused(
                new Problem(ProblemCodes.NotAParty, "party", ["yhdistykset"]), new Problem(ProblemCodes.HashIsAnother, "hash", [Hash, Second.Hash]));

    [Fact]
    public void One_amendment_is_made_at_a_time_and_only_of_what_is_in_force()
    {
        Given(Amended).When(new AmendAgreement(Id)).ThenRefused(ProblemCodes.AmendmentUnderWay, "agreement");
        Now = Helsinki(2026, 2, 1);
        Given(Signed).When(new AmendAgreement(Id)).ThenRefused(ProblemCodes.AgreementNotInForce, "agreement");
    }

    [Fact]
    public void It_does_not_begin_after_the_end_unless_the_agreement_renews_itself()
    {
        var amend = new AmendAgreement(Id, new LocalDate(2028, 1, 1));
        Given(InForce).When(amend).ThenRefused(new Problem(ProblemCodes.AmendmentAfterEnd, AgreementFields.AmendedFrom, ["2028-01-01", "2027-12-31"]));
        Content = Content with { Term = Content.Term with { RenewedByMonths = 12 } };
        Given(InForce).When(amend).Then(new AmendmentStarted(new LocalDate(2028, 1, 1)));
    }

    [Fact]
    public void A_party_that_an_amendment_leaves_out_consents_to_it_as_well()
    {
        PartnerId third = AgreementSamples.Associations;
        Content = Content with { Parties = [Kerava, Tuusula, third] };
        var second = Version(2, Content with { Parties = [Kerava, Tuusula] });
        IEvent Approval(PartnerId party) => new AgreementApproved(party, 2, second.Hash, Board, Met, "§ 4");
        IEvent Signature(PartnerId party) => new AgreementSigned(party, 2, second.Hash);
        IEvent[] two =
        [
            .. Approved, ApprovedBy(third), SignedBy(Kerava), SignedBy(Tuusula), SignedBy(third), CameIntoForce,
            new AmendmentStarted(null), new AgreementPartiesChosen([Kerava, Tuusula]), second, Approval(Kerava), Approval(Tuusula),
        ];

        Given(two).When(Sign(Kerava, second.Hash)).ThenRefused(new Problem(ProblemCodes.NotApprovedYet, "agreement", ["yhdistykset"]));
        Given(two).When(Approve(third, second.Hash)).Then(Approval(third));
        Given([.. two, Approval(third), Signature(Kerava)]).When(Sign(Tuusula, second.Hash)).Then(Signature(Tuusula));
        Given([.. two, Approval(third), Signature(Kerava), Signature(Tuusula)]).When(Sign(third, second.Hash)).Then(
            Signature(third), new AgreementCameIntoForce(2, Now));
        Given(two).When(Refuse(third, second.Hash)).Then(new AgreementRefused(third, 2, second.Hash, Why));
    }

    [Fact]
    public void A_party_that_has_left_the_partnership_may_go_on_and_consents_as_before()
    {
        var named = Amended.Append(new AgreementPartiesChosen([Tuusula, Kerava])).ToArray();
        Around = WithoutTuusula;
        var second = Version(2, NewContent with { Parties = [Tuusula, Kerava] });

        Given(Amended).When(new OfferAgreement(Id, Amended.Length - 1)).Then(Second);
        Given(named).When(new OfferAgreement(Id, named.Length - 1)).Then(second);
        IEvent[] without = [.. Amended, new AgreementPartiesChosen([Kerava, AgreementSamples.Associations])];
        Given(without).When(new EditAgreement(Id, without.Length - 1, new AgreementChanges { Parties = new([Kerava, Tuusula]) })).Then(new AgreementPartiesChosen([Kerava, Tuusula]));
        Given([.. Amended, Second, Approval2(Kerava)]).When(Sign(Kerava, Second.Hash)).ThenRefused(new Problem(ProblemCodes.NotApprovedYet, "agreement", ["tuusula"]));
        Given([.. Amended, Second, Approval2(Kerava)]).When(Approve(Tuusula, Second.Hash)).Then(Approval2(Tuusula));
    }

    [Fact]
    public void Who_has_left_the_partnership_becomes_no_new_party()
    {
        Around = WithoutTuusula;
        Content = Content with { Parties = [Kerava, AgreementSamples.Associations] };
        IEvent[] two = [Drafted, Offered, ApprovedBy(Kerava), ApprovedBy(AgreementSamples.Associations), SignedBy(Kerava), SignedBy(AgreementSamples.Associations), CameIntoForce, new AmendmentStarted(null)];
        var strange = new Problem(ProblemCodes.NoSuchPartner, AgreementFields.Parties, ["tuusula"]);

        Given(two).When(new EditAgreement(Id, two.Length - 1, new AgreementChanges { Parties = new([Kerava, AgreementSamples.Associations, Tuusula]) })).ThenRefused(strange);
        IEvent[] chosen = [.. two, new AgreementPartiesChosen([Kerava, Tuusula])];
        Given(chosen).When(new OfferAgreement(Id, chosen.Length - 1)).ThenRefused(strange);
    }

    private AgreementSurroundings WithoutTuusula =>
        Around with { Partnership = AgreementSamples.Partnership with { Partners = AgreementSamples.Partnership.Partners.Remove("tuusula") } };

    [Fact]
    public void Its_first_day_is_within_its_own_term()
    {
        IEvent[] Shortened(LocalDate from) =>
            [.. InForce, new AmendmentStarted(from), new AgreementTermSet(new AgreementTerm(new LocalDate(2026, 7, 1), new LocalDate(2026, 12, 31)))];
        OfferAgreement offer = new(Id, InForce.Length + 1);

        Given(Shortened(new LocalDate(2027, 1, 1))).When(offer)
            .ThenRefused(new Problem(ProblemCodes.AmendmentAfterEnd, AgreementFields.AmendedFrom, ["2027-01-01", "2026-12-31"]));
        Given(Shortened(new LocalDate(2026, 6, 30))).When(offer)
            .ThenRefused(new Problem(ProblemCodes.AmendmentBeforeStart, AgreementFields.AmendedFrom, ["2026-06-30", "2026-07-01"]));
        Assert.IsType<AgreementOffered>(Assert.Single(Assert.IsType<Decision.Accepted>(Given(Shortened(new LocalDate(2026, 12, 31))).When(offer).Decision).Events));
    }

    [Fact]
    public void What_was_never_in_force_has_no_first_day_of_an_amendment()
    {
        Now = Helsinki(2026, 1, 20);
        Given(Drafted, new AmendmentDated(new LocalDate(2026, 4, 1))).When(new OfferAgreement(Id, 1))
            .ThenRefused(new Problem(ProblemCodes.NothingToAmend, AgreementFields.AmendedFrom));
    }

    [Fact]
    public void Its_beginning_and_its_end_put_another_text_in_the_drafts_place()
    {
        IEvent[] anew = [.. InForce, new AmendmentStarted(null), new AgreementClauseReworded(Keys, Longer, null), new AmendmentDropped(), new AmendmentStarted(null)];
        long seen = anew.Length - 3, version = anew.Length - 1;
        Clash Clash(string field, object? yours, object? theirs) => new(field, yours, theirs, version, Stamps.Coordinator);
        LocalText wanted = new("Toisin");

        Given(anew).When(new OfferAgreement(Id, seen)).ThenRefused(ProblemCodes.TextChangedMeanwhile, "basedOn");
        Given(anew).When(new EditAgreement(Id, seen, new AgreementChanges { Title = new(wanted) })).ThenClashed(Clash(AgreementFields.Title, wanted, Content.Title));
        Given(anew).When(new EditAgreementClause(Id, Keys, seen, null, new(wanted)))
            .ThenClashed(Clash(AgreementFields.ClauseText(Keys), wanted, Content.Clauses[0].Text));
        Given(anew).When(new EditAgreementClause(Id, Keys, version, null, new(wanted))).Then(new AgreementClauseReworded(Keys, wanted, null));
    }

    [Fact]
    public void It_can_be_given_up()
    {
        var verdict = Given(Amended).When(new DropAmendment(Id));
        verdict.Then(new AmendmentDropped());
        Assert.Equal((Content, AgreementStage.Settled), (verdict.After!.Draft, verdict.After.Stage));
        Given(InForce).When(new DropAmendment(Id)).ThenNothing();
    }

    [Fact]
    public void One_of_a_renewed_agreement_keeps_the_end_that_it_has_by_now()
    {
        Content = Content with { Term = Content.Term with { RenewedByMonths = 12 } };
        var renewed = new AgreementRenewed(new LocalDate(2028, 12, 31), Helsinki(2028, 1, 1));
        Assert.Equal(new LocalDate(2028, 12, 31), Given([.. InForce, renewed, new AmendmentStarted(null)]).State!.Draft.Term.Until);
    }

    [Fact]
    public void What_was_still_being_made_when_the_agreement_ended_comes_to_nothing()
    {
        Now = Helsinki(2028, 1, 1);
        var verdict = Given([.. Amended, Second]).When(Sign(Kerava, Second.Hash));
        verdict.ThenRefused(ProblemCodes.NothingOffered, "agreement");
        Assert.Equal(VersionStatus.TakenBack, Given([.. Amended, Second]).When(TimePasses).After!.Versions[1].Status);
    }

    [Fact]
    public void Only_new_commitments_from_the_change_on_fall_due()
    {
        var due = new Commitment(AgreementSamples.Report, Kerava, new LocalText("Raportti"), new CommitmentDue(4, 1), []);
        var content = Content with { Commitments = [due] };
        var offered = Version(2, content);
        Now = Helsinki(2026, 6, 1);
        IEvent[] approved =
        [
            .. InForce, new AmendmentStarted(null), new AgreementCommitmentsSet([due]), offered,
            new AgreementApproved(Kerava, 2, offered.Hash, Board, Met, ""), new AgreementApproved(Tuusula, 2, offered.Hash, Board, Met, ""),
            new AgreementSigned(Kerava, 2, offered.Hash),
        ];
        Given(approved).When(Sign(Tuusula, offered.Hash)).Then(new AgreementSigned(Tuusula, 2, offered.Hash), new AgreementCameIntoForce(2, Now));
    }
}
