using NodaTime;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.Memberships;

/// <summary>How an invitation stands.</summary>
public enum InvitationState
{
    Open,
    Expired,
    Accepted,
    Revoked,
}

public static class InvitationStates
{
    public static InvitationState StateAt(this Invitation invitation, Instant now) =>
        invitation.IsRevoked ? InvitationState.Revoked
        : invitation.AcceptedBy is not null ? InvitationState.Accepted
        : invitation.IsOpenAt(now) ? InvitationState.Open : InvitationState.Expired;
}
