using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Web.Backup;

/// <summary>
/// Takes away backups whose keeping time is over: whoever was erased since is still in them. Only what this program has made is touched: folders with its
/// name and a manifest, and what an interrupted run has left.
/// </summary>
internal static class OldBackups
{
    private static readonly Duration Interrupted = Duration.FromDays(1);

    /// <param name="folder">With backups in it.</param>
    /// <param name="kept">So long each is kept; null for ever.</param>
    /// <returns>Those that were taken away.</returns>
    public static IReadOnlyList<string> TakeAway(string folder, Duration? kept, Instant now)
    {
        var gone = new List<string>();
        foreach (string backup in Directory.EnumerateDirectories(folder, BackupRun.Prefix + "*"))
        {
            bool isOver = backup.EndsWith(BackupRun.Unfinished, StringComparison.Ordinal)
                ? Instant.FromDateTimeUtc(Directory.GetLastWriteTimeUtc(backup)) + Interrupted < now
                : kept is { } time && MadeAt(backup) is { } made && made + time < now;
            if (!isOver) continue;
            Directory.Delete(backup, recursive: true);
            gone.Add(Path.GetFileName(backup));
        }
        return gone;
    }

    private static Instant? MadeAt(string backup)
    {
        try
        {
            return InstantPattern.General.Parse(BackupManifest.Read(backup).Made) is { Success: true, Value: var made } ? made : null;
        }
        catch (UnusableBackupException)
        {
            // Somebody else's folder, or one that nobody can restore: left to people.
            return null;
        }
    }
}
