using System.Globalization;
using Vuosikello.Web.Backup;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Composition;

/// <summary>The verb <c>restore</c>: puts a backup into an empty data folder.</summary>
public static class Restore
{
    public const int Misused = Copy.Misused;
    public const int Interrupted = Copy.Interrupted;

    /// <param name="backup">The folder of one backup.</param>
    /// <param name="dataFolder">Where the server will find it; null for the setting's.</param>
    public static async Task<int> Run(string backup, string? dataFolder, CancellationToken ct)
    {
        var progress = new ProgressLine(Console.Out, !Console.IsOutputRedirected, TimeProvider.System);
        string from = Path.GetFullPath(backup), to = Rebuild.FolderFrom(dataFolder).Path;
        bool begun = false;
        try
        {
            if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
                return await Say(Misused, $"{to} is not empty, so nothing was restored: no data may be lost by a restore. Name an empty folder with --data-folder, and give it to the server as DataFolder.");
            var manifest = BackupManifest.Read(from);
            BackupFiles.Check(from, manifest);
            begun = true;
            BackupFiles.MakePrivate(to);
            BackupFiles.Copy(from, to, manifest);
            BackupFiles.Check(to, manifest);
            var log = await CheckedLog.Of(to, progress, ct);
            progress.Close();
            if (log.Hash.ToString() != manifest.Hash) throw new UnusableBackupException($"The log in {from} is another one than its manifest says. Take another backup.");
            Conclude(to, manifest);
            return StartFailure.None;
        }
        catch (UnusableBackupException unusable)
        {
            return await Failed(StartFailure.Damaged, unusable.Message);
        }
        catch (OriginalDoesNotFitException damaged)
        {
            return await Failed(StartFailure.Damaged, $"The log in the backup is not as it was written. {Verify.WordsOf(damaged.Misfit)} Take another backup.");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return await Failed(Interrupted, "Stopped.");
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out int code))
        {
            return await Failed(code, message);
        }

        async Task<int> Failed(int code, string message)
        {
            progress.Close();
            if (begun) Empty(to);
            return await Say(code, message + (begun ? $" {to} is empty again." : ""));
        }
    }

    private static void Empty(string folder)
    {
        foreach (string inside in Directory.EnumerateDirectories(folder)) Directory.Delete(inside, recursive: true);
        foreach (string file in Directory.EnumerateFiles(folder)) File.Delete(file);
    }

    private static void Conclude(string to, BackupManifest manifest)
    {
        Tell($"Restored into {to}: {manifest.Events:N0} events, as they were on {manifest.Made}, each read again and as it was written{(manifest.Persons is { } persons ? string.Create(CultureInfo.InvariantCulture, $"; {persons:N0} persons") : "")}.");
        Tell($"");
        Tell($"What is left to do:");
        Tell($"- Give the server the setting DataFolder = {to}{(manifest.Persons is null ? ", and put the accounts back with pg_restore" : "")}.");
        Tell($"- If its log is to be in EventStoreDB, 'vuosikello copy' takes it there. If its keys are to be elsewhere ({SharedKeys.Setting}), move the folder {BackupRun.KeysFolder}.");
        Tell($"- Whoever was signed in then is signed in again, and whoever was erased since is not known to be: erase them again if the log that knew it is lost. Those whom this log says are erased the server erases at its start.");
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static async Task<int> Say(int code, string message)
    {
        await Console.Error.WriteLineAsync(message.StartsWith("vuosikello: ", StringComparison.Ordinal) ? message : $"vuosikello: {message}");
        return code;
    }
}
