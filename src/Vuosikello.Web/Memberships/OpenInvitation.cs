using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Memberships;

/// <summary>Whether a browser holds an invitation that can be taken at this moment: only then does whoever has no account get one.</summary>
public sealed class OpenInvitation(InvitationAtHand atHand, InvitationPages pages, IPartnershipViews partnerships, IMembershipViews memberships)
{
    public bool IsAtHand(HttpContext http) =>
        atHand.Of(http) is var (id, secret) && partnerships.Find(id) is { } partnership && memberships.Find(id, secret) is { AcceptedBy: null } invitation
        && pages.Refusal(partnership, invitation) is null;
}
