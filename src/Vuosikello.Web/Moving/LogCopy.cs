using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Moving;

/// <summary>
/// Copies a whole log from one store to another by the store port alone: streams, versions, ids, types, data, metadata and the order of all events are kept;
/// positions and the stores' own times of recording are not. What an earlier run has copied is compared and gone on from. See docs/adr/0026-moving-a-log.md.
/// </summary>
/// <param name="from">The log. What is written to it meanwhile is copied too.</param>
/// <param name="to">Has to be empty, or to have the beginning of the log and nothing else.</param>
/// <param name="positionsFollow">Whether <paramref name="from"/> leaves no gaps between positions, so that a gap tells of missing events.</param>
public sealed class LogCopy(IEventStore from, IEventStore to, bool positionsFollow)
{
    private readonly AppendsInOrder _appends = new(to);
    private Position _first, _end;
    private long _there;

    /// <summary>How many events of the log are known to be in the copy, from the first on without a gap.</summary>
    public long InCopy => _there + _appends.Appended;

    /// <summary>Copies until nothing is new, and then reads both logs from the first event on and compares them.</summary>
    /// <exception cref="OriginalDoesNotFitException">An event of the log is not as it was written.</exception>
    /// <exception cref="NotACopyException">There is something else in the copy.</exception>
    /// <exception cref="StoreUnavailableException">One of the stores is away or cannot write. The same may be tried again, and goes on.</exception>
    public async Task<CopiedLog> Run(IProgress<CopyProgress>? progress, CancellationToken ct)
    {
        _end = await from.End(ct);
        var check = new LogCheck(positionsFollow);
        var before = new SideBySide(from, to, check);
        await before.ReadOn(position => Tell(progress, CopyStep.Comparing, check.Events, position), ct);
        _there = check.Events;

        var place = await CopyAfter(before.InOriginal, check, progress, ct);
        long atFirst = check.Events;
        var proof = new LogCheck(positionsFollow);
        var sideBySide = new SideBySide(from, to, proof);
        do
        {
            while (await IsLonger(place, ct)) place = await CopyAfter(place, check, progress, ct);
            await sideBySide.ReadOn(position => Tell(progress, CopyStep.Checking, proof.Events, position), ct);
        }
        while (await IsLonger(place, ct));
        if (proof.Events != check.Events) throw new NotACopyException($"It has {proof.Events} events where {check.Events} were copied.");
        return new(proof.Events, proof.Streams, proof.WithoutHash, proof.Hash, _there, check.Events - atFirst);
    }

    private async Task<bool> IsLonger(Position place, CancellationToken ct) => (_end = await from.End(ct)) > place;

    /// <returns>Where the last event that was copied stands in the log.</returns>
    private async Task<Position> CopyAfter(Position place, LogCheck check, IProgress<CopyProgress>? progress, CancellationToken ct)
    {
        await foreach (var e in from.ReadAll(place, ct))
        {
            ct.ThrowIfCancellationRequested();
            if (check.Next(e) is { } misfit)
            {
                await _appends.Flush(ct);
                throw new OriginalDoesNotFitException(misfit);
            }
            await _appends.Add(e, ct);
            place = e.Position;
            Tell(progress, CopyStep.Copying, InCopy, place);
        }
        await _appends.Flush(ct);
        Tell(progress, CopyStep.Copying, InCopy, place);
        return place;
    }

    private void Tell(IProgress<CopyProgress>? progress, CopyStep step, long events, Position at)
    {
        // A cluster's log may begin far behind its start.
        if (_first == Position.Start) _first = at;
        double part = _end > _first ? (double)(at.Value - _first.Value) / (_end.Value - _first.Value) : 1;
        progress?.Report(new(step, events, Math.Min(part, 1)));
    }
}

/// <summary>A log that was copied and compared.</summary>
/// <param name="Events">How many events both have.</param>
/// <param name="WithoutHash">How many of them carry no hash, because they were written before there were hashes.</param>
/// <param name="Hash">The hash of the whole log (<see cref="LogHash"/>).</param>
/// <param name="ThereBefore">How many of them an earlier run had copied.</param>
/// <param name="CameMeanwhile">How many of them were written while the log was being copied.</param>
public sealed record CopiedLog(long Events, int Streams, long WithoutHash, EventHash Hash, long ThereBefore, long CameMeanwhile);
