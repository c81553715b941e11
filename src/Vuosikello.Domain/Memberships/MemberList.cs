using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Memberships;

/// <summary>Who holds which role in a partnership, and who was invited to one, as its events made it.</summary>
/// <param name="Members">What each person holds, in the order in which they got it; nothing of somebody who has been a member. By the person's id.</param>
/// <param name="Invitations">All that were ever made. By their ids.</param>
public sealed record MemberList(
    ImmutableSortedDictionary<Guid, ValueList<HeldRole>> Members, ImmutableSortedDictionary<Guid, Invitation> Invitations, long Version) : IState<MemberList>
{
    private static readonly MemberList Nobody = new(ImmutableSortedDictionary<Guid, ValueList<HeldRole>>.Empty, ImmutableSortedDictionary<Guid, Invitation>.Empty, -1);

    /// <summary>True while the partnership is for its members; it is public unless somebody has restricted it.</summary>
    public bool IsForMembers { get; init; }

    /// <summary>What somebody holds, also for partners that have left.</summary>
    public ValueList<HeldRole> RolesOf(MemberId member) => Members.GetValueOrDefault(member.Value) ?? [];

    /// <summary>A role that somebody holds; null when they do not hold it.</summary>
    public HeldRole? Find(MemberId member, Role role, PartnerId? partner) => RolesOf(member).FirstOrDefault(held => held.IsSameAs(role, partner));

    /// <summary>Whether somebody holds a role for an organisation.</summary>
    public bool Represents(PartnerId partner) => Members.Values.Any(roles => roles.Any(held => held.Partner == partner));

    public Invitation? Find(InvitationId invitation) => Invitations.GetValueOrDefault(invitation.Value);

    /// <summary>
    /// What somebody is in a partnership: the one rule, for whoever has read these from the log and for the views. A role for a partner that is
    /// not in the partnership counts for nothing; an administrator of the server stands in every partnership.
    /// </summary>
    /// <param name="list">Of the partnership; null when nobody was ever invited or given a role.</param>
    /// <param name="state">The partnership; null when there is none.</param>
    /// <param name="administrators">Of the server; null when there never were any.</param>
    public static IReadOnlyList<Membership> MembershipsOf(
        MemberId member, PartnershipId partnership, MemberList? list, Partnership? state, Administrators? administrators)
    {
        var memberships = new List<Membership>();
        if (administrators?.Include(member) == true) memberships.Add(new(member, partnership, Role.Administrator, null));
        foreach (var held in list?.RolesOf(member) ?? [])
        {
            if (held.Partner is { } partner && state?.Partners.ContainsKey(partner.Value) != true) continue;
            memberships.Add(new(member, partnership, held.Role, held.Partner, held.IsChair));
        }
        return memberships;
    }

    /// <inheritdoc />
    public static MemberList? Evolve(MemberList? state, Fact fact) => (state ?? Nobody).After(fact.Event, fact.Stamp) with { Version = fact.Version };

    private MemberList After(IEvent happened, Stamp stamp) => happened switch
    {
        MemberInvited e => With(new Invitation(e.Invitation, e.Role, e.Partner, e.IsChair, stamp.By, stamp.At, e.SecretHash, e.ExpiresAt)),
        InvitationRevoked e when Find(e.Invitation) is { } invitation => With(invitation with { IsRevoked = true }),
        InvitationAccepted e => Holding(e.Member, new(e.Role, e.Partner, e.IsChair || Find(e.Member, e.Role, e.Partner) is { IsChair: true }), Find(e.Invitation)),
        RoleGranted e => Holding(e.Member, new(e.Role, e.Partner, e.IsChair)),
        RoleEnded e => this with
        {
            Members = Members.SetItem(e.Member.Value, RolesOf(e.Member).Where(held => !held.IsSameAs(e.Role, e.Partner)).ToValueList()),
        },
        PartnershipRestrictedToMembers => this with { IsForMembers = true },
        PartnershipOpenedToAll => this with { IsForMembers = false },
        _ => this,
    };

    private MemberList With(Invitation invitation) => this with { Invitations = Invitations.SetItem(invitation.Id.Value, invitation) };

    private MemberList Holding(MemberId member, HeldRole role, Invitation? by = null)
    {
        var roles = RolesOf(member);
        bool known = roles.Any(held => held.IsSameAs(role.Role, role.Partner));
        var now = known ? roles.Select(held => held.IsSameAs(role.Role, role.Partner) ? role : held).ToValueList() : [.. roles, role];
        var list = this with { Members = Members.SetItem(member.Value, now) };
        return by is null ? list : list.With(by with { AcceptedBy = member });
    }
}

/// <summary>An invitation to a role: whoever has its secret may take it, once.</summary>
/// <param name="By">Who invited.</param>
/// <param name="At">When, UTC.</param>
/// <param name="SecretHash">SHA-256 of its secret, lower-case hexadecimal.</param>
/// <param name="ExpiresAt">From when on it is of no use, UTC.</param>
/// <param name="AcceptedBy">Who took it; null before.</param>
public sealed record Invitation(
    InvitationId Id, Role Role, PartnerId? Partner, bool IsChair, MemberId By, Instant At, string SecretHash, Instant ExpiresAt,
    MemberId? AcceptedBy = null, bool IsRevoked = false)
{
    /// <summary>Whether somebody can still take it at a moment.</summary>
    public bool IsOpenAt(Instant now) => AcceptedBy is null && !IsRevoked && now < ExpiresAt;
}
