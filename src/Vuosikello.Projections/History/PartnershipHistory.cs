using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>
/// The index of one partnership's events in the order of the log: some 45 bytes for each, and 150 for each stream. Only one thread adds; any
/// thread reads.
/// </summary>
internal sealed class PartnershipHistory(PartnershipId partnership)
{
    private readonly AppendOnlyList<IndexEntry> _entries = new();
    private readonly AppendOnlyList<StreamKey> _streams = new();
    private readonly AppendOnlyList<StreamEntries> _ofStreams = new();
    private readonly AppendOnlyList<HistoryActor> _actors = new();
    private readonly Dictionary<HistoryActor, int> _actorNumbers = [];

    public PartnershipId Partnership => partnership;

    public int Count => _entries.Count;

    /// <summary>The entries by time.</summary>
    public TimeOrder Order { get; } = new();

    public int StreamCount => _streams.Count;

    public int ActorCount => _actors.Count;

    public ref readonly IndexEntry this[int index] => ref _entries[index];

    public StreamKey Stream(int number) => _streams[number];

    public HistoryActor Actor(int number) => _actors[number];

    public int AddStream(StreamKey stream)
    {
        _streams.Add(stream);
        _ofStreams.Add(new());
        return _streams.Count - 1;
    }

    public int NumberOf(HistoryActor actor)
    {
        if (_actorNumbers.TryGetValue(actor, out int number)) return number;
        _actors.Add(actor);
        return _actorNumbers[actor] = _actors.Count - 1;
    }

    /// <summary>Adds an entry at the end of the log; what it says of <see cref="IndexEntry.Time"/> is found out here.</summary>
    public void Add(in IndexEntry entry)
    {
        var ofStream = _ofStreams[entry.Stream];
        int time = ofStream.Count == 0 ? entry.Minute : Math.Max(entry.Minute, _entries[ofStream[ofStream.Count - 1]].Time);
        _entries.Add(entry with { Time = time });
        ofStream.Add(_entries.Count - 1);
    }

    /// <summary>The indexes of a stream's entries, which rise, as their times do.</summary>
    public StreamEntries OfStream(int number) => _ofStreams[number];

    /// <summary>How many of a stream's entries come, by time and then by the log, no later than an entry of any stream.</summary>
    public int UpTo(StreamEntries ofStream, int index)
    {
        int time = _entries[index].Time, low = 0, high = ofStream.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            int there = ofStream[middle];
            if (_entries[there].Time < time || (_entries[there].Time == time && there <= index)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The index of a stream's entry; null when the history has no such event.</summary>
    public int? Find(int stream, long version)
    {
        var ofStream = _ofStreams[stream];
        int low = 0, high = ofStream.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_entries[ofStream[middle]].Version < version) low = middle + 1;
            else high = middle;
        }
        return low < ofStream.Count && _entries[ofStream[low]].Version == version ? ofStream[low] : null;
    }

    /// <summary>How many of the entries are before a position.</summary>
    public int Before(Position position)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_entries[middle].Position < position.Value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public HistoryEntry Entry(int index)
    {
        ref readonly var entry = ref _entries[index];
        var (stream, actor) = (_streams[entry.Stream], _actors[entry.Actor]);
        return new(
            new(entry.Position), Minutes.ToInstant(entry.Minute), stream.Name, stream.Kind, entry.Version, EventNumbers.Type(entry.Event), actor.By, actor.For);
    }
}

/// <summary>One event, as small as it gets.</summary>
/// <param name="Minute">Of the stamp, since 1970 UTC.</param>
/// <param name="Stream">Its number in the partnership, as is the actor's.</param>
/// <param name="Event">Its number in <see cref="EventNumbers"/>.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct IndexEntry(long Position, int Minute, int Stream, int Version, int Actor, short Event)
{
    /// <summary>By what the entry is ordered: its minute, or a later one that an earlier event of its stream has.</summary>
    public int Time { get; init; }
}

/// <summary>Which of the entries are of one stream. Only one thread adds; any thread reads what it counted.</summary>
internal sealed class StreamEntries
{
    private int[] _indexes = new int[2];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public int this[int number] => Volatile.Read(ref _indexes)[number];

    public void Add(int index)
    {
        var indexes = _indexes;
        if (_count == indexes.Length) Array.Resize(ref indexes, _count * 2);
        indexes[_count] = index;
        Volatile.Write(ref _indexes, indexes);
        Volatile.Write(ref _count, _count + 1);
    }
}

/// <summary>A stream's name in few bytes: an activity's by its id, others, of which there are few, by the name.</summary>
internal readonly record struct StreamKey(SubjectKind Kind, Guid Activity, string? Text)
{
    public StreamName Name => Kind == SubjectKind.Activity ? Streams.Of(new ActivityId(Activity)) : new(Text!);

    public static StreamKey? Of(StreamName stream)
    {
        if (Streams.IsOf(stream, out ActivityId activity)) return new(SubjectKind.Activity, activity.Value, null);
        return RemarkSubjects.Of(stream)?.Kind is { } kind and not SubjectKind.Activity ? new(kind, Guid.Empty, stream.Value) : null;
    }
}

/// <summary>Times as whole minutes since 1970 UTC: days of Helsinki begin on whole minutes.</summary>
internal static class Minutes
{
    public static int Of(Instant instant) => (int)Math.Clamp(Math.Floor((instant - NodaConstants.UnixEpoch).TotalMinutes), int.MinValue, int.MaxValue);

    public static Instant ToInstant(int minute) => NodaConstants.UnixEpoch + Duration.FromMinutes(minute);
}

/// <summary>The events by number, in the order of their stored names. Numbers hold for one build, as snapshots do.</summary>
internal static class EventNumbers
{
    private static readonly ImmutableArray<Type> Types = [.. EventTypes.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
    private static readonly Dictionary<Type, short> Numbers = Types.Select((type, i) => (type, i)).ToDictionary(pair => pair.type, pair => (short)pair.i);

    private static readonly ImmutableArray<bool> Public = [.. Types.Select(type => Audiences.Of(type) == Audience.Public)];

    public static short Of(Type happened) => Numbers[happened];

    public static Type Type(short number) => Types[number];

    /// <summary>Whether the public is told of it.</summary>
    public static bool IsPublic(short number) => Public[number];
}
