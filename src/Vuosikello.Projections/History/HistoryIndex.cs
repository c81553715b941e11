using System.Collections.Concurrent;
using System.Security.Cryptography;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.History;

/// <summary>Where everything that happened stands, per partnership. What happened is read from the store when a page is asked for.</summary>
internal sealed class HistoryIndex : IProjection
{
    private readonly ConcurrentDictionary<PartnershipId, PartnershipHistory> _partnerships = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<StreamKey, (PartnershipHistory History, int Number)> _streams = [];

    public string Name => "history";

    public PartnershipHistory? Find(PartnershipId partnership) => _partnerships.GetValueOrDefault(partnership);

    /// <summary>A stream's number in its partnership; null when nothing happened in it.</summary>
    public int? NumberOf(PartnershipId partnership, StreamName stream)
    {
        if (StreamKey.Of(stream) is not { } key) return null;
        lock (_gate) return _streams.TryGetValue(key, out var found) && found.History.Partnership == partnership ? found.Number : null;
    }

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (StreamKey.Of(recorded.Stream) is not { } key) return;
        var fact = recorded.Fact;
        var type = fact.Event.GetType();
        var (history, stream) = StreamOf(key, recorded);
        if (Audiences.Of(type) == Audience.Nobody) return;
        var stamp = fact.Stamp;
        history.Add(new(
            recorded.Position.Value, Minutes.Of(stamp.At), stream, checked((int)fact.Version), history.NumberOf(new(stamp.By, stamp.For)), EventNumbers.Of(type)));
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        List<SnapshotSegment> segments = [new(Name, writer => writer.Count(0))];
        foreach (var history in _partnerships.Values)
        {
            var (entries, streams, actors) = (history.Count, history.StreamCount, history.ActorCount);
            segments.Add(new(Name, writer =>
            {
                writer.Count(1);
                HistoryFormat.Write(writer, history, entries, streams, actors);
            }));
        }
        return segments;
    }

    public void Load(SnapshotReader segment)
    {
        for (int left = segment.Count(); left > 0; left--)
        {
            var history = HistoryFormat.Read(segment);
            _partnerships[history.Partnership] = history;
            lock (_gate)
            {
                for (int i = 0; i < history.StreamCount; i++) _streams.Add(history.Stream(i), (history, i));
            }
        }
    }

    public void Clear()
    {
        _partnerships.Clear();
        lock (_gate) _streams.Clear();
    }

    public IEnumerable<KeyValuePair<string, object>> Contents()
    {
        foreach (var history in _partnerships.Values)
        {
            var writer = new SnapshotWriter();
            HistoryFormat.Write(writer, history, history.Count, history.StreamCount, history.ActorCount);
            yield return new($"history of {history.Partnership}", new { history.Count, Digest = Convert.ToHexString(SHA256.HashData(writer.Written)) });
        }
    }

    private (PartnershipHistory History, int Number) StreamOf(StreamKey key, in Recorded recorded)
    {
        lock (_gate)
        {
            if (_streams.TryGetValue(key, out var known)) return known;
            var partnership = recorded.Fact.Event is ActivityPlanned planned ? planned.Cycle.Partnership : Streams.PartnershipOf(recorded.Stream);
            var history = _partnerships.GetOrAdd(partnership ?? throw new InvalidOperationException("the activity was never planned"), static id => new(id));
            return _streams[key] = (history, history.AddStream(key));
        }
    }
}
