using Vuosikello.Domain.Memberships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Memberships;

public sealed class A_partnership_for_its_members
{
    private static readonly PartnershipId Here = Samples.PartnershipId;

    private static Scenario<MemberList, IMembershipCommand> Given(params IEvent[] events) =>
        new Scenario<MemberList, IMembershipCommand>((state, command) => MembershipDecider.Decide(state, command, Samples.Partnership, Stamps.Coordinator)).Given(events);

    [Fact]
    public void Is_public_until_somebody_restricts_it_and_both_happen_once()
    {
        Given().When(new OpenPartnershipToAll(Here)).ThenNothing();
        Given().When(new RestrictPartnershipToMembers(Here)).Then(new PartnershipRestrictedToMembers());
        Given(new PartnershipRestrictedToMembers()).When(new RestrictPartnershipToMembers(Here)).ThenNothing();
        Given(new PartnershipRestrictedToMembers()).When(new OpenPartnershipToAll(Here)).Then(new PartnershipOpenedToAll());
    }

    [Fact]
    public void Keeps_who_holds_which_role()
    {
        var somebody = Stamps.Editor.By;
        var restricted = Given(new RoleGranted(somebody, Role.Reader, null, false)).When(new RestrictPartnershipToMembers(Here));

        restricted.Then(new PartnershipRestrictedToMembers());
        Assert.True(restricted.After!.IsForMembers);
        Assert.Equal([new HeldRole(Role.Reader)], restricted.After.RolesOf(somebody));
    }

    [Fact]
    public void A_sight_is_that_of_all_organisations_of_which_somebody_holds_a_role_and_of_everything_for_those_who_follow_it()
    {
        var somebody = Stamps.Editor.By;
        Membership Of(Role role, string? partner = null) => new(somebody, Here, role, partner is null ? null : new PartnerId(partner));

        Assert.Equal(Sight.None, Sight.Of([Of(Role.Reader)]));
        Assert.Equal(new Sight(false, [new("kerava"), new("tuusula")]), Sight.Of([Of(Role.Signatory, "tuusula"), Of(Role.Editor, "kerava"), Of(Role.Editor, "tuusula")]));
        foreach (var role in (Role[])[Role.Coordinator, Role.SteeringGroupMember, Role.Administrator]) Assert.Equal(Sight.Everything, Sight.Of([Of(role), Of(Role.Editor, "kerava")]));
    }
}
