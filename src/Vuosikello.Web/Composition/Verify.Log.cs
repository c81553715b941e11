using Vuosikello.Events;
using Vuosikello.Events.Proof;
using Vuosikello.Events.Sqlite;
using Vuosikello.Projections.Verification;

namespace Vuosikello.Web.Composition;

public static partial class Verify
{
    private const int ProgressEvery = 100_000;

    private static async Task<int> Log(string? dataFolder, EventHash? noted, CancellationToken ct)
    {
        var folder = Rebuild.FolderFrom(dataFolder);
        if (!SqliteEventStore.IsIn(folder.Path)) return await Say(CannotRead, $"There is no event log in {folder.Path}. Name the server's data folder with --data-folder, or a file to check.");
        try
        {
#pragma warning disable RS0030 // the composition root is where the clock comes from
            await using var store = SqliteEventStore.Open(folder.Path, NodaTime.SystemClock.Instance);
#pragma warning restore RS0030
            return await OfLog(store, ViewsVerification.SnapshotPosition(folder.Path), noted, ct);
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out _))
        {
            await Console.Error.WriteLineAsync(message);
            return CannotRead;
        }
    }

    /// <param name="seen">The position that the kept views had reached; null when there are none.</param>
    private static async Task<int> OfLog(IEventStore store, Position? seen, EventHash? noted, CancellationToken ct)
    {
        var check = new LogCheck(positionsFollow: true, noted);
        var progress = new ConsoleProgress();
        await foreach (var e in store.ReadAll(Position.Start, ct))
        {
            if (check.Next(e) is { } misfit) return await Say(DoesNotFit, $"{Words(null).Of(misfit)} It stands at position {e.Position}.");
            if (check.Events % ProgressEvery == 0) progress.Report(check.Events);
        }
        var end = await store.End(ct);
        if (seen > end) return await Say(DoesNotFit, $"Events are missing from the end of the log: it ends at position {end}, but the server's views had reached position {seen}.");

        Console.WriteLine($"Everything fits: {check.Events} events in {check.Streams} streams, each as it was written, up to position {end}.");
        if (check.WithoutHash > 0) Console.WriteLine($"{check.WithoutHash} of them carry no hash, because they were written before there were hashes. Later events of their streams vouch for them.");
        return await Noted(noted, check.Noted, Words(null));
    }
}
