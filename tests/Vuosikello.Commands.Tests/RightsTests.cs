using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.Tests;

public sealed class RightsTests
{
    public static TheoryData<string> CommandNames => [.. Commands.Select(c => c.Name)];

    private static IEnumerable<Type> Commands =>
        typeof(ICommand).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(ICommand)));

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Every_command_stands_in_the_table(string name) => Rights.Of(Commands.Single(c => c.Name == name));

    [Fact]
    public void A_command_that_is_not_in_the_table_is_noticed() =>
        Assert.Throws<KeyNotFoundException>(() => Rights.Of(typeof(UnknownCommand)));

    [Theory]
    [InlineData("Administrator", "found edit emphasis plan confirm-own confirm-others confirm-nobodys")]
    [InlineData("Coordinator", "edit emphasis plan confirm-own confirm-others confirm-nobodys")]
    [InlineData("EditorOfKerava", "edit plan confirm-own confirm-nobodys")]
    [InlineData("Signatory", "")]
    [InlineData("SteeringGroup", "")]
    [InlineData("Reader", "")]
    [InlineData("Stranger", "")]
    public async Task Each_role_may_do_just_this(string role, string allowed)
    {
        var member = (MemberId)typeof(Members).GetField(role)!.GetValue(null)!;
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan(responsible: Seutu.Kerava, id: Seutu.ActivityNumber(1)));
        await house.Done(Seutu.Plan(responsible: Seutu.Tuusula, id: Seutu.ActivityNumber(2)));
        await house.Done(Seutu.Plan(id: Seutu.ActivityNumber(3)));

        var may = new List<string>();
        await Try("found", new FoundPartnership(new PartnershipId("uusi"), new LocalText("Uusi")));
        await Try("edit", new RescheduleActivity(Seutu.Id, Seutu.ActivityNumber(2), 0, new ActivityTime.Months(new(2026, 5), new(2026, 5))));
        await Try("emphasis", new SetCycleEmphasis(Seutu.Year, new LocalText("Tilat")));
        await Try("plan", Seutu.Plan());
        await Try("confirm-own", new ConfirmActivity(Seutu.Id, Seutu.ActivityNumber(1)));
        await Try("confirm-others", new ConfirmActivity(Seutu.Id, Seutu.ActivityNumber(2)));
        await Try("confirm-nobodys", new ConfirmActivity(Seutu.Id, Seutu.ActivityNumber(3)));

        Assert.Equal(allowed, string.Join(' ', may));

        async Task Try<TCommand>(string name, TCommand command) where TCommand : ICommand
        {
            if (await house.Send(command, member, actingFor: role == "Signatory" ? null : Members.PartnerOf(member)) is not Outcome.Forbidden) may.Add(name);
        }
    }

    [Fact]
    public async Task Who_takes_part_may_say_what_becomes_of_an_activity()
    {
        var house = await House.WithSeutu();
        await house.Done(new PlanActivity(Seutu.Year, Seutu.Workshop, Seutu.Details(responsible: Seutu.Kerava) with { Participants = [Seutu.Tuusula] }));

        await house.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop), Members.EditorOfTuusula);
    }

    [Fact]
    public async Task An_editor_cannot_act_for_another_organisation()
    {
        var house = await House.WithSeutu();

        var outcome = await house.Send(Seutu.Plan(), Members.EditorOfKerava, actingFor: Seutu.Tuusula);

        Assert.Equal(CommandProblems.NotActingFor, Assert.IsType<Outcome.Forbidden>(outcome).Problem.Code);
    }

    [Fact]
    public void A_guest_gives_nothing_but_the_statement() =>
        Assert.Equal(
            [nameof(DraftStatement), nameof(SendStatement)],
            Commands.Where(command => Rights.Check(command, Standing.OfGuest(Seutu.Kerava)) is null && Rights.Of(command) != Need.Oneself).Select(command => command.Name).Order());

    [Fact]
    public void A_program_signs_states_and_lets_in_nobody_for_its_person()
    {
        string[] coordinating = [.. Commands.Where(command => Rights.CheckProgram(command, mayCoordinate: true) is null).Select(command => command.Name)];
        string[] planning = [.. Commands.Where(command => Rights.CheckProgram(command, mayCoordinate: false) is null).Select(command => command.Name)];

        Assert.Empty(coordinating.Intersect(
        [
            nameof(SignAgreement), nameof(ApproveAgreement), nameof(SendStatement), nameof(CloseReview), nameof(FoundPartnership), nameof(InviteMember), nameof(GrantRole), nameof(EndRole),
            nameof(OpenPartnershipToAll), nameof(MakeGuestLink), nameof(AppointAdministrator), nameof(AcceptInvitation),
        ]));
        Assert.Contains(nameof(AdoptCycle), coordinating);
        Assert.Contains(nameof(ConfirmActivity), planning);
        Assert.DoesNotContain(nameof(AdoptCycle), planning);
    }

    [Fact]
    public void An_editor_cannot_act_for_nobody()
    {
        var standing = new Standing(IsAdministrator: false, IsCoordinator: false, IsEditorOfFor: false, IsEditor: true, For: null);

        Assert.Equal(CommandProblems.NotActingFor, Rights.Check(typeof(PlanActivity), standing)?.Code);
    }

    [Fact]
    public async Task Rights_in_one_partnership_say_nothing_about_another()
    {
        var house = await House.WithSeutu();
        var elsewhere = new PartnershipId("toinen");
        await house.Done(new FoundPartnership(elsewhere, new LocalText("Toinen")));

        var outcome = await house.Send(new RenamePartnership(elsewhere, new LocalText("Kolmas")), Members.Coordinator);

        Assert.IsType<Outcome.Forbidden>(outcome);
    }

    [Fact]
    public async Task What_is_no_command_is_refused_before_anything_else()
    {
        var house = await House.WithSeutu();

        Assert.Equal("command", Flaw(await house.Send(Seutu.Plan(), id: default(CommandId))));
        Assert.Equal("activity", Flaw(await house.Send(new ConfirmActivity(Seutu.Id, default), Members.Stranger)));
        Assert.Equal("details", Flaw(await house.Send(new PlanActivity(Seutu.Year, Seutu.Workshop, null!))));
        Assert.Equal("partnership", Flaw(await house.Send(new DraftCycle(default))));

        static string Flaw(Outcome outcome)
        {
            var problem = Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Problems);
            Assert.Equal(CommandProblems.Malformed, problem.Code);
            return problem.Field;
        }
    }

    private sealed record UnknownCommand(PartnershipId Partnership) : ICommand;
}
