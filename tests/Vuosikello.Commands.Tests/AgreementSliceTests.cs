using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class AgreementSliceTests
{
    private static readonly AgreementId Id = new(Seutu.Id, "tilat");
    private static readonly StreamName Stream = Streams.Of(Id);
    private static readonly ClauseId Keys = new(new Guid(1, 1, 1, new byte[8]));
    private static readonly LocalText Text = new("Avain palautetaan.");
    private static readonly LocalDate Today = new(2026, 6, 1);

    private static readonly AgreementContent Content = new(
        AgreementKind.Partnership, null, new LocalText("Tilat"), [Seutu.Kerava, Seutu.Tuusula], new AgreementTerm(new LocalDate(2026, 9, 1)),
        new NoticePeriod(3, NoticeUnit.Months), null, [new(Keys, LocalText.Empty, Text)], [], [], []);

    private static DraftAgreement Draft => new(Id, Content);

    private static AgreementOffered Version(int number)
    {
        NamedParty[] named = [new(Seutu.Kerava, new LocalText("kerava")), new(Seutu.Tuusula, new LocalText("tuusula"))];
        string text = AgreementText.Of(Id, number, Content, [.. named]);
        return new(number, [.. named], text, CanonicalText.HashOf(text));
    }

    private static string Hash => Version(1).Hash;
    private static ApproveAgreement Approve(PartnerId party) => new(Id, party, Hash, new LocalText("hallitus"), Today, "§ 1");
    private static SignAgreement Sign(PartnerId party) => new(Id, party, Hash);

    private static async Task<House> Offered()
    {
        var house = await House.WithSeutu();
        await house.Done(Draft, Members.Coordinator);
        await house.Done(new OfferAgreement(Id, 0), Members.Coordinator);
        return house;
    }

    private static async Task<House> Approved()
    {
        var house = await Offered();
        await house.Done(Approve(Seutu.Kerava), Members.EditorOfKerava);
        await house.Done(Approve(Seutu.Tuusula), Members.SignatoryOfTuusula);
        return house;
    }

    [Fact]
    public async Task An_agreement_goes_from_draft_to_force_and_to_an_end()
    {
        var house = await House.WithSeutu();
        Assert.Equal([new AgreementDrafted(Id, Content)], await house.Added(Stream, Draft, Members.EditorOfKerava));
        Assert.Equal([Version(1)], await house.Added(Stream, new OfferAgreement(Id, 0), Members.Coordinator));
        Assert.Equal([new AgreementApproved(Seutu.Kerava, 1, Hash, new LocalText("hallitus"), Today, "§ 1")], await house.Added(Stream, Approve(Seutu.Kerava), Members.EditorOfKerava));
        await house.Done(Approve(Seutu.Tuusula), Members.EditorOfTuusula);
        Assert.Equal([new AgreementSigned(Seutu.Kerava, 1, Hash)], await house.Added(Stream, Sign(Seutu.Kerava), Members.Signatory));
        Assert.Equal([new AgreementSignatureWithdrawn(Seutu.Kerava, 1)], await house.Added(Stream, new WithdrawAgreementSignature(Id, Seutu.Kerava), Members.Signatory));
        await house.Done(Sign(Seutu.Kerava), Members.Signatory);
        await house.Done(Sign(Seutu.Tuusula), Members.SignatoryOfTuusula);

        house.Now = HelsinkiDays.StartOf(new LocalDate(2026, 9, 1));
        Assert.Equal([new AgreementCameIntoForce(1, house.Now)], await house.Added(Stream, new LetTimePass(Id), SystemMember.Id));
        Assert.Equal([new AmendmentStarted(null)], await house.Added(Stream, new AmendAgreement(Id), Members.Coordinator));
        Assert.Equal([new AmendmentDropped()], await house.Added(Stream, new DropAmendment(Id), Members.Coordinator));
        Assert.Equal(
            [new AgreementNoticeGiven(Seutu.Tuusula, Text, new LocalDate(2026, 9, 1), new LocalDate(2026, 12, 1))],
            await house.Added(Stream, new GiveNotice(Id, Seutu.Tuusula, Text), Members.SignatoryOfTuusula));
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("Coordinator")]
    [InlineData("EditorOfKerava")]
    [InlineData("EditorOfTuusula")]
    [InlineData("SteeringGroup")]
    [InlineData("Reader")]
    [InlineData("Stranger")]
    [InlineData("FormerSignatory")]
    [InlineData("Signatory")]
    public async Task Nobody_but_its_own_signatory_signs_for_a_party(string role)
    {
        var member = (MemberId)typeof(Members).GetField(role)!.GetValue(null)!;
        var house = await Approved();
        var before = await house.Events(Stream);

        foreach (var actingFor in (PartnerId?[])[null, Seutu.Tuusula, Seutu.Kerava])
        {
            Assert.IsType<Outcome.Forbidden>(await house.Send(Sign(Seutu.Tuusula), member, actingFor: actingFor));
            Assert.IsType<Outcome.Forbidden>(await house.Send(new WithdrawAgreementSignature(Id, Seutu.Tuusula), member, actingFor: actingFor));
            Assert.IsType<Outcome.Forbidden>(await house.Send(new GiveNotice(Id, Seutu.Tuusula, Text), member, actingFor: actingFor));
        }

        Assert.Equal(before, await house.Events(Stream));
    }

    [Fact]
    public async Task A_signatory_of_another_party_is_told_for_whom_it_may_not_act()
    {
        var house = await Approved();
        var forbidden = Assert.IsType<Outcome.Forbidden>(await house.Send(Sign(Seutu.Tuusula), Members.Signatory));
        Assert.Equal(new Problem(CommandProblems.NotActingFor, "party", ["tuusula"]), forbidden.Problem);
    }

    [Fact]
    public async Task Who_has_left_the_organisation_signs_no_more()
    {
        var house = await Approved();
        var forbidden = Assert.IsType<Outcome.Forbidden>(await house.Send(Sign(Seutu.Tuusula), Members.FormerSignatory));
        Assert.Equal(CommandProblems.NotActingFor, forbidden.Problem.Code);
    }

    [Fact]
    public async Task Signing_twice_by_retry_or_by_another_command_is_signing_once()
    {
        var house = await Approved();
        var id = Seutu.CommandNumber(77);
        await house.Done(Sign(Seutu.Kerava), Members.Signatory, id);
        Assert.True((await house.Done(Sign(Seutu.Kerava), Members.Signatory, id)).Repeated);
        Assert.True((await house.Done(Sign(Seutu.Kerava), Members.Signatory)).Repeated);
        Assert.Single(await house.Events(Stream), e => e is AgreementSigned);
    }

    [Fact]
    public async Task Two_servers_that_get_one_signature_write_it_once()
    {
        var house = await Approved();
        var other = new House(house.Store);
        var id = Seutu.CommandNumber(78);
        await Task.WhenAll(house.Send(Sign(Seutu.Kerava), Members.Signatory, id), other.Send(Sign(Seutu.Kerava), Members.Signatory, id), other.Send(Sign(Seutu.Kerava), Members.Signatory));
        Assert.Single(await house.Events(Stream), e => e is AgreementSigned);
    }

    [Fact]
    public async Task Signing_while_the_text_changes_is_refused_because_the_hash_is_another()
    {
        var house = await Approved();
        await house.Done(new ReturnAgreementToDraft(Id), Members.Coordinator);
        await house.Done(new EditAgreementClause(Id, Keys, 4, null, new(new LocalText("Avain pidetään."))), Members.EditorOfKerava);
        await house.Done(new OfferAgreement(Id, 5), Members.Coordinator);

        var refused = Assert.IsType<Outcome.Refused>(await house.Send(Sign(Seutu.Kerava), Members.Signatory));
        var another = Assert.Single(refused.Problems, problem => problem.Code == ProblemCodes.HashIsAnother);
        Assert.Equal(Hash, another.Arguments[0]);
    }

    [Fact]
    public async Task A_draft_is_written_by_the_coordinator_and_the_parties_editors_only()
    {
        var house = await House.WithSeutu();
        await house.Done(Draft, Members.Coordinator);
        var edit = new EditAgreement(Id, 0, new AgreementChanges { Title = new(Text) });

        foreach (var member in (MemberId[])[Members.EditorOfVantaa, Members.Signatory, Members.SteeringGroup, Members.Reader, Members.Stranger])
            Assert.IsType<Outcome.Forbidden>(await house.Send(edit, member));
        await house.Done(edit, Members.EditorOfTuusula);
    }

    [Fact]
    public async Task Nobody_drafts_an_agreement_between_others_but_the_coordinator()
    {
        var house = await House.WithSeutu();
        var forbidden = Assert.IsType<Outcome.Forbidden>(await house.Send(Draft, Members.EditorOfVantaa));
        Assert.Equal(CommandProblems.NotOwnAgreement, forbidden.Problem.Code);
        Assert.Empty(await house.Events(Stream));
        await house.Done(Draft, Members.Coordinator);
    }

    [Fact]
    public async Task Only_the_coordinator_offers_returns_and_amends()
    {
        var house = await Offered();
        foreach (var member in (MemberId[])[Members.EditorOfKerava, Members.Signatory])
        {
            Assert.IsType<Outcome.Forbidden>(await house.Send(new OfferAgreement(Id, 0), member));
            Assert.IsType<Outcome.Forbidden>(await house.Send(new ReturnAgreementToDraft(Id), member));
            Assert.IsType<Outcome.Forbidden>(await house.Send(new AmendAgreement(Id), member));
        }
    }

    [Fact]
    public async Task An_editor_refuses_for_the_body_and_only_a_signatory_at_signing()
    {
        var refuse = new RefuseAgreement(Id, Seutu.Kerava, Hash, Text);
        await (await Offered()).Done(refuse, Members.EditorOfKerava);

        var house = await Approved();
        Assert.IsType<Outcome.Forbidden>(await house.Send(refuse, Members.EditorOfKerava));
        Assert.IsType<Outcome.Forbidden>(await house.Send(refuse, Members.Coordinator));
        await house.Done(refuse, Members.Signatory);
    }

    [Fact]
    public async Task Rounds_and_time_are_nobodys_to_command()
    {
        var house = await Offered();
        var round = new RoundId(Seutu.Id, "kevat");
        foreach (var member in (MemberId[])[Members.Administrator, Members.Coordinator, Members.EditorOfKerava])
        {
            Assert.IsType<Outcome.Forbidden>(await house.Send(new LetTimePass(Id), member));
            Assert.IsType<Outcome.Forbidden>(await house.Send(new PutAgreementInRound(Id, round), member));
            Assert.IsType<Outcome.Forbidden>(await house.Send(new TakeAgreementOutOfRound(Id, round), member));
        }
    }

    [Fact]
    public async Task Frameworks_rules_and_activities_are_looked_up_in_their_own_streams()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        var framework = new AgreementId(Seutu.Id, "puite");
        await house.Done(new DraftAgreement(framework, Content with { Kind = AgreementKind.Framework }));
        var commitment = new Commitment(new CommitmentId(new Guid(2, 2, 2, new byte[8])), Seutu.Kerava, Text, new CommitmentDue(11, 30), [Seutu.Workshop]);

        await house.Done(Draft with { Content = Content with { Under = framework, Commitments = [commitment] } });

        var wrong = new AgreementChanges
        {
            Under = new(new AgreementId(Seutu.Id, "muu")),
            Rules = new([new RulesReference(new(2026, 1), new string('a', 64))]),
            Commitments = new([commitment with { Activities = [Seutu.ActivityNumber(9)] }]),
        };
        var refused = Assert.IsType<Outcome.Refused>(await house.Send(new EditAgreement(Id, 0, wrong)));
        Assert.Equal(
            [ProblemCodes.NoSuchFramework, ProblemCodes.NoSuchRulesVersion, ProblemCodes.NoSuchActivityHere],
            refused.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task What_is_no_command_at_all_is_malformed()
    {
        var house = await House.WithSeutu();
        await Malformed("content", new DraftAgreement(Id, null!));
        await Malformed("term", new DraftAgreement(Id, Content with { Term = null! }));
        await Malformed("clauses", new DraftAgreement(Id, Content with { Clauses = [new(default, LocalText.Empty, Text)] }));
        await Malformed("agreement", new OfferAgreement(new AgreementId(Seutu.Id, ""), 0));
        await Malformed("clause", new RemoveAgreementClause(Id, default, 0));
        await Malformed("hash", new SignAgreement(Id, Seutu.Kerava, null!));
        await Malformed("party", new SignAgreement(Id, default, Hash));
        await Malformed("reason", new GiveNotice(Id, Seutu.Kerava, null!));

        async Task Malformed<TCommand>(string field, TCommand command) where TCommand : ICommand =>
            Assert.Equal(
                new Problem(CommandProblems.Malformed, field),
                Assert.Single(Assert.IsType<Outcome.Refused>(await house.Send(command, Members.Signatory)).Problems));
    }
}
