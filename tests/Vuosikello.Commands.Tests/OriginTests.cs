using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

/// <summary>Changes that are said to follow from a remark, through the whole pipeline: one round on an agreement and the working rules.</summary>
public sealed class OriginTests
{
    private static readonly AgreementId Agreement = new(Seutu.Id, "tilat");
    private static readonly RoundId Round = new(Seutu.Id, "kierros");
    private static readonly ClauseId Keys = new(new Guid(1, 1, 1, new byte[8])), Rule = new(new Guid(2, 1, 1, new byte[8]));
    private static readonly LocalText Text = new("Avain palautetaan."), Longer = new("Avain palautetaan heti.");
    private static readonly Instant Opens = Seutu.Now + Duration.FromDays(1), Closes = Seutu.Now + Duration.FromDays(30);

    private static EditAgreementClause Change(long basedOn, ChangeOrigin? origin) => new(Agreement, Keys, basedOn, null, new(Longer), origin);
    private static EditRulesClause ChangeRule(long basedOn, ChangeOrigin? origin) => new(Seutu.Id, Rule, basedOn, null, new(Longer), origin);
    private static ChangeOrigin From(PartnerId partner, ClauseId clause) => new(Remark: new RemarkReference(Round, partner, clause));

    [Fact]
    public async Task While_the_round_is_open_no_remark_changes_a_text()
    {
        var house = await Stated();

        Assert.IsType<Outcome.Forbidden>(await house.Send(Change(1, From(Seutu.Kerava, Keys)), Members.EditorOfKerava));
        await Refused(house, ProblemCodes.OriginIsNoRemark, Change(1, From(Seutu.Kerava, Keys)));
        await Refused(house, ProblemCodes.AgreementInRound, Change(1, null));
        await Refused(house, ProblemCodes.OriginIsNoRemark, ChangeRule(1, From(Seutu.Kerava, Rule)));
        await Refused(house, ProblemCodes.RulesAreInRound, ChangeRule(1, null));
    }

    [Fact]
    public async Task When_it_has_closed_the_coordinator_alone_changes_the_text_from_a_remark_that_was_made()
    {
        var house = await Closed();
        var proposal = new ProposalId(new Guid(3, 1, 1, new byte[8]));

        var forbidden = Assert.IsType<Outcome.Forbidden>(await house.Send(Change(2, From(Seutu.Kerava, Keys)), Members.EditorOfKerava));
        Assert.Equal(CommandProblems.OriginIsTheCoordinators, forbidden.Problem.Code);
        await Refused(house, ProblemCodes.OriginIsNoRemark, Change(2, From(Seutu.Tuusula, Keys)));
        Assert.Equal(
            [new AgreementClauseReworded(Keys, Longer, From(Seutu.Kerava, Keys))],
            await house.Added(Streams.Of(Agreement), Change(2, From(Seutu.Kerava, Keys) with { Proposal = proposal }), Members.Coordinator));

        await Refused(house, ProblemCodes.OriginIsNoRemark, ChangeRule(2, From(Seutu.Tuusula, Rule)));
        Assert.Equal(
            [new RulesClauseReworded(Rule, Longer, From(Seutu.Kerava, Rule))],
            await house.Added(Streams.OfRules(Seutu.Id), ChangeRule(2, From(Seutu.Kerava, Rule)), Members.Coordinator));
    }

    [Fact]
    public async Task A_remark_of_another_partnerships_round_is_malformed()
    {
        var house = await Closed();
        var elsewhere = new ChangeOrigin(Remark: new RemarkReference(new RoundId(new PartnershipId("muu"), "kierros"), Seutu.Kerava, Keys));
        var refused = Assert.IsType<Outcome.Refused>(await house.Send(Change(2, elsewhere), Members.Coordinator));
        Assert.Equal(new Problem(CommandProblems.Malformed, "origin"), Assert.Single(refused.Problems));
    }

    private static async Task Refused<TCommand>(House house, string code, TCommand command) where TCommand : ICommand =>
        Assert.Equal(code, Assert.Single(Assert.IsType<Outcome.Refused>(await house.Send(command, Members.Coordinator)).Problems).Code);

    private static async Task<House> Stated()
    {
        var house = await House.WithSeutu();
        await house.Done(new DraftAgreement(Agreement, new AgreementContent(
            AgreementKind.Partnership, null, new LocalText("Tilat"), [Seutu.Kerava, Seutu.Tuusula], new AgreementTerm(new LocalDate(2026, 9, 1)),
            new NoticePeriod(3, NoticeUnit.Months), null, [new(Keys, LocalText.Empty, Text)], [], [], [])));
        await house.Done(new DraftRules(Seutu.Id, [new RulesClause(Rule, StandardHeadings.Premises, LocalText.Empty, Text)]));
        await house.Done(new PlanRound(Round, new RoundPlan(
            new LocalText("Kierros"), LocalText.Empty, new RoundSubject(true, [Agreement], null), [Seutu.Kerava, Seutu.Tuusula], Opens, Closes, [])));
        await house.Done(new OpenRound(Round, []));
        await house.Done(new PutAgreementInRound(Agreement, Round), SystemMember.Id);
        await house.Done(new PutRulesInRound(Seutu.Id, Round), SystemMember.Id);
        DraftedStand[] stands = [new(Keys, Stance.Against, Longer), new(Rule, Stance.InFavourWithChanges, Longer)];
        await house.Done(new DraftStatement(Round, Seutu.Kerava, 1, [.. stands]), Members.EditorOfKerava);
        await house.Done(new SendStatement(Round, Seutu.Kerava, 2), Members.EditorOfKerava);
        return house;
    }

    private static async Task<House> Closed()
    {
        var house = await Stated();
        house.Now = Closes;
        await house.Done(new CloseRound(Round), SystemMember.Id);
        await house.Done(new TakeAgreementOutOfRound(Agreement, Round), SystemMember.Id);
        await house.Done(new TakeRulesOutOfRound(Seutu.Id, Round), SystemMember.Id);
        return house;
    }
}
