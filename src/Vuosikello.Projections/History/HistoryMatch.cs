using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Projections.History;

/// <summary>A filter in the index's own numbers, so that passing over an entry costs a few comparisons.</summary>
internal sealed class HistoryMatch
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    private readonly PartnershipHistory _history;
    private readonly bool[]? _actors;
    private int _from = int.MinValue;
    private int _until = int.MaxValue;
    private short? _event;
    private SubjectKind? _kind;

    private HistoryMatch(PartnershipHistory history, HistoryFilter filter, SeenStreams seen)
    {
        _history = history;
        Told = new(history, new(filter.ToMember, filter.Sight), seen);
        if (filter.Partner is null && filter.Member is null && filter.NotBy.Count == 0) return;
        // Actors that come later are in entries that come later, which nobody asked for.
        _actors = [.. Enumerable.Range(0, history.ActorCount).Select(number => Fits(history.Actor(number), filter))];
    }

    /// <summary>The number of the one stream whose entries can match; null for any.</summary>
    public int? Stream { get; private init; }

    /// <summary>What the reader is told of at all.</summary>
    public ToldTo Told { get; }

    /// <summary>Null when nothing can match.</summary>
    public static HistoryMatch? Of(PartnershipHistory history, HistoryFilter filter, HistoryIndex index, SeenStreams seen)
    {
        int? stream = null;
        if (filter.Stream is { } name && (stream = index.NumberOf(history.Partnership, name)) is null) return null;
        return new(history, filter, seen)
        {
            Stream = stream,
            _event = filter.Event is { } happened ? EventNumbers.Of(happened) : null,
            _kind = filter.Kind,
            _from = filter.From is { } from ? Minutes.Of(from.AtStartOfDayInZone(Helsinki).ToInstant()) : int.MinValue,
            _until = filter.To is { } to ? Minutes.Of(to.PlusDays(1).AtStartOfDayInZone(Helsinki).ToInstant()) : int.MaxValue,
        };
    }

    public bool Fits(in IndexEntry entry) =>
        (Stream is null || entry.Stream == Stream)
        && entry.Minute >= _from && entry.Minute < _until
        && (_event is null || entry.Event == _event)
        && (_actors is null || (entry.Actor < _actors.Length && _actors[entry.Actor]))
        && (_kind is null || _history.Stream(entry.Stream).Kind == _kind)
        && Told.Tells(entry);

    private static bool Fits(HistoryActor actor, HistoryFilter filter) =>
        (filter.Member is null || actor.By == filter.Member)
        && !filter.NotBy.Contains(actor.By)
        && (filter.Partner is null || (filter.Partner == HistoryFilter.ThePartnership ? actor.For is null : actor.For == filter.Partner));
}
