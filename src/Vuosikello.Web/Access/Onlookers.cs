using System.Security.Claims;
using Vuosikello.Domain;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Access;

/// <summary>Finds out as whom somebody comes, and which partnerships there are for them.</summary>
public sealed class Onlookers(IPartnershipViews partnerships, IMembershipViews memberships, Circle circle)
{
    /// <param name="partnership">The one that the view is of; null of what is in none.</param>
    public Onlooker Find(ClaimsPrincipal? user, PartnershipId? partnership)
    {
        var member = Circle.Of(user);
        bool administers = member is { } id && memberships.IsAdministrator(id);
        if (partnership is not { } of) return new(member, Circle.For(user), administers, true, ReaderCircle.Public);
        var reader = circle.Find(user, of);
        return new(member, Circle.For(user), administers, !reader.IsOutside && partnerships.Find(of) is not null, reader);
    }

    /// <summary>The partnership as somebody sees it; null when there is none for them.</summary>
    public PartnershipView? Partnership(ClaimsPrincipal? user, PartnershipId partnership) =>
        partnerships.Find(partnership) is { } found && !circle.Find(user, partnership).IsOutside ? found : null;

    /// <summary>All partnerships that there are for somebody, in their order.</summary>
    public IEnumerable<PartnershipView> Partnerships(ClaimsPrincipal? user) => partnerships.All.Where(found => !circle.Find(user, found.Id).IsOutside);
}
