using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>What the page of a partnership's members shows: all of it to the coordinator, everybody else their own roles.</summary>
/// <param name="Own">The roles of whoever reads it.</param>
/// <param name="Members">Everybody with a role; empty for who is not the coordinator.</param>
/// <param name="Invitations">Those that can be taken or have expired, the newest first; empty for who is not the coordinator.</param>
public sealed record MembersShown(
    PartnershipView Partnership, MemberId Reader, bool MayInvite, IReadOnlyList<HeldRole> Own, IReadOnlyList<MemberShown> Members, IReadOnlyList<InvitationShown> Invitations);

/// <summary>Somebody with their roles.</summary>
public sealed record MemberShown(MemberId Member, string Name, IReadOnlyList<HeldRole> Roles);

/// <summary>An invitation that nobody has taken.</summary>
public sealed record InvitationShown(Invitation Invitation, bool IsOpen, string By);

/// <summary>Finds what the members' page shows to the signed-in member.</summary>
public sealed class MemberPages(
    IPartnershipViews partnerships, IMembershipViews memberships, MemberRights rights, CurrentMember member, IMemberNames names, Resources.Texts texts, IClock clock)
{
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<MembersShown?> Find(string partnership, CancellationToken ct)
    {
        if (member.Id is not { } reader || partnerships.Find(new(partnership)) is not { } found) return null;
        bool mayInvite = await rights.May<InviteMember>(found.Id, ct);
        var list = memberships.ListOf(found.Id);
        return new(
            found, reader, mayInvite, [.. list?.RolesOf(reader) ?? []],
            mayInvite && list is not null ? [.. Members(list)] : [], mayInvite && list is not null ? [.. Invitations(list)] : []);
    }

    /// <summary>Whether it is anything to the reader.</summary>
    public static bool IsFor(MembersShown shown) => shown.MayInvite || shown.Own.Count > 0;

    private IEnumerable<MemberShown> Members(MemberList list) =>
        from one in list.Members
        where one.Value.Count > 0
        let shown = new MemberShown(new(one.Key), Layout.WhoDid.NameOf(texts, new MemberId(one.Key), names), one.Value)
        orderby shown.Roles.Min(role => InvitationList.Given.ToList().IndexOf(role.Role)), shown.Name, one.Key
        select shown;

    private IEnumerable<InvitationShown> Invitations(MemberList list)
    {
        var now = clock.GetCurrentInstant();
        return from invitation in list.Invitations.Values
               where invitation is { AcceptedBy: null, IsRevoked: false }
               orderby invitation.At descending, invitation.Id.Value
               select new InvitationShown(invitation, invitation.IsOpenAt(now), Layout.WhoDid.NameOf(texts, invitation.By, names));
    }
}
