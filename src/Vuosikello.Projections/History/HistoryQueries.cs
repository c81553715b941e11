using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>Answers questions on the history from the index, and reads what was found from the store.</summary>
internal sealed class HistoryQueries(HistoryIndex index, HistoryReader reader, SeenStreams seen) : IHistory
{
    private static readonly HistoryPage Nothing = new([], null);

    public HistoryPage Page(PartnershipId partnership, HistoryFilter filter, Position? before, int count)
    {
        if (index.Find(partnership) is not { } history || HistoryMatch.Of(history, filter, index, seen) is not { } match) return Nothing;
        return Page(history, match.Stream is { } stream ? Upwards(history, stream, before, match.Told) : Upwards(history, before, match.Told), match, count);
    }

    /// <param name="newestFirst">Indexes of entries, among them all that can match.</param>
    private static HistoryPage Page(PartnershipHistory history, IEnumerable<int> newestFirst, HistoryMatch match, int count)
    {
        List<HistoryEntry> entries = [];
        foreach (int i in newestFirst)
        {
            ref readonly var entry = ref history[i];
            if (!match.Fits(entry)) continue;
            // One more than asked for was found, so the next page begins with it.
            if (entries.Count == count) return new(entries, new(entry.Position + 1));
            entries.Add(history.Entry(i));
        }
        return new(entries, null);
    }

    private static IEnumerable<int> Upwards(PartnershipHistory history, Position? before, ToldTo told)
    {
        var order = history.Order.Of(history);
        int begin = order.Count;
        if (before is { } position) begin = Last(history, position, order.Count, told) is { } last ? order.PlaceOf(last) + 1 : 0;
        for (int place = begin - 1; place >= 0; place--) yield return order[place];
    }

    /// <summary>Those of one stream, whose order by time is that of the log; what happened to others is not looked at.</summary>
    private static IEnumerable<int> Upwards(PartnershipHistory history, int stream, Position? before, ToldTo told)
    {
        var ofStream = history.OfStream(stream);
        int begin = ofStream.Count;
        if (before is { } position) begin = Last(history, position, history.Count, told) is { } last ? history.UpTo(ofStream, last) : 0;
        for (int number = begin - 1; number >= 0; number--) yield return ofStream[number];
    }

    /// <summary>The last entry in the log before a position, among the first so many, that the reader is told of.</summary>
    /// <remarks>What the reader is not told of does not count, so that no address says when it happened.</remarks>
    private static int? Last(PartnershipHistory history, Position before, int count, ToldTo told)
    {
        int last = Math.Min(history.Before(before), count) - 1;
        while (last >= 0 && !told.Tells(history[last])) last--;
        return last < 0 ? null : last;
    }

    public HistoryEntry? Find(PartnershipId partnership, StreamName stream, long version, Listener to)
    {
        if (index.Find(partnership) is not { } history || index.NumberOf(partnership, stream) is not { } number) return null;
        return history.Find(number, version) is { } found && new ToldTo(history, to, seen).Tells(history[found]) ? history.Entry(found) : null;
    }

    public int Count(PartnershipId partnership) => index.Find(partnership)?.Count ?? 0;

    public int CountAfter(PartnershipId partnership, HistoryFilter filter, Position after, int most)
    {
        if (index.Find(partnership) is not { } history || HistoryMatch.Of(history, filter, index, seen) is not { } match) return 0;
        int found = 0;
        for (int i = history.Count - 1; i >= 0 && found < most && history[i].Position > after.Value; i--)
        {
            if (match.Fits(history[i])) found++;
        }
        return found;
    }

    public int CountUpTo(PartnershipId partnership, Position position) => index.Find(partnership)?.Before(new(position.Value + 1)) ?? 0;

    public Position PositionOf(PartnershipId partnership, long count) =>
        index.Find(partnership) is { } history && Math.Min(count, history.Count) is > 0 and var last ? new(history[(int)last - 1].Position) : Position.Start;

    public IReadOnlyList<HistorySubject> Subjects(PartnershipId partnership, HistoryFilter filter, Position after, int latest)
    {
        if (index.Find(partnership) is not { } history || HistoryMatch.Of(history, filter, index, seen) is not { } match) return [];
        var order = new List<int>();
        var found = new Dictionary<int, (int Count, List<int> Latest)>();
        for (int i = history.Count - 1; i >= 0 && history[i].Position > after.Value; i--)
        {
            if (!match.Fits(history[i])) continue;
            int stream = history[i].Stream;
            if (!found.TryGetValue(stream, out var subject))
            {
                order.Add(stream);
                subject = (0, []);
            }
            if (subject.Latest.Count < latest) subject.Latest.Add(i);
            found[stream] = (subject.Count + 1, subject.Latest);
        }
        return [.. order.Select(stream => new HistorySubject(history.Stream(stream).Name, found[stream].Count, [.. found[stream].Latest.Select(history.Entry)]))];
    }

    public IReadOnlyList<HistoryActor> Actors(PartnershipId partnership) =>
        index.Find(partnership) is { } history ? [.. Enumerable.Range(0, history.ActorCount).Select(history.Actor)] : [];

    public ValueTask<IReadOnlyList<HistoryEvent>> Read(IEnumerable<HistoryEntry> entries, CancellationToken ct) => reader.Read(entries, ct);
}
