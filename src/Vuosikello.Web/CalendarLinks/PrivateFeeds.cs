using System.Globalization;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>The calendars behind secret addresses.</summary>
public interface IPrivateFeeds
{
    /// <summary>The feed as its owner may have it now.</summary>
    ValueTask<PrivateFeed> Find(string secret, FeedChoice choice, CancellationToken ct);
}

/// <summary>What there is at a secret address.</summary>
public abstract record PrivateFeed
{
    private PrivateFeed() { }

    public sealed record Found(CalendarLinkId Link, Feed Feed) : PrivateFeed;

    /// <summary>There was a feed; its owner has revoked the link.</summary>
    public sealed record Revoked : PrivateFeed;

    public sealed record Unknown : PrivateFeed;

    /// <summary>The views are still catching up with the log: nobody can say yet.</summary>
    public sealed record NotYet : PrivateFeed;
}

/// <summary>
/// Finds a link by the hash of its secret, sees what its owner is at this moment, and renders what that person may have; anew only when something has
/// happened in the partnership, or the person's roles have changed.
/// </summary>
public sealed class PrivateFeeds(
    ICalendarLinkViews links, IPartnershipViews partnerships, IMemberships memberships, PrivateContents contents, WaitingEntries waiting, PrivateCalendar calendar,
    KeptPrivateFeeds kept, IViews views, IClock clock) : IPrivateFeeds
{
    public async ValueTask<PrivateFeed> Find(string secret, FeedChoice choice, CancellationToken ct)
    {
        var link = links.FindByToken(Secrets.HashOf(secret));
        if (!views.Ready) return new PrivateFeed.NotYet();
        if (link is null) return new PrivateFeed.Unknown();
        if (link.IsRevoked) return new PrivateFeed.Revoked();

        // Before anything is looked at: what happens meanwhile makes the feed a stale one, never the other way round.
        long change = kept.LastChangeOf(link.Id.Partnership);
        var roles = await memberships.Of(link.Owner, link.Id.Partnership, ct);
        var basis = new FeedBasis(change, string.Join('\n', roles.Select(Text).Order(StringComparer.Ordinal)));
        var before = kept.Find(link.Id, choice);
        if (before is not null && before.Basis == basis && clock.GetCurrentInstant() < before.Calendar.Until) return new PrivateFeed.Found(link.Id, before.Calendar.Feed);
        if (partnerships.Find(link.Id.Partnership) is not { } partnership) return new PrivateFeed.NotYet();
        var rendered = calendar.Render(await Content(link, partnership, roles, ct), choice, before?.Calendar.Feed);
        kept.Keep(link.Id, choice, new(rendered, basis));
        return new PrivateFeed.Found(link.Id, rendered.Feed);
    }

    private async ValueTask<PrivateContent> Content(CalendarLink link, PartnershipView partnership, IReadOnlyList<Membership> roles, CancellationToken ct)
    {
        if (!Rights.MayHave(link.Kind, await Standing(link, null, ct))) return PrivateContents.Empty(partnership, link.Kind);
        if (link.Kind == CalendarLinkKind.SteeringGroup) return contents.SteeringGroup(partnership);
        PartnerId[] partners = [.. roles.Select(role => role.Partner).OfType<PartnerId>().Distinct()];
        var waits = new List<(DatedEntry, Instant)>();
        foreach (var partner in partners) waits.AddRange(waiting.Of(partnership.State, await Standing(link, partner, ct)));
        return contents.Mine(partnership, link.Owner, partners, waits);
    }

    /// <summary>What the owner is when acting for an organisation, or for none.</summary>
    private ValueTask<Standing> Standing(CalendarLink link, PartnerId? partner, CancellationToken ct) =>
        Commands.Standing.Of(new Stamp(default, link.Owner, partner, default), link.Id.Partnership, memberships, ct);

    private static string Text(Membership role) => string.Create(CultureInfo.InvariantCulture, $"{role.Role} {role.Partner} {role.IsChair}");
}
