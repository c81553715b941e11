using Vuosikello.Events;
using Vuosikello.Events.Proof;
using Vuosikello.Projections.Verification;

namespace Vuosikello.Web.Composition;

public static partial class Verify
{
    private const int ProgressEvery = 100_000;

    /// <param name="store">A log that is named instead of a server's; null for the one that the settings name.</param>
    private static async Task<int> Log(string? dataFolder, string? store, EventHash? noted, CancellationToken ct)
    {
        try
        {
            var settings = Rebuild.Settings(dataFolder);
            var folder = Rebuild.FolderFrom(dataFolder);
            var place = store is null ? StorePlace.Named(settings, folder) : StorePlace.Parse(store, settings);
            if (place is StorePlace.InFolder { Folder: var path, HasLog: false })
                return await Say(CannotRead, $"There is no event log in {path}. Name the server's data folder with --data-folder, another log with --store, or a file to check.");

            await using var open = place.OpenToRead();
            // Views in some folder tell nothing about a log that is not that server's.
            var seen = store is null ? ViewsVerification.SnapshotPosition(folder.Path) : null;
            return await OfLog(open.Log, place, seen, noted, ct);
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out _))
        {
            await Console.Error.WriteLineAsync(message);
            return CannotRead;
        }
    }

    /// <param name="seen">The position that the kept views had reached; null when there are none.</param>
    private static async Task<int> OfLog(IEventStore store, StorePlace place, Position? seen, EventHash? noted, CancellationToken ct)
    {
        var check = new LogCheck(place.PositionsFollow, noted);
        var progress = new ConsoleProgress();
        var last = Position.Start;
        await foreach (var e in store.ReadAll(Position.Start, ct))
        {
            if (check.Next(e) is { } misfit) return await Say(DoesNotFit, $"{Words(null).Of(misfit)} It stands at position {e.Position}.");
            if (check.Events % ProgressEvery == 0) progress.Report(check.Events);
            last = e.Position;
        }
        if (seen > last) return await Say(DoesNotFit, $"Events are missing from the end of the log: it ends at position {last}, but the server's views had reached position {seen}.");
        if (check.Events == 0 && place is StorePlace.InCluster) return await Say(CannotRead, $"There is no event in {place.Words}. See whether the setting {EventStores.StreamPrefixSetting} is the server's.");

        Console.WriteLine($"Everything fits: {check.Events} events in {check.Streams} streams, each as it was written, up to position {last} of {place.Words}.");
        if (check.WithoutHash > 0) Console.WriteLine($"{check.WithoutHash} of them carry no hash, because they were written before there were hashes. Later events of their streams vouch for them.");
        Console.WriteLine($"The hash of the whole log: {check.Hash}");
        if (check.NotedLog is { } events) Console.WriteLine($"The noted hash was found: it is that of the whole log as it was with {events} events.");
        return check.NotedLog is null ? await Noted(noted, check.Noted, Words(null)) : StartFailure.None;
    }
}
