using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Memberships;

/// <summary>An invitation that is to be made, with the secret that nothing but the answer to its making may tell.</summary>
public sealed record NewInvitation(InviteMember Command, string Secret);

/// <summary>Makes the secrets of invitations, and tells the address of one to whoever made it, once.</summary>
public sealed class NewInvitations(INewSecrets secrets, IMembershipViews memberships, FeedSettings settings, IConfiguration configuration, IClock clock)
{
    /// <summary>How many days an invitation is open when nobody says otherwise.</summary>
    public const int UsualDays = 14;

    /// <param name="days">How long it is open.</param>
    public NewInvitation Of(PartnershipId partnership, InvitationId id, HeldRole role, int days)
    {
        string secret = secrets.Next();
        var expires = clock.GetCurrentInstant() + Duration.FromDays(Math.Clamp(days, 0, MembershipDecider.LongestInvitation + 1));
        return new(new(partnership, id, role.Role, role.Partner, role.IsChair, Secrets.HashOf(secret), expires), secret);
    }

    /// <summary>The whole address of the invitation; null when the command had been carried out before, with another secret that nobody knows any more.</summary>
    public string? AddressOf(NewInvitation invitation, Outcome.Done done, HttpRequest request)
    {
        var command = invitation.Command;
        // A repeated one may still be the first: its answer from the store was lost, and it was sent again.
        bool isThis = !done.Repeated || memberships.ListOf(command.Partnership)?.Find(command.Invitation)?.SecretHash == command.SecretHash;
        return isThis ? FeedHost.Of(request, configuration, settings).Full(InvitationPath.Of(command.Partnership, invitation.Secret)) : null;
    }
}

/// <summary>Invitations by their secrets.</summary>
public static class InvitationsBySecret
{
    /// <summary>The invitation that a secret opens, taken back or not; null when there is none.</summary>
    public static Invitation? Find(this IMembershipViews memberships, PartnershipId partnership, string secret)
    {
        string hash = Secrets.HashOf(secret);
        return memberships.ListOf(partnership)?.Invitations.Values.FirstOrDefault(invitation => invitation.SecretHash == hash);
    }
}
