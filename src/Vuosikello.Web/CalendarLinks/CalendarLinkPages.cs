using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>Finds what the signed-in member sees of their own links.</summary>
public sealed class CalendarLinkPages(IPartnershipViews partnerships, ICalendarLinkViews links, LinkFetches fetches, MemberRights rights, CurrentMember member)
{
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<LinksShown?> Find(string partnership, CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return null;
        var own = Own(found.Id);
        var kinds = await rights.Standing(found.Id, ct) is { } standing ? Enum.GetValues<CalendarLinkKind>().Where(kind => Rights.MayHave(kind, standing)) : [];
        return new(found, [.. own.Where(link => !link.Link.IsRevoked)], [.. own.Where(link => link.Link.IsRevoked)], [.. kinds]);
    }

    /// <summary>The signed-in member's links, the newest first.</summary>
    public IReadOnlyList<LinkShown> Own(PartnershipId partnership) =>
        member.Id is { } id ? [.. links.Of(id, partnership).Select(view => new LinkShown(view, fetches.LastOf(view.State.Id)))] : [];

    /// <summary>Whether it is anything to the member: one who is no longer of the partnership still revokes old links.</summary>
    public static bool IsFor(LinksShown shown) => shown.Kinds.Count + shown.Links.Count + shown.Revoked.Count > 0;
}
