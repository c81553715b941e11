using System.Security.Claims;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>Readers who see the same of a page: everything about them that may decide its bytes, and nothing of who they are.</summary>
/// <param name="IsMember">True for who has any standing in the partnership; false for the public.</param>
/// <param name="Standing">By which controls are shown; null for the public, and where a page has none.</param>
public readonly record struct ReaderCircle(bool IsMember, Standing? Standing = null)
{
    public static ReaderCircle Public { get; } = new(false);
}

/// <summary>Which circle of readers somebody belongs to: a partnership's members, or the public.</summary>
public sealed class Circle(IMembershipViews memberships)
{
    /// <summary>True when the person has any standing in the partnership.</summary>
    public ValueTask<bool> IsMember(ClaimsPrincipal? user, PartnershipId partnership, CancellationToken ct) => IsMember(Of(user), partnership, ct);

    /// <inheritdoc cref="IsMember(ClaimsPrincipal?, PartnershipId, CancellationToken)" />
    public ValueTask<bool> IsMember(MemberId? person, PartnershipId partnership, CancellationToken ct) =>
        ValueTask.FromResult(person is { } member && memberships.Of(member, partnership).Count > 0);

    /// <summary>All that pages may ask of somebody, as the session and the memberships say at this moment.</summary>
    public ReaderCircle Find(ClaimsPrincipal? user, PartnershipId partnership) => Find(Of(user), For(user), partnership);

    /// <inheritdoc cref="Find(ClaimsPrincipal?, PartnershipId)" />
    /// <param name="person">Null for the public.</param>
    /// <param name="actingFor">The organisation for which the person acts.</param>
    public ReaderCircle Find(MemberId? person, PartnerId? actingFor, PartnershipId partnership)
    {
        if (person is not { } member || memberships.Of(member, partnership) is not { Count: > 0 } held) return ReaderCircle.Public;
        return new(true, Standing.Of(member, actingFor, partnership, held));
    }

    /// <summary>Who it is; null for the public.</summary>
    public static MemberId? Of(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(CurrentMember.MemberClaim), out var id) ? new MemberId(id) : null;

    /// <summary>The organisation for which the person acts, when there is one.</summary>
    public static PartnerId? For(ClaimsPrincipal? user) => user?.FindFirstValue(CurrentMember.ForClaim) is { Length: > 0 } partner ? new PartnerId(partner) : null;
}
