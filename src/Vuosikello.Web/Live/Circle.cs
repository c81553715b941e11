using System.Security.Claims;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>Readers who see the same of a page: everything about them that may decide its bytes, and nothing of who they are.</summary>
/// <param name="IsMember">True for who has any standing in the partnership; false for the public.</param>
/// <param name="Standing">By which controls are shown; null for the public, and where a page has none.</param>
public readonly record struct ReaderCircle(bool IsMember, Standing? Standing = null)
{
    public static ReaderCircle Public { get; } = new(false);

    /// <summary>Those for whom the partnership does not exist, as it is for its members.</summary>
    public static ReaderCircle Outside { get; } = new(false) { IsOutside = true };

    /// <summary>True of who sees nothing of the partnership, not even that there is one.</summary>
    public bool IsOutside { get; private init; }

    /// <summary>Which drafts and rounds they see.</summary>
    public Sight Sight { get; init; }
}

/// <summary>Which circle of readers somebody belongs to: a partnership's members, the public, or those for whom there is no such partnership.</summary>
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
        if (person is { } member && memberships.Of(member, partnership) is { Count: > 0 } held)
            return new(true, Standing.Of(member, actingFor, partnership, held)) { Sight = Sight.Of(held) };
        return memberships.IsForMembers(partnership) ? ReaderCircle.Outside : ReaderCircle.Public;
    }

    /// <summary>Who it is; null for the public.</summary>
    public static MemberId? Of(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(CurrentMember.MemberClaim), out var id) ? new MemberId(id) : null;

    /// <summary>The organisation for which the person acts, when there is one.</summary>
    public static PartnerId? For(ClaimsPrincipal? user) => user?.FindFirstValue(CurrentMember.ForClaim) is { Length: > 0 } partner ? new PartnerId(partner) : null;
}
