using System.Globalization;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Web.Backup;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Composition;

/// <summary>The verb <c>backup</c>: copies the log, the accounts and the keys of a server, which may go on meanwhile.</summary>
public static class BackUp
{
    public const int Misused = Copy.Misused;
    public const int Interrupted = Copy.Interrupted;

    /// <summary>So long a backup is kept when nobody says otherwise.</summary>
    public const int UsualDays = 35;

    public const string KeepSetting = "Backup:KeepDays";

    /// <param name="into">The folder of backups.</param>
    /// <param name="dataFolder">The server's; null for the setting's.</param>
    /// <param name="keepDays">So long older ones stay; 0 for ever; null for the setting's.</param>
    public static async Task<int> Run(string into, string? dataFolder, int? keepDays, CancellationToken ct)
    {
        var settings = Rebuild.Settings(dataFolder);
        int days = keepDays ?? settings.GetValue(KeepSetting, UsualDays);
        if (days < 0) return await Say(Misused, "--keep-days has to be 0 or more; 0 keeps backups for ever.");
        var progress = new ProgressLine(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
        try
        {
            string folder = Path.GetFullPath(into);
            if (IsWithin(folder, Rebuild.FolderFrom(dataFolder).Path)) return await Say(Misused, $"{folder} is in the server's data folder: who loses that loses the backups too. Choose another place, best on another machine.");
            var server = Server(settings, dataFolder);
#pragma warning disable RS0030 // the composition root is where the clock comes from
            var clock = SystemClock.Instance;
#pragma warning restore RS0030
            var (made, manifest) = await new BackupRun(server, folder, clock, line => { progress.Close(); Tell(line); }, progress).Run(ct);
            progress.Close();
            Conclude(made, manifest, server);
            foreach (string gone in OldBackups.TakeAway(folder, days == 0 ? null : Duration.FromDays(days), clock.GetCurrentInstant())) Tell($"Taken away, older than {days} days: {gone}");
            if (days == 0) Tell($"No older backup was taken away. Whoever is erased stays in them until somebody does.");
            return StartFailure.None;
        }
        catch (OriginalDoesNotFitException damaged)
        {
            progress.Close();
            return await Say(StartFailure.Damaged, $"The log is not as it was written, so there is no backup. {Verify.WordsOf(damaged.Misfit)} Find out what happened to it; keep the backups that you have.");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            progress.Close();
            return await Say(Interrupted, "Stopped. Nothing is left of this backup; those before are as they were.");
        }
        catch (InvalidDataException damaged)
        {
            progress.Close();
            return await Say(StartFailure.Damaged, $"{damaged.Message} There is no new backup; keep those that you have.");
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out int code))
        {
            progress.Close();
            return await Say(code, message);
        }
        catch (Microsoft.Data.Sqlite.SqliteException failure)
        {
            progress.Close();
            return await Say(StartFailure.Unavailable, $"The accounts could not be copied: {failure.Message.TrimEnd('.')}. See whether there is room in {Path.GetFullPath(into)}.");
        }
    }

    private static WhatToBackUp Server(IConfiguration settings, string? named)
    {
        var folder = Rebuild.FolderFrom(named);
        if (!Directory.Exists(folder.Path)) throw new StoreUnavailableException($"There is no folder {folder.Path}. Name the server's data folder with --data-folder.", transient: false);
        var place = StorePlace.Named(settings, folder);
        if (place is StorePlace.InFolder { HasLog: false }) throw new StoreUnavailableException($"There is no event log in {folder.Path}. Name the server's data folder with --data-folder.", transient: false);
        string keys = settings[SharedKeys.Setting] is { Length: > 0 } shared ? Path.GetFullPath(shared) : Path.Combine(folder.Path, BackupRun.KeysFolder);
        bool outside = settings["Accounts:ConnectionString"] is { Length: > 0 };
        return new(folder.Path, place as StorePlace.InCluster, outside, keys);
    }

    private static bool IsWithin(string folder, string of) => (folder + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(of).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Conclude(string made, BackupManifest manifest, WhatToBackUp server)
    {
        Tell($"Backed up into {made}: {manifest.Events:N0} events, each read again and as it was written{(manifest.Persons is { } persons ? string.Create(CultureInfo.InvariantCulture, $", {persons:N0} persons") : "")}, {manifest.Files.Count(f => f.Name.StartsWith(BackupRun.KeysFolder, StringComparison.Ordinal))} keys.");
        Tell($"The hash of the whole log: {manifest.Hash}");
        if (server.AccountsOutside) Tell($"The accounts are in PostgreSQL and are not in it: run pg_dump now, after this and not before, and keep both together.");
        Tell($"Whoever has this folder can sign in as anybody: keep it where nobody else reads.");
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static async Task<int> Say(int code, string message)
    {
        await Console.Error.WriteLineAsync(message.StartsWith("vuosikello: ", StringComparison.Ordinal) ? message : $"vuosikello: {message}");
        return code;
    }
}
