using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Verification;

/// <summary>Makes the views anew from the first event, beside the ones in use, and compares the two.</summary>
public sealed class ViewsVerification
{
    private readonly IEventStore _store;
    private readonly IReadOnlyList<IProjection> _inUse;
    private readonly IViews _views;

    internal ViewsVerification(IEventStore store, IReadOnlyList<IProjection> inUse, IViews views)
    {
        _store = store;
        _inUse = inUse;
        _views = views;
    }

    /// <summary>Removes the views' snapshot from a data folder, so that the next start makes them from the first event on.</summary>
    public static void DiscardSnapshot(string dataFolder) => File.Delete(ViewSnapshots.PathIn(dataFolder));

    /// <summary>The position that the snapshot in a data folder stands at; null when there is none that can be read.</summary>
    public static Position? SnapshotPosition(string dataFolder)
    {
        string path = ViewSnapshots.PathIn(dataFolder);
        try
        {
            return File.Exists(path) ? SnapshotFile.ReadDirectory(path).Place.Position : null;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Compares the views in use with a rebuild, both at the same position. While events keep coming it follows them until a quiet moment.</summary>
    /// <param name="progress">Told now and then how many events have been read.</param>
    public async Task<ViewsComparison> Compare(IProgress<long>? progress, CancellationToken ct)
    {
        // the very kinds that are in use, so that a new view cannot be forgotten here
        IProjection[] rebuilt = [.. _inUse.Select(view => (IProjection)Activator.CreateInstance(view.GetType())!)];
        var position = Position.Start;
        long events = 0;
        while (true)
        {
            await foreach (var recorded in _store.ReadAll(position, ct))
            {
                Apply(rebuilt, new(recorded.Stream, recorded.Position, recorded.Id, EventSerializer.Deserialize(recorded)));
                position = recorded.Position;
                if (++events % 50_000 == 0) progress?.Report(events);
            }
            await _views.WaitFor(position, ct);
            var used = ViewsDump.Of(_inUse);
            // Nothing came in between, so both stand at the same place.
            if (_views.Position == position && await _store.End(ct) == position) return new(position, events, FirstDifference(used, ViewsDump.Of(rebuilt)));
        }
    }

    private static void Apply(IProjection[] projections, in Recorded recorded)
    {
        foreach (var projection in projections) projection.Apply(recorded, changes: null);
    }

    private static string? FirstDifference(SortedDictionary<string, string> used, SortedDictionary<string, string> rebuilt)
    {
        foreach (string name in used.Keys.Union(rebuilt.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string? inUse = used.GetValueOrDefault(name), anew = rebuilt.GetValueOrDefault(name);
            if (inUse != anew) return $"{name}\n  in use:  {inUse ?? "nothing"}\n  rebuilt: {anew ?? "nothing"}";
        }
        return null;
    }
}

/// <summary>What a comparison of the views with a rebuild found.</summary>
/// <param name="Position">Where both stood.</param>
/// <param name="Events">How many events the rebuild read.</param>
/// <param name="FirstDifference">The first thing that differs, as both have it; null when the views are as the log says.</param>
public sealed record ViewsComparison(Position Position, long Events, string? FirstDifference);
