using NodaTime;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Memberships;

public sealed class An_invitation
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string OtherHash = "0f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private static readonly InvitationId Id = new(new Guid("00000000-0000-4000-8000-0000000000a1"));
    private static readonly InvitationId Second = new(new Guid("00000000-0000-4000-8000-0000000000a2"));
    private static readonly Instant Expires = Stamps.Coordinator.At + Duration.FromDays(14);
    private static readonly InviteMember Invite = new(Here, Id, Role.Editor, Samples.Town.Id, false, Hash, Expires);
    private static readonly MemberInvited Invited = new(Id, Role.Editor, Samples.Town.Id, false, Hash, Expires);
    private static readonly AcceptInvitation Accept = new(Here, Id, Hash);
    private static readonly InvitationAccepted Accepted = new(Id, Stamps.Editor.By, Role.Editor, Samples.Town.Id, false);

    private Partnership? _partnership = Samples.Partnership;
    private Stamp _stamp = Stamps.Editor;

    private Scenario<MemberList, IMembershipCommand> Given(params IEvent[] events) =>
        new Scenario<MemberList, IMembershipCommand>((state, command) => MembershipDecider.Decide(state, command, _partnership, _stamp)).Given(events);

    [Fact]
    public void It_is_to_a_role_and_for_a_partner_where_the_role_is_one_for_a_partner()
    {
        Given().When(Invite).Then(Invited);
        Given().When(Invite with { Role = Role.Signatory }).Then(Invited with { Role = Role.Signatory });
        foreach (var role in new[] { Role.Reader, Role.SteeringGroupMember, Role.Coordinator })
            Given().When(Invite with { Role = role, Partner = null }).Then(Invited with { Role = role, Partner = null });
        Given().When(Invite with { Role = Role.SteeringGroupMember, Partner = null, IsChair = true })
            .Then(Invited with { Role = Role.SteeringGroupMember, Partner = null, IsChair = true });
    }

    [Fact]
    public void It_is_to_no_role_that_there_cannot_be()
    {
        Given().When(Invite with { Role = Role.Administrator, Partner = null }).ThenRefused(new Problem(ProblemCodes.AdministratorIsOfServer, "role"));
        Given().When(Invite with { Partner = null }).ThenRefused(new Problem(ProblemCodes.RoleNeedsPartner, "partner"));
        Given().When(Invite with { Role = Role.Signatory, Partner = new("vantaa") }).ThenRefused(new Problem(ProblemCodes.NoSuchPartner, "partner", ["vantaa"]));
        Given().When(Invite with { Role = Role.Coordinator }).ThenRefused(new Problem(ProblemCodes.RoleHasNoPartner, "partner"));
        Given().When(Invite with { IsChair = true }).ThenRefused(new Problem(ProblemCodes.ChairIsOfSteeringGroup, "isChair"));
    }

    [Fact]
    public void It_ends_in_the_future_and_after_ninety_days_at_the_latest()
    {
        var now = _stamp.At;
        Given().When(Invite with { ExpiresAt = now + Duration.FromDays(90) }).Then(Invited with { ExpiresAt = now + Duration.FromDays(90) });
        Given().When(Invite with { ExpiresAt = now + Duration.FromSeconds(1) }).Then(Invited with { ExpiresAt = now + Duration.FromSeconds(1) });
        foreach (var wrong in new[] { now, now - Duration.FromDays(1), now + Duration.FromDays(90) + Duration.FromSeconds(1) })
            Given().When(Invite with { ExpiresAt = wrong }).ThenRefused(new Problem(ProblemCodes.InvitationExpiryOutOfRange, "expiresAt", ["90"]));
    }

    [Fact]
    public void The_same_wanted_twice_is_one_invitation_and_another_by_its_id_is_refused()
    {
        Given(Invited).When(Invite).ThenNothing();
        Given(Invited, Accepted).When(Invite).ThenNothing();
        foreach (var other in new[] { Invite with { Role = Role.Signatory }, Invite with { SecretHash = OtherHash }, Invite with { ExpiresAt = Expires + Duration.FromDays(1) } })
            Given(Invited).When(other).ThenRefused(new Problem(ProblemCodes.InvitationExists, "invitation"));
        Given(Invited, new InvitationRevoked(Id)).When(Invite).ThenRefused(new Problem(ProblemCodes.InvitationExists, "invitation"));
    }

    [Fact]
    public void Whoever_has_its_secret_takes_it_and_holds_the_role()
    {
        var taken = Given(Invited).When(Accept);

        taken.Then(Accepted);
        Assert.Equal([new HeldRole(Role.Editor, Samples.Town.Id)], taken.After!.RolesOf(_stamp.By));
        Assert.Equal(_stamp.By, taken.After!.Find(Id)!.AcceptedBy);
        Assert.Equal(Stamps.Coordinator.By, taken.After!.Find(Id)!.By);
    }

    [Fact]
    public void Unknown_taken_back_and_with_another_secret_are_refused_alike()
    {
        var refusal = new Problem(ProblemCodes.NoSuchInvitation, "invitation");
        Given().When(Accept).ThenRefused(refusal);
        Given(Invited).When(Accept with { Invitation = Second }).ThenRefused(refusal);
        Given(Invited).When(Accept with { SecretHash = OtherHash }).ThenRefused(refusal);
        Given(Invited, new InvitationRevoked(Id)).When(Accept).ThenRefused(refusal);
        Given(Invited, Accepted).When(Accept with { SecretHash = OtherHash }).ThenRefused(refusal);
    }

    [Fact]
    public void It_is_taken_until_the_moment_at_which_it_expires()
    {
        _stamp = _stamp with { At = Expires - Duration.FromNanoseconds(1) };
        Given(Invited).When(Accept).Then(Accepted);
        _stamp = _stamp with { At = Expires };
        Given(Invited).When(Accept).ThenRefused(new Problem(ProblemCodes.InvitationHasExpired, "invitation"));
    }

    [Fact]
    public void It_is_taken_once_and_taking_it_again_changes_nothing()
    {
        Given(Invited, Accepted).When(Accept).ThenNothing();
        Given(Invited, Accepted, new RoleEnded(_stamp.By, Role.Editor, Samples.Town.Id)).When(Accept).ThenNothing();
        _stamp = Stamps.Coordinator;
        Given(Invited, Accepted).When(Accept).ThenRefused(new Problem(ProblemCodes.InvitationIsUsed, "invitation"));
    }

    [Fact]
    public void For_a_partner_that_has_left_it_is_refused()
    {
        _partnership = Samples.Fold<Partnership>([.. Samples.Founding, new PartnerLeft(Samples.Town.Id)]);
        Given(Invited).When(Accept).ThenRefused(new Problem(ProblemCodes.InvitingPartnerLeft, "invitation", ["kerava"]));
    }

    [Fact]
    public void Of_two_to_one_person_both_are_taken_and_the_second_changes_nothing_but_itself()
    {
        var taken = Given(Invited, Invited with { Invitation = Second, SecretHash = OtherHash }, Accepted).When(new AcceptInvitation(Here, Second, OtherHash));

        taken.Then(Accepted with { Invitation = Second });
        Assert.Equal([new HeldRole(Role.Editor, Samples.Town.Id)], taken.After!.RolesOf(_stamp.By));
        Assert.Equal(_stamp.By, taken.After!.Find(Second)!.AcceptedBy);
    }

    [Fact]
    public void The_chair_who_takes_one_to_the_steering_group_remains_its_chair()
    {
        var member = Invited with { Role = Role.SteeringGroupMember, Partner = null };
        var taken = Given(new RoleGranted(_stamp.By, Role.SteeringGroupMember, null, true), member).When(Accept);

        Assert.Equal([new HeldRole(Role.SteeringGroupMember, null, IsChair: true)], taken.After!.RolesOf(_stamp.By));
    }

    [Fact]
    public void It_is_taken_back_as_long_as_nobody_has_taken_it()
    {
        Given(Invited).When(new RevokeInvitation(Here, Id)).Then(new InvitationRevoked(Id));
        Given(Invited, new InvitationRevoked(Id)).When(new RevokeInvitation(Here, Id)).ThenNothing();
        Given(Invited, Accepted).When(new RevokeInvitation(Here, Id)).ThenRefused(new Problem(ProblemCodes.InvitationIsUsed, "invitation"));
        Given(Invited).When(new RevokeInvitation(Here, Second)).ThenRefused(new Problem(ProblemCodes.NoSuchInvitation, "invitation"));
    }

    [Fact]
    public void It_needs_its_partnership()
    {
        _partnership = null;
        Given().When(Invite).ThenRefused(new Problem(ProblemCodes.NoSuchPartnership, "partnership", ["kuuma-seutu"]));
    }
}
