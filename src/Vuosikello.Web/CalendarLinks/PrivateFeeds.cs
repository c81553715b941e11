using System.Globalization;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
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
    ICalendarLinkViews links, IPartnershipViews partnerships, IMembershipViews memberships, PrivateContents contents, WaitingEntries waiting, PrivateCalendar calendar,
    KeptPrivateFeeds kept, IErasedPersons erased, IViews views, IClock clock) : IPrivateFeeds
{
    public async ValueTask<PrivateFeed> Find(string secret, FeedChoice choice, CancellationToken ct)
    {
        var link = links.FindByToken(Secrets.HashOf(secret));
        if (!views.Ready) return new PrivateFeed.NotYet();
        if (link is null) return new PrivateFeed.Unknown();
        if (link.IsRevoked || erased.Include(link.Owner)) return new PrivateFeed.Revoked();

        if (partnerships.Find(link.Id.Partnership) is not { } partnership) return new PrivateFeed.NotYet();
        // Whose owner is no longer a member: of a partnership for members not even an empty calendar has their name.
        if (memberships.IsForMembers(partnership.Id) && memberships.Of(link.Owner, partnership.Id).Count == 0) return new PrivateFeed.Unknown();
        if (PrivateCalendar.Canonical(link.Kind, choice, partnership.State) is not { } canonical) return new PrivateFeed.Unknown();

        if (Kept(link, canonical, Basis(link).Basis) is { } ready) return new PrivateFeed.Found(link.Id, ready);
        var turn = kept.TurnOf(link.Id, canonical);
        await turn.WaitAsync(ct);
        try
        {
            return new PrivateFeed.Found(link.Id, Render(link, canonical));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>To be called by one at a time.</summary>
    private Feed Render(CalendarLink link, FeedChoice choice)
    {
        var (basis, roles) = Basis(link);
        if (Kept(link, choice, basis) is { } since) return since;
        var partnership = partnerships.Find(link.Id.Partnership) ?? throw new InvalidOperationException($"The partnership {link.Id.Partnership} is gone.");
        var rendered = calendar.Render(Content(link, partnership, roles), choice, kept.Find(link.Id, choice)?.Calendar.Feed);
        kept.Keep(link.Id, choice, new(rendered, basis));
        return rendered.Feed;
    }

    /// <summary>Looked at before anything else: what happens meanwhile makes the feed a stale one, never the other way round.</summary>
    private (FeedBasis Basis, IReadOnlyList<Membership> Roles) Basis(CalendarLink link)
    {
        long change = kept.LastChangeOf(link.Id.Partnership);
        var roles = memberships.Of(link.Owner, link.Id.Partnership);
        return (new(change, string.Join('\n', roles.Select(Text).Order(StringComparer.Ordinal))), roles);
    }

    private Feed? Kept(CalendarLink link, FeedChoice choice, FeedBasis basis) =>
        kept.Find(link.Id, choice) is { } found && found.Basis == basis && clock.GetCurrentInstant() < found.Calendar.Until ? found.Calendar.Feed : null;

    private PrivateContent Content(CalendarLink link, PartnershipView partnership, IReadOnlyList<Membership> roles)
    {
        if (!Rights.MayHave(link.Kind, Standing(link, null))) return PrivateContents.Empty(partnership, link.Kind);
        if (link.Kind == CalendarLinkKind.SteeringGroup) return contents.SteeringGroup(partnership);
        PartnerId[] partners = [.. roles.Select(role => role.Partner).OfType<PartnerId>().Distinct()];
        var waits = new List<(DatedEntry, Instant)>();
        foreach (var partner in partners) waits.AddRange(waiting.Of(partnership.State, Standing(link, partner)));
        return contents.Mine(partnership, link.Owner, partners, waits);
    }

    /// <summary>What the owner is when acting for an organisation, or for none.</summary>
    private Standing Standing(CalendarLink link, PartnerId? partner) =>
        Commands.Standing.Of(link.Owner, partner, link.Id.Partnership, memberships.Of(link.Owner, link.Id.Partnership));

    private static string Text(Membership role) => string.Create(CultureInfo.InvariantCulture, $"{role.Role} {role.Partner} {role.IsChair}");
}
