using System.Collections.Concurrent;
using System.Collections.Immutable;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.CalendarLinks;

/// <summary>Queries on the private addresses of calendar feeds. What they tell is for the owner of a link alone.</summary>
public interface ICalendarLinkViews : IAggregateViews<CalendarLinkId, CalendarLink>
{
    /// <summary>
    /// The link whose secret has this hash, revoked or not; null when there is none. The same work whether there is one or not: a look-up by what
    /// nobody can choose.
    /// </summary>
    /// <param name="tokenHash">SHA-256 of the secret, lower-case hexadecimal.</param>
    CalendarLink? FindByToken(string tokenHash);

    /// <summary>A member's own links in a partnership, revoked ones too, the newest first.</summary>
    ImmutableArray<AggregateView<CalendarLink>> Of(MemberId owner, PartnershipId partnership);
}

/// <summary>All calendar links, found by their owner and by the hash of their secret.</summary>
internal sealed class CalendarLinkViews() : AggregateViews<CalendarLinkId, CalendarLink>("calendar-links"), ICalendarLinkViews
{
    private readonly ConcurrentDictionary<string, CalendarLinkId> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(MemberId, PartnershipId), ImmutableHashSet<CalendarLinkId>> _byOwner = new();

    public CalendarLink? FindByToken(string tokenHash) => _byToken.TryGetValue(tokenHash, out var id) ? Find(id)?.State : null;

    public ImmutableArray<AggregateView<CalendarLink>> Of(MemberId owner, PartnershipId partnership) =>
        _byOwner.TryGetValue((owner, partnership), out var ids)
            ? [.. ids.Select(Find).OfType<AggregateView<CalendarLink>>().OrderByDescending(view => view.First.At).ThenByDescending(view => view.Position.Value)]
            : [];

    public override void Clear()
    {
        base.Clear();
        _byToken.Clear();
        _byOwner.Clear();
    }

    protected override bool IsOf(StreamName stream, out CalendarLinkId id) => Streams.IsOf(stream, out id);

    protected override PartnershipId PartnershipOf(CalendarLinkId id) => id.Partnership;

    protected override void Index(CalendarLinkId id, CalendarLink state)
    {
        _byToken.TryAdd(state.TokenHash, id);
        _byOwner.AddOrUpdate((state.Owner, id.Partnership), _ => [id], (_, ids) => ids.Add(id));
    }
}
