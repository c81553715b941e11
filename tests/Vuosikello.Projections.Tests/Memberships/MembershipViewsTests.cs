using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Projections.Tests.Memberships;

public sealed class MembershipViewsTests : IDisposable
{
    private static readonly PartnershipId Here = new("jokilaakso"), There = new("vaaramaa");
    private static readonly PartnerId Mill = new("mylly");
    private static readonly MemberId Aino = new(new Guid(1, 0, 0, new byte[8])), Onni = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly InvitationId Invitation = new(new Guid(3, 0, 0, new byte[8]));

    private readonly MemoryStore _store = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-members-").FullName;
    private readonly Dictionary<StreamName, int> _versions = [];
    private int _number;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Somebody_is_in_each_partnership_what_was_granted_there_and_no_longer_what_has_ended()
    {
        await Found(Here, There);
        await Happen(Here, new RoleGranted(Aino, Role.Editor, Mill, false), new RoleGranted(Aino, Role.Coordinator, null, false), new RoleGranted(Onni, Role.Reader, null, false));
        await Happen(There, new RoleGranted(Aino, Role.Reader, null, false));
        await Happen(Here, new RoleEnded(Aino, Role.Coordinator, null));
        await using var views = await RunningViews.Over(_store);

        Assert.Equal([new Membership(Aino, Here, Role.Editor, Mill)], views.Memberships.Of(Aino, Here));
        Assert.Equal([(Here, Role.Editor), (There, Role.Reader)], views.Memberships.Of(Aino).Select(m => (m.Partnership, m.Role)));
        Assert.Empty(views.Memberships.Of(Onni, There));
    }

    [Fact]
    public async Task A_role_for_a_partner_that_left_counts_for_nothing()
    {
        await Found(Here);
        await Happen(Here, new RoleGranted(Aino, Role.Editor, Mill, false));
        await Happens(Streams.Of(Here), new PartnerLeft(Mill));
        await using var views = await RunningViews.Over(_store);

        Assert.Empty(views.Memberships.Of(Aino, Here));
        Assert.Equal([new HeldRole(Role.Editor, Mill)], views.Memberships.ListOf(Here)!.RolesOf(Aino));
    }

    [Fact]
    public async Task Administrators_stand_everywhere_until_they_are_dismissed()
    {
        await Found(Here);
        await Happens(Streams.OfAdministrators, new AdministratorAppointed(Aino));
        await Happens(Streams.OfAdministrators, new AdministratorAppointed(Onni));
        await Happens(Streams.OfAdministrators, new AdministratorDismissed(Onni));
        await using var views = await RunningViews.Over(_store);

        Assert.True(views.Memberships.IsAdministrator(Aino));
        Assert.Equal([new Membership(Aino, Here, Role.Administrator, null)], views.Memberships.Of(Aino, Here));
        Assert.False(views.Memberships.IsAdministrator(Onni));
        Assert.Equal([Aino], views.Memberships.Administrators.Select(one => one.Member));
    }

    [Fact]
    public async Task All_of_it_comes_back_from_a_snapshot()
    {
        await Found(Here);
        await Happens(Streams.OfAdministrators, new AdministratorAppointed(Onni));
        await Happen(Here, new RoleGranted(Aino, Role.SteeringGroupMember, null, true), new MemberInvited(Invitation, Role.Editor, Mill, false, new string('a', 64), Instant.FromUtc(2026, 2, 1, 0, 0)));
        await using (var first = await RunningViews.Over(_store, _folder)) await first.Stop();
        await Happen(Here, new InvitationAccepted(Invitation, Aino, Role.Editor, Mill, false));

        await using var views = await RunningViews.Over(_store, _folder);

        Assert.Equal(1, views.Progress.Applied);
        Assert.Equal([new HeldRole(Role.SteeringGroupMember, null, true), new HeldRole(Role.Editor, Mill)], views.Memberships.ListOf(Here)!.RolesOf(Aino));
        Assert.Equal(Aino, views.Memberships.ListOf(Here)!.Find(Invitation)!.AcceptedBy);
        Assert.True(views.Memberships.IsAdministrator(Onni));
    }

    [Fact]
    public async Task Whoever_follows_the_views_is_told_of_which_partnership_the_members_changed_or_that_it_is_the_servers()
    {
        await Found(Here);
        await using var views = await RunningViews.Over(_store);
        var told = new List<(PartnershipId, StreamName)>();
        using (views.Views.OnChange(changes => told.AddRange(changes.Select(change => (change.Partnership, change.Stream)))))
        {
            await Happen(Here, new RoleGranted(Aino, Role.Reader, null, false));
            await Happens(Streams.OfAdministrators, new AdministratorAppointed(Onni));
            await views.Views.WaitFor(await _store.End(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }

        Assert.Equal([(Here, Streams.OfMembers(Here)), (ViewChange.OfServer, Streams.OfAdministrators)], told);
    }

    private async Task Found(params PartnershipId[] partnerships)
    {
        foreach (var partnership in partnerships)
        {
            await Happens(Streams.Of(partnership), new PartnershipFounded(partnership, new LocalText(partnership.Value)));
            await Happens(Streams.Of(partnership), new PartnerJoined(new Partner(Mill, PartnerKind.Company, new LocalText("Mylly"), [], [])));
        }
    }

    private async Task Happen(PartnershipId partnership, params IEvent[] events)
    {
        foreach (var happened in events) await Happens(Streams.OfMembers(partnership), happened);
    }

    private Task Happens(StreamName stream, IEvent happened)
    {
        int version = _versions.GetValueOrDefault(stream, 0);
        _versions[stream] = version + 1;
        var stamp = new Stamp(new(new Guid(++_number, 5, 0, new byte[8])), Onni, null, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(_number));
        return _store.Append(
            stream, version == 0 ? ExpectedVersion.NoStream : ExpectedVersion.Exactly(version - 1),
            [EventSerializer.Serialize(happened, stamp, EventIds.For(stamp.Command, 0))], TestContext.Current.CancellationToken);
    }
}
