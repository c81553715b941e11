using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>What the page of a partnership's members shows: all of it to the coordinator, everybody else their own roles.</summary>
/// <param name="MailWorks">Whether invitations can be mailed.</param>
/// <param name="Own">The roles of whoever reads it.</param>
/// <param name="Members">Everybody with a role; empty for who is not the coordinator.</param>
/// <param name="Invitations">Those that can be taken or have expired, the newest first; empty for who is not the coordinator.</param>
public sealed record MembersShown(
    PartnershipView Partnership, MemberId Reader, bool MayInvite, bool MailWorks, IReadOnlyList<HeldRole> Own, IReadOnlyList<MemberShown> Members, IReadOnlyList<InvitationShown> Invitations);

/// <summary>Somebody with their roles.</summary>
public sealed record MemberShown(MemberId Member, string Name, IReadOnlyList<HeldRole> Roles);

/// <summary>An invitation that nobody has taken.</summary>
/// <param name="Mail">How it was mailed; null for one that was handed over by other means.</param>
public sealed record InvitationShown(Invitation Invitation, bool IsOpen, string By, SentInvitation? Mail);

/// <summary>Finds what the members' page shows to the signed-in member.</summary>
public sealed class MemberPages(
    IPartnershipViews partnerships, IMembershipViews memberships, MemberRights rights, CurrentMember member, IMemberNames names, InvitationMails mails, InvitationLetters letters,
    Resources.Texts texts, IClock clock)
{
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<MembersShown?> Find(string partnership, CancellationToken ct)
    {
        if (member.Id is not { } reader || partnerships.Find(new(partnership)) is not { } found) return null;
        bool mayInvite = await rights.May<InviteMember>(found.Id, ct);
        var list = memberships.ListOf(found.Id);
        var mailed = mayInvite ? await mails.Of(found.Id, ct) : ImmutableDictionary<Guid, SentInvitation>.Empty;
        return new(
            found, reader, mayInvite, letters.CanSend, [.. list?.RolesOf(reader) ?? []],
            mayInvite && list is not null ? [.. Members(list)] : [], mayInvite && list is not null ? [.. Invitations(list, mailed)] : []);
    }

    /// <summary>Whether it is anything to the reader.</summary>
    public static bool IsFor(MembersShown shown) => shown.MayInvite || shown.Own.Count > 0;

    private IEnumerable<MemberShown> Members(MemberList list) =>
        from one in list.Members
        where one.Value.Count > 0
        let shown = new MemberShown(new(one.Key), Layout.WhoDid.NameOf(texts, new MemberId(one.Key), names), one.Value)
        orderby shown.Roles.Min(role => InvitationList.Given.ToList().IndexOf(role.Role)), shown.Name, one.Key
        select shown;

    private IEnumerable<InvitationShown> Invitations(MemberList list, IReadOnlyDictionary<Guid, SentInvitation> mailed)
    {
        var now = clock.GetCurrentInstant();
        return from invitation in list.Invitations.Values
               where invitation is { AcceptedBy: null, IsRevoked: false }
               orderby invitation.At descending, invitation.Id.Value
               select new InvitationShown(invitation, invitation.IsOpenAt(now), Layout.WhoDid.NameOf(texts, invitation.By, names), mailed.GetValueOrDefault(invitation.Id.Value));
    }
}
