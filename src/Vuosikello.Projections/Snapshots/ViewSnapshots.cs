using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.Snapshots;

/// <summary>
/// Snapshots of all views for quick starts. A snapshot is only ever a short cut: what does not fit (another build, another log,
/// a damaged file) is left aside, with a line in the log that says why, and the views are made from the first event on.
/// </summary>
internal sealed partial class ViewSnapshots(string? folder, IEventStore store, ILogger<ViewSnapshots> log)
{
    /// <summary>After so many events a new snapshot is worth writing: they take about a second to read again.</summary>
    public const long Every = 100_000;

    private readonly string? _path = folder is null ? null : PathIn(folder);
    private Task _saving = Task.CompletedTask;
    private SnapshotPlace _saved;
    private long _savedAt;

    internal static string PathIn(string folder) => Path.Combine(folder, "views.snapshot");

    /// <summary>Fills the views from the snapshot, or leaves them empty, and tells where they stand.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot tell whether the snapshot is of its log.</exception>
    public async ValueTask<SnapshotPlace> Load(IReadOnlyList<IProjection> projections, CancellationToken ct)
    {
        if (_path is null || !File.Exists(_path)) return default;
        try
        {
            var directory = SnapshotFile.ReadDirectory(_path);
            if (directory.Program != Program()) throw new InvalidDataException("another build of the program wrote it");
            if (!await IsInLog(directory.Place, ct)) throw new InvalidDataException("it is of another log, or the log has been cut shorter");
            Fill(_path, projections, directory, ct);
            _saved = directory.Place;
            Loaded(_path, directory.Place.Position);
            return directory.Place;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException or AggregateException
            or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            foreach (var projection in projections) projection.Clear();
            LeftAside(_path, (problem as AggregateException)?.InnerException?.Message ?? problem.Message);
            return default;
        }
    }

    /// <summary>Writes a snapshot in the background when enough has happened since the last one. Called by whoever applies events, between two of them.</summary>
    /// <param name="applied">Events applied since the start.</param>
    public void SaveWhenDue(IReadOnlyList<IProjection> projections, SnapshotPlace place, long applied)
    {
        if (_path is null || applied - _savedAt < Every || !_saving.IsCompleted) return;
        _savedAt = applied;
        var segments = Capture(projections);
        _saving = Task.Run(() => Write(_path, place, segments));
    }

    /// <summary>Writes a snapshot, unless there is one of just this place.</summary>
    public async Task Save(IReadOnlyList<IProjection> projections, SnapshotPlace place)
    {
        await _saving;
        if (_path is null || place.Position <= _saved.Position) return;
        Write(_path, place, Capture(projections));
    }

    private void Write(string path, SnapshotPlace place, List<SnapshotSegment> segments)
    {
        try
        {
            SnapshotFile.Write(path, Program(), place, segments);
            _saved = place;
            Wrote(path, place.Position);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            NotWritten(path, problem.Message);
        }
    }

    private static void Fill(string path, IReadOnlyList<IProjection> projections, SnapshotDirectory directory, CancellationToken ct)
    {
        var byName = projections.ToDictionary(projection => projection.Name, StringComparer.Ordinal);
        if (!byName.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(directory.Entries.Select(entry => entry.Projection)))
            throw new InvalidDataException("it holds other views than this program has");
        using var file = File.OpenHandle(path);
        Parallel.ForEach(directory.Entries, new ParallelOptions { CancellationToken = ct }, entry => byName[entry.Projection].Load(SnapshotFile.ReadSegment(file, entry)));
    }

    private static List<SnapshotSegment> Capture(IReadOnlyList<IProjection> projections) => [.. projections.SelectMany(projection => projection.Capture())];

    private async ValueTask<bool> IsInLog(SnapshotPlace place, CancellationToken ct)
    {
        if (place.Position > await store.End(ct)) return false;
        await foreach (var recorded in store.ReadStream(place.Stream, place.Version, ct)) return recorded.Id == place.Id && recorded.Position == place.Position;
        return false;
    }

    /// <summary>Which build this is. Code that folds in another way has another identity, so no old fold outlives it in a snapshot.</summary>
    private static Guid Program()
    {
        Span<byte> modules = stackalloc byte[48];
        typeof(ViewSnapshots).Module.ModuleVersionId.TryWriteBytes(modules);
        typeof(IState<>).Module.ModuleVersionId.TryWriteBytes(modules[16..]);
        typeof(IEventStore).Module.ModuleVersionId.TryWriteBytes(modules[32..]);
        return new(SHA256.HashData(modules).AsSpan(0, 16));
    }

    [LoggerMessage(LogLevel.Information, "The views were filled from the snapshot {Path} at position {Position}.")]
    private partial void Loaded(string path, Position position);

    [LoggerMessage(LogLevel.Warning, "The snapshot {Path} is left aside: {Reason}. The views are made from the first event on; this takes longer, and nothing is lost.")]
    private partial void LeftAside(string path, string reason);

    [LoggerMessage(LogLevel.Information, "The snapshot {Path} was written at position {Position}.")]
    private partial void Wrote(string path, Position position);

    [LoggerMessage(LogLevel.Warning, "The snapshot {Path} could not be written: {Reason}. The next start takes longer, and nothing is lost.")]
    private partial void NotWritten(string path, string reason);
}
