using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Domain.Memberships;

/// <summary>
/// What somebody sees of drafts and rounds: the one rule, for pages, live pages, histories, counts and the past. A draft is its parties', a round is
/// those invited to it; the coordinator, the steering group and administrators see all of them. A reader of the partnership sees what everybody does.
/// </summary>
/// <param name="IsOfAll">Whether they see every draft and every round.</param>
/// <param name="Partners">Otherwise: the organisations in whose name they see, in the order of their ids, each once.</param>
public readonly record struct Sight(bool IsOfAll, ValueList<PartnerId>? Partners)
{
    /// <summary>Of drafts and rounds nothing.</summary>
    public static Sight None => default;

    /// <summary>All that there is.</summary>
    public static Sight Everything => new(true, null);

    /// <summary>What follows from the roles that somebody holds in one partnership.</summary>
    public static Sight Of(IReadOnlyList<Membership> held)
    {
        if (held.Any(one => one.Role is Role.Administrator or Role.Coordinator or Role.SteeringGroupMember)) return Everything;
        var partners = held.Select(one => one.Partner).OfType<PartnerId>().Distinct().OrderBy(partner => partner.Value, StringComparer.Ordinal).ToValueList();
        return partners.Count == 0 ? None : new(false, partners);
    }

    /// <summary>Whether they see what is being written of an agreement, and what was made of it without coming into force.</summary>
    public bool Sees(Agreement agreement)
    {
        if (IsOfAll) return true;
        foreach (var partner in Partners ?? [])
            if (agreement.IsOf(partner)) return true;
        return false;
    }

    /// <summary>Whether they see a round at all, and what came of it.</summary>
    public bool Sees(CommentRound round)
    {
        if (IsOfAll) return true;
        foreach (var partner in Partners ?? [])
            if (round.IsInvited(partner)) return true;
        return false;
    }
}
