using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Memberships;

public sealed class A_role
{
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private static readonly MemberId Somebody = Stamps.Editor.By;
    private static readonly GrantRole Grant = new(Here, Somebody, Role.Editor, Samples.Town.Id, false);
    private static readonly RoleGranted Granted = new(Somebody, Role.Editor, Samples.Town.Id, false);
    private static readonly GrantRole ToSteeringGroup = new(Here, Somebody, Role.SteeringGroupMember, null, false);
    private static readonly RoleGranted InSteeringGroup = new(Somebody, Role.SteeringGroupMember, null, false);

    private Stamp _stamp = Stamps.Coordinator;

    private Scenario<MemberList, IMembershipCommand> Given(params IEvent[] events) =>
        new Scenario<MemberList, IMembershipCommand>((state, command) => MembershipDecider.Decide(state, command, Samples.Partnership, _stamp)).Given(events);

    [Fact]
    public void It_is_given_once()
    {
        Given().When(Grant).Then(Granted);
        Given(Granted).When(Grant).ThenNothing();
    }

    [Fact]
    public void Somebody_may_hold_several_and_in_the_order_in_which_they_got_them()
    {
        var given = Given(Granted).When(Grant with { Role = Role.Signatory });

        given.Then(Granted with { Role = Role.Signatory });
        Assert.Equal([new HeldRole(Role.Editor, Samples.Town.Id), new HeldRole(Role.Signatory, Samples.Town.Id)], given.After!.RolesOf(Somebody));
    }

    [Fact]
    public void A_member_of_the_steering_group_becomes_its_chair_and_is_it_no_longer()
    {
        Given(InSteeringGroup).When(ToSteeringGroup with { IsChair = true }).Then(InSteeringGroup with { IsChair = true });
        var before = Given(InSteeringGroup, InSteeringGroup with { IsChair = true }).When(ToSteeringGroup);
        before.Then(InSteeringGroup);
        Assert.Equal([new HeldRole(Role.SteeringGroupMember)], before.After!.RolesOf(Somebody));
    }

    [Fact]
    public void It_cannot_be_one_that_there_cannot_be()
    {
        Given().When(Grant with { Role = Role.Administrator, Partner = null }).ThenRefused(new Problem(ProblemCodes.AdministratorIsOfServer, "role"));
        Given().When(Grant with { Role = Role.Administrator, IsChair = true }).ThenRefused(
            new Problem(ProblemCodes.AdministratorIsOfServer, "role"), new Problem(ProblemCodes.RoleHasNoPartner, "partner"),
            new Problem(ProblemCodes.ChairIsOfSteeringGroup, "isChair"));
        Given().When(Grant with { Partner = null }).ThenRefused(new Problem(ProblemCodes.RoleNeedsPartner, "partner"));
    }

    [Fact]
    public void It_ends_and_the_others_that_somebody_holds_remain()
    {
        var ended = Given(Granted, InSteeringGroup).When(new EndRole(Here, Somebody, Role.Editor, Samples.Town.Id));

        ended.Then(new RoleEnded(Somebody, Role.Editor, Samples.Town.Id));
        Assert.Equal([new HeldRole(Role.SteeringGroupMember)], ended.After!.RolesOf(Somebody));
        Given(Granted).When(new EndRole(Here, Somebody, Role.Signatory, Samples.Town.Id)).ThenNothing();
        Given(Granted, new RoleEnded(Somebody, Role.Editor, Samples.Town.Id)).When(new EndRole(Here, Somebody, Role.Editor, Samples.Town.Id)).ThenNothing();
        Given().When(new EndRole(Here, Somebody, Role.Editor, Samples.Town.Id)).ThenRefused(new Problem(ProblemCodes.NoSuchMember, "member"));
    }

    [Fact]
    public void Whoever_holds_it_gives_it_up()
    {
        Given(Granted).When(new GiveUpRole(Here, Role.Editor, Samples.Town.Id)).ThenRefused(new Problem(ProblemCodes.NoSuchMember, "member"));
        _stamp = Stamps.Editor;
        Given(Granted).When(new GiveUpRole(Here, Role.Editor, Samples.Town.Id)).Then(new RoleEnded(Somebody, Role.Editor, Samples.Town.Id));
    }

    [Fact]
    public void For_a_partner_that_is_not_in_the_partnership_it_counts_for_nothing_until_the_partner_is_back()
    {
        var list = Samples.Fold<MemberList>(Granted, InSteeringGroup);
        var without = Samples.Fold<Partnership>([.. Samples.Founding, new PartnerLeft(Samples.Town.Id)]);
        var again = Samples.Fold<Partnership>([.. Samples.Founding, new PartnerLeft(Samples.Town.Id), new PartnerJoined(Samples.Town)]);

        Assert.Equal([Role.Editor, Role.SteeringGroupMember], Of(Samples.Partnership));
        Assert.Equal([Role.SteeringGroupMember], Of(without));
        Assert.Equal([Role.Editor, Role.SteeringGroupMember], Of(again));

        IEnumerable<Role> Of(Partnership partnership) => MemberList.MembershipsOf(Somebody, Here, list, partnership, null).Select(m => m.Role);
    }

    [Fact]
    public void An_administrator_stands_in_every_partnership()
    {
        var administrators = Samples.Fold<Administrators>(new AdministratorAppointed(Somebody));

        Assert.Equal([new Membership(Somebody, Here, Role.Administrator, null)], MemberList.MembershipsOf(Somebody, Here, null, Samples.Partnership, administrators));
        Assert.Empty(MemberList.MembershipsOf(Stamps.Coordinator.By, Here, null, Samples.Partnership, administrators));
    }
}
