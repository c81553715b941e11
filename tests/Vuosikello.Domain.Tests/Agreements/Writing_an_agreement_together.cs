using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Tests.CommentRounds;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class Writing_an_agreement_together : AgreementScenario
{
    private static readonly LocalText Mine = new("Minun"), Theirs = new("Heidän");
    private static readonly RoundId Round = new(Samples.PartnershipId, "kevat"), Other = new(Samples.PartnershipId, "syksy");

    private static EditAgreementClause Reword(long basedOn, ChangeOrigin? origin = null) => new(Id, Keys, basedOn, null, new(Mine), origin);
    private static EditAgreement Edit(AgreementChanges changes, long basedOn = 0) => new(Id, basedOn, changes);
    private static ChangeOrigin Remarked(PartnerId? by = null, ClauseId? on = null) => new(Remark: new(RoundSample.Id, by ?? RoundSample.Kerava, on ?? RoundSample.Premises));
    private static CommentRound Closed => Samples.Fold<CommentRound>(RoundSample.Planned, RoundSample.Opened, RoundSample.Drafted, RoundSample.Sent, RoundSample.Closed);
    private static Clash Clash(string field, object? yours, object? theirs) => new(field, yours, theirs, 1, Stamps.Editor);

    private Scenario<Agreement, IAgreementCommand> After(IEvent theirs) => Given(Drafted).GivenBy(Stamps.Editor, theirs);

    [Fact]
    public void What_a_form_is_based_on_is_the_last_change_of_its_own_fields()
    {
        var written = Given(Drafted, new AgreementRetitled(new("Toinen nimi")), new AgreementClauseReworded(Keys, new("Toisin."), null)).State!;

        Assert.Equal((0, 1, 2), (written.LastTouch(Cleaning).Version, written.LastTouch(AgreementFields.Title).Version, written.LastTouch(Keys).Version));
        Given(Drafted, new AgreementRetitled(new("Toinen nimi")), new AgreementClauseReworded(Keys, new("Toisin."), null))
            .When(new EditAgreementClause(Id, Cleaning, written.LastTouch(Cleaning).Version, null, new(new("Tilat siivotaan heti."))))
            .Then(new AgreementClauseReworded(Cleaning, new("Tilat siivotaan heti."), null));
    }

    [Fact]
    public void Another_text_in_the_drafts_place_is_the_last_change_of_every_field()
    {
        Now = Helsinki(2026, 5, 1);
        IEvent[] amended = [.. InForce, new AmendmentStarted(null)];
        Assert.Equal(amended.Length - 1, Given(amended).State!.LastTouch(Keys).Version);
    }

    [Fact]
    public void A_round_was_on_the_text_that_stood_when_it_opened_and_not_on_its_amendment()
    {
        IEvent[] commented = [Drafted, new AgreementPutInRound(Round), new AgreementTakenOutOfRound(Round)];
        var frozen = Given(commented[..2]).State!.Freeze();
        var (planned, opened) = (Samples.Fold<CommentRound>(RoundSample.Planned), Samples.Fold<CommentRound>(RoundSample.Planned, new RoundOpened([frozen])));

        Assert.False(planned.WasOn(Given(commented).State!));
        Assert.True(opened.WasOn(Given([.. commented, Offered]).State!));
        Assert.False(opened.WasOn(Given(Drafted).State!));
        Assert.False(opened.WasOn(Given([.. commented, .. InForce[1..], new AmendmentStarted(null)]).State!));
        Assert.False(Samples.Fold<CommentRound>(RoundSample.Planned, RoundSample.Opened).WasOn(Given(commented).State!));
    }

    [Fact]
    public void Two_editors_in_different_clauses_are_merged() =>
        After(new AgreementClauseReworded(Cleaning, Theirs, null)).When(Reword(0)).Then(new AgreementClauseReworded(Keys, Mine, null));

    [Fact]
    public void Two_editors_in_one_clause_clash_and_nobody_loses() =>
        After(new AgreementClauseReworded(Keys, Theirs, null)).When(Reword(0)).ThenClashed(Clash(AgreementFields.ClauseText(Keys), Mine, Theirs));

    [Fact]
    public void The_title_and_the_text_of_a_clause_are_two_fields() =>
        After(new AgreementClauseRetitled(Keys, Theirs, null)).When(Reword(0)).Then(new AgreementClauseReworded(Keys, Mine, null));

    [Fact]
    public void What_both_wanted_is_no_clash() => After(new AgreementClauseReworded(Keys, Mine, null)).When(Reword(0)).ThenNothing();

    [Fact]
    public void A_clause_that_was_removed_meanwhile_clashes() =>
        After(new AgreementClauseRemoved(Keys, null)).When(Reword(0)).ThenClashed(Clash(AgreementFields.Clause(Keys), Mine, null));

    [Fact]
    public void A_clause_that_was_never_there_is_refused() =>
        Given(Drafted).When(new EditAgreementClause(Id, new ClauseId(new Guid(1, 1, 1, new byte[8])), 0, null, new(Mine))).ThenRefused(ProblemCodes.NoSuchAgreementClause, "clause");

    [Fact]
    public void A_clause_that_somebody_reworded_is_not_removed_unread() =>
        After(new AgreementClauseReworded(Keys, Theirs, null)).When(new RemoveAgreementClause(Id, Keys, 0)).ThenClashed(Clash(AgreementFields.ClauseText(Keys), null, Theirs));

    [Fact]
    public void Removing_twice_is_removing_once()
    {
        Given(Drafted).When(new RemoveAgreementClause(Id, Keys, 0)).Then(new AgreementClauseRemoved(Keys, null));
        After(new AgreementClauseRemoved(Keys, null)).When(new RemoveAgreementClause(Id, Keys, 0)).ThenNothing();
    }

    [Fact]
    public void Fields_that_others_did_not_touch_are_merged() =>
        After(new AgreementTermSet(new AgreementTerm(new LocalDate(2026, 4, 1))))
            .When(Edit(new AgreementChanges { Title = new(Mine), Notice = new(new NoticePeriod(30, NoticeUnit.Days)) }))
            .Then(new AgreementRetitled(Mine), new AgreementNoticePeriodSet(new NoticePeriod(30, NoticeUnit.Days)));

    [Fact]
    public void One_field_that_others_touched_clashes_and_nothing_of_the_edit_happens() =>
        After(new AgreementRetitled(Theirs)).When(Edit(new AgreementChanges { Title = new(Mine), Notice = new((NoticePeriod?)null) }))
            .ThenClashed(Clash(AgreementFields.Title, Mine, Theirs));

    [Fact]
    public void Every_field_can_be_edited()
    {
        Around = Around with { Framework = Samples.Fold<Agreement>(new AgreementDrafted(new AgreementId(Samples.PartnershipId, "puite"), Content with { Kind = AgreementKind.Framework })) };
        var changes = new AgreementChanges
        {
            Title = new(Mine),
            Kind = new(AgreementKind.Framework),
            Under = new(Around.Framework!.Id),
            Parties = new([AgreementSamples.Associations, Kerava, Tuusula]),
            Term = new(new AgreementTerm(new LocalDate(2026, 4, 1))),
            Notice = new(new NoticePeriod(6, NoticeUnit.Months)),
            AmendedFrom = new(new LocalDate(2026, 5, 1)),
            Rules = new([]),
            Commitments = new([]),
            Attachments = new([]),
        };
        Given(Drafted).When(Edit(changes)).Then(
            new AgreementRetitled(Mine),
            new AgreementKindChosen(AgreementKind.Framework),
            new AgreementPlacedUnder(Around.Framework.Id),
            new AgreementPartiesChosen([AgreementSamples.Associations, Kerava, Tuusula]),
            new AgreementTermSet(new AgreementTerm(new LocalDate(2026, 4, 1))),
            new AgreementNoticePeriodSet(new NoticePeriod(6, NoticeUnit.Months)),
            new AmendmentDated(new LocalDate(2026, 5, 1)),
            new AgreementRulesChosen([]),
            new AgreementCommitmentsSet([]),
            new AgreementAttachmentsSet([]));
        Assert.Equal(changes.ApplyTo(Content), Given(Drafted).When(Edit(changes)).After!.Draft);
    }

    [Fact]
    public void Clauses_are_added_and_moved_behind_others()
    {
        var id = new ClauseId(new Guid(3, 3, 3, new byte[8]));
        var added = new AgreementClauseAdded(new AgreementClause(id, LocalText.Empty, Mine), Keys, null);
        Given(Drafted).When(new AddAgreementClause(Id, id, LocalText.Empty, Mine, Keys)).Then(added);
        Assert.Equal([Keys, id, Cleaning], Given(Drafted, added).State!.Draft.Clauses.Select(c => c.Id));

        Given(Drafted, added).When(new MoveAgreementClause(Id, id, 1, null)).Then(new AgreementClauseMoved(id, null, null));
        Assert.Equal([id, Keys, Cleaning], Given(Drafted, added, new AgreementClauseMoved(id, null, null)).State!.Draft.Clauses.Select(c => c.Id));
        Given(Drafted, added).When(new MoveAgreementClause(Id, id, 1, Keys)).ThenNothing();
    }

    [Fact]
    public void While_it_is_commented_on_nothing_changes_the_text()
    {
        var put = new AgreementPutInRound(Round);
        Given(Drafted).When(new PutAgreementInRound(Id, Round)).Then(put);
        Given(Drafted, put).When(new PutAgreementInRound(Id, Round)).ThenNothing();
        Given(Drafted, put).When(new PutAgreementInRound(Id, Other)).ThenRefused(new Problem(ProblemCodes.AgreementInRound, "agreement", ["kevat"]));

        Given(Drafted, put).When(Reword(1)).ThenRefused(ProblemCodes.AgreementInRound, "agreement");
        Around = Around with { Remarked = Closed };
        Given(Drafted, put).When(Reword(1, Remarked())).ThenRefused(ProblemCodes.AgreementInRound, "agreement");
        Given(Drafted, put).When(Edit(new AgreementChanges { Title = new(Mine) }, 1)).ThenRefused(ProblemCodes.AgreementInRound, "agreement");
        Given(Drafted, put).When(new OfferAgreement(Id, 1)).ThenRefused(ProblemCodes.AgreementInRound, "agreement");

        Given(Drafted, put).When(new TakeAgreementOutOfRound(Id, Other)).ThenNothing();
        Given(Drafted, put).When(new TakeAgreementOutOfRound(Id, Round)).Then(new AgreementTakenOutOfRound(Round));
        Given(Drafted, put, new AgreementTakenOutOfRound(Round)).When(Reword(2)).Then(new AgreementClauseReworded(Keys, Mine, null));
    }

    [Fact]
    public void A_change_keeps_the_remark_from_which_it_followed_and_nothing_else()
    {
        Around = Around with { Remarked = Closed };
        Given(Drafted).When(Reword(0, Remarked() with { Proposal = new ProposalId(new Guid(4, 4, 4, new byte[8])) }))
            .Then(new AgreementClauseReworded(Keys, Mine, Remarked()));
        Given(Drafted).When(Reword(0, new ChangeOrigin(new ProposalId(new Guid(4, 4, 4, new byte[8]))))).Then(new AgreementClauseReworded(Keys, Mine, null));
        Given(Drafted).When(new RemoveAgreementClause(Id, Keys, 0, Remarked())).Then(new AgreementClauseRemoved(Keys, Remarked()));
    }

    [Fact]
    public void What_is_no_remark_of_a_closed_round_is_no_origin()
    {
        Given(Drafted).When(Reword(0, Remarked())).ThenRefused(ProblemCodes.OriginIsNoRemark, "origin");

        Around = Around with { Remarked = Samples.Fold<CommentRound>(RoundSample.Planned, RoundSample.Opened, RoundSample.Drafted, RoundSample.Sent) };
        Given(Drafted).When(Reword(0, Remarked())).ThenRefused(ProblemCodes.OriginIsNoRemark, "origin");

        Around = Around with { Remarked = Closed };
        Given(Drafted).When(Reword(0, Remarked(by: RoundSample.Tuusula))).ThenRefused(ProblemCodes.OriginIsNoRemark, "origin");
        Given(Drafted).When(Reword(0, Remarked(on: RoundSample.Fees))).ThenRefused(ProblemCodes.OriginIsNoRemark, "origin");

        var content = new StatementSent(RoundSample.Kerava, [new ClauseStand(RoundSample.Premises, Stance.InFavour, LocalText.Empty)], LocalText.Empty, Late: false);
        Around = Around with { Remarked = Samples.Fold<CommentRound>(RoundSample.Planned, RoundSample.Opened, content, RoundSample.Closed) };
        Given(Drafted).When(Reword(0, Remarked())).ThenRefused(ProblemCodes.OriginIsNoRemark, "origin");
    }

    [Fact]
    public void For_a_round_it_is_frozen_with_its_clauses_and_commitments()
    {
        var frozen = Given(Drafted).State!.Freeze();

        Assert.Equal((DocumentKind.Agreement, "kuuma-seutu/tilat", 0L, Content.Title), (frozen.Kind, frozen.Id, frozen.Version, frozen.Title));
        Assert.Equal(
            [
                new FrozenClause(Keys, "1", Content.Clauses[0].Title, Content.Clauses[0].Text),
                new FrozenClause(Cleaning, "2", LocalText.Empty, Content.Clauses[1].Text),
                new FrozenClause(new ClauseId(AgreementSamples.Report.Value), "3.1", LocalText.Empty, Content.Commitments[0].What, null, new FrozenCommitment(Content.Commitments[0].By, Content.Commitments[0].Due)),
            ],
            frozen.Clauses);
        Assert.NotEqual(frozen.Hash, Given(Drafted, new AgreementRetitled(Mine)).State!.Freeze().Hash);
    }
}
