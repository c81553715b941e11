using System.Security.Claims;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>Which circle of readers somebody belongs to: a partnership's members, or the public.</summary>
public sealed class Circle(IMemberships memberships)
{
    /// <summary>True when the person has any standing in the partnership.</summary>
    public ValueTask<bool> IsMember(ClaimsPrincipal? user, PartnershipId partnership, CancellationToken ct) => IsMember(Of(user), partnership, ct);

    /// <inheritdoc cref="IsMember(ClaimsPrincipal?, PartnershipId, CancellationToken)" />
    public async ValueTask<bool> IsMember(MemberId? person, PartnershipId partnership, CancellationToken ct) =>
        person is { } member && (await memberships.Of(member, partnership, ct)).Count > 0;

    /// <summary>Who it is; null for the public.</summary>
    public static MemberId? Of(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(CurrentMember.MemberClaim), out var id) ? new MemberId(id) : null;
}
