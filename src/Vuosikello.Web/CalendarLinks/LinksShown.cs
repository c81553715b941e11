using NodaTime;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>A member's own link as its page shows it.</summary>
/// <param name="Fetched">When its calendar was last fetched from this server since it started, UTC; null for not.</param>
public sealed record LinkShown(AggregateView<CalendarLink> View, Instant? Fetched)
{
    public CalendarLink Link => View.State;
}

/// <summary>What the page of a member's links shows.</summary>
/// <param name="Links">In use, the newest first.</param>
/// <param name="Revoked">Out of use, the newest first.</param>
/// <param name="Kinds">The kinds that the member may make; none for who is no longer a member.</param>
public sealed record LinksShown(PartnershipView Partnership, IReadOnlyList<LinkShown> Links, IReadOnlyList<LinkShown> Revoked, IReadOnlyList<CalendarLinkKind> Kinds);
