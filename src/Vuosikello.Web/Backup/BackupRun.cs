using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Accounts.Database;
using Vuosikello.Events;
using Vuosikello.Events.Proof;
using Vuosikello.Events.Sqlite;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Backup;

/// <summary>What a server keeps, and where.</summary>
/// <param name="DataFolder">Its data folder.</param>
/// <param name="Cluster">Its log, when that is not in the folder; null when it is.</param>
/// <param name="AccountsOutside">Whether its accounts are in PostgreSQL.</param>
/// <param name="Keys">The folder of the keys that protect sessions and waiting mails.</param>
internal sealed record WhatToBackUp(string DataFolder, Composition.StorePlace.InCluster? Cluster, bool AccountsOutside, string Keys);

/// <summary>
/// Makes a backup while the server runs: first the log, then the accounts, then the keys. A person is in the accounts before the log names them, so the copy of the
/// accounts has everybody whom the copy of the log names; and whoever was erased meanwhile is erased again by the log. See docs/adr/0038-backup.md.
/// </summary>
internal sealed class BackupRun(WhatToBackUp server, string into, IClock clock, Action<FormattableString> tell, IProgress<CopyProgress> progress)
{
    public const string Prefix = "vuosikello-", Unfinished = ".part", KeysFolder = "keys";
    private static readonly InstantPattern Name = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH-mm-ss-fff'Z'");

    /// <returns>The backup's folder, and what is in it.</returns>
    public async Task<(string Folder, BackupManifest Manifest)> Run(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        string whole = Path.Combine(into, Prefix + Name.Format(now)), part = whole + Unfinished;
        if (Directory.Exists(whole) || Directory.Exists(part)) throw new IOException($"There is a backup of this very moment already: {whole}. Run the same again.");
        BackupFiles.MakePrivate(into);
        BackupFiles.MakePrivate(part);
        try
        {
            var log = await CopyLog(part, ct);
            var accounts = CopyAccounts(part);
            CopyKeys(part);
            ct.ThrowIfCancellationRequested();
            var manifest = new BackupManifest(
                BackupManifest.Latest, InstantPattern.General.Format(now), Version, log.Events, log.Position.Value, log.Hash.ToString(), accounts?.Persons, accounts?.Form, BackupFiles.ListOf(part));
            manifest.Write(part);
            Directory.Move(part, whole);
            return (whole, manifest);
        }
        catch
        {
            // Half a backup is none, and what is in it is for nobody's eyes.
            Directory.Delete(part, recursive: true);
            throw;
        }
    }

    private static string Version => typeof(BackupRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private async Task<CheckedLog> CopyLog(string part, CancellationToken ct)
    {
        if (server.Cluster is { } cluster)
        {
            tell($"Copying the event log from {cluster.Words} …");
            await using var source = cluster.OpenToRead();
            await using var target = new Composition.StorePlace.InFolder(part).OpenToWrite();
            await new LogCopy(source.Log, target.Log, cluster.PositionsFollow).Run(progress, ct);
        }
        else
        {
            tell($"Copying the event log ({Size(Path.Combine(server.DataFolder, LogFile.Name))}) …");
            LogFile.Copy(server.DataFolder, Path.Combine(part, LogFile.Name));
        }
        return await CheckedLog.Of(part, progress, ct);
    }

    private (long Persons, string Form)? CopyAccounts(string part)
    {
        string original = Path.Combine(server.DataFolder, AccountsFile.Name);
        if (server.AccountsOutside || !File.Exists(original)) return null;
        tell($"Copying the accounts ({Size(original)}) …");
        string copy = Path.Combine(part, AccountsFile.Name);
        AccountsFile.Copy(original, copy);
        return AccountsFile.Check(copy);
    }

    private void CopyKeys(string part)
    {
        if (!Directory.Exists(server.Keys)) return;
        string copies = Path.Combine(part, KeysFolder);
        BackupFiles.MakePrivate(copies);
        foreach (string key in Directory.EnumerateFiles(server.Keys, "*.xml")) File.Copy(key, Path.Combine(copies, Path.GetFileName(key)));
    }

    private static string Size(string file) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length / 1024.0 / 1024:N1} MB");
}

/// <summary>A log that was read from its first event to its last, each of which fits.</summary>
internal sealed record CheckedLog(long Events, Position Position, EventHash Hash)
{
    /// <exception cref="OriginalDoesNotFitException">An event is not as it was written.</exception>
    public static async Task<CheckedLog> Of(string folder, IProgress<CopyProgress> progress, CancellationToken ct)
    {
        var check = new LogCheck(positionsFollow: true);
        var last = Position.Start;
        await using (var open = new Composition.StorePlace.InFolder(folder).OpenToRead())
        {
            var end = await open.Log.End(ct);
            await foreach (var e in open.Log.ReadAll(Position.Start, ct))
            {
                ct.ThrowIfCancellationRequested();
                if (check.Next(e) is { } misfit) throw new OriginalDoesNotFitException(misfit);
                last = e.Position;
                progress.Report(new(CopyStep.Checking, check.Events, (double)last.Value / end.Value));
            }
        }
        File.Delete(Path.Combine(folder, "events.lock"));
        return new(check.Events, last, check.Hash);
    }
}
