using NodaTime;

namespace Vuosikello.Domain.Memberships;

/// <summary>Somebody was invited to a role. To which address is in the accounts database, under the invitation's id.</summary>
/// <param name="SecretHash">SHA-256 of the secret part of the invitation's link, lower-case hexadecimal. Nothing and nobody keeps the secret itself.</param>
/// <param name="ExpiresAt">From when on the link is of no use, UTC.</param>
public sealed record MemberInvited(InvitationId Invitation, Role Role, PartnerId? Partner, bool IsChair, string SecretHash, Instant ExpiresAt) : IEvent;

/// <summary>An invitation that nobody had taken was taken back.</summary>
public sealed record InvitationRevoked(InvitationId Invitation) : IEvent;

/// <summary>Somebody took an invitation and with it the role, which stands here again so that it can be read by itself.</summary>
/// <param name="IsChair">Whoever is the chair already remains it.</param>
public sealed record InvitationAccepted(InvitationId Invitation, MemberId Member, Role Role, PartnerId? Partner, bool IsChair) : IEvent;

/// <summary>Somebody was given a role without an invitation; of the steering group also: was made its chair, or is its chair no longer.</summary>
public sealed record RoleGranted(MemberId Member, Role Role, PartnerId? Partner, bool IsChair) : IEvent;

/// <summary>Somebody holds a role no longer: it was taken away, or given up when the member did it.</summary>
public sealed record RoleEnded(MemberId Member, Role Role, PartnerId? Partner) : IEvent;

/// <summary>The partnership became one for its members: nobody else sees it.</summary>
public sealed record PartnershipRestrictedToMembers : IEvent;

/// <summary>The partnership became public again.</summary>
public sealed record PartnershipOpenedToAll : IEvent;
