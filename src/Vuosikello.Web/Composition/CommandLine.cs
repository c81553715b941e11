using System.CommandLine;

namespace Vuosikello.Web.Composition;

/// <summary>The program's verbs. Without one it serves.</summary>
public static class CommandLine
{
    /// <summary>
    /// How long what is told to stop may take, before the process ends without it: longer than the server's own limit for it (30 s), which a large
    /// snapshot of the views may need.
    /// </summary>
    private static readonly TimeSpan StoppingTakes = TimeSpan.FromSeconds(40);

    /// <returns>0 when the verb ended as wanted; see <see cref="StartFailure"/> for the others.</returns>
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Vuosikello: partners plan a shared year together. Without a verb it serves.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((parsed, ct) => Server.Run([.. parsed.UnmatchedTokens], ct));
        root.Subcommands.Add(Serve());
        root.Subcommands.Add(RebuildViews());
        var verify = VerifyProof();
        root.Subcommands.Add(verify);
        var copy = CopyLog();
        root.Subcommands.Add(copy);
        var (backup, restore) = (BackUpServer(), RestoreServer());
        root.Subcommands.Add(backup);
        root.Subcommands.Add(restore);
        return Invoke(root.Parse(args), new() { [verify] = Verify.CannotRead, [copy] = Copy.Misused, [backup] = BackUp.Misused, [restore] = Restore.Misused });
    }

    // What verify and copy answer, scripts read: 1 of verify says that something does not fit, so a mistyped option may not be 1.
    private static async Task<int> Invoke(ParseResult parsed, Dictionary<Command, int> misused)
    {
        int code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StoppingTakes });
        return parsed.Errors.Count > 0 && misused.TryGetValue(parsed.CommandResult.Command, out int instead) ? instead : code;
    }

    private static Command VerifyProof()
    {
        var file = new Argument<string?>("FILE") { Description = "An export to check. Nothing else is needed: no server, no data folder, no network.", Arity = ArgumentArity.ZeroOrOne };
        var noted = new Option<string?>("--head") { Description = "A hash that was noted elsewhere, on paper or in minutes: some event must still have it. Without it, a history that was rewritten as a whole cannot be told.", HelpName = "HASH" };
        var folder = new Option<string?>("--data-folder") { Description = "Without a file: the data folder of a stopped server, whose whole log is checked, also where its settings name a cluster; else the setting DataFolder." };
        var store = new Option<string?>("--store") { Description = "Without a file: another log to check, by its data folder or its connection string (esdb://…), esdb for the setting EventStore:ConnectionString, or env:NAME for what that environment variable holds.", HelpName = "PLACE" };
        var verify = new Command("verify", "Checks that events are as they were written, and names the first that does not fit. Ends with 0 when all fits, 1 when something does not, 2 when it cannot be read.") { file, noted, folder, store };
        verify.SetAction((parsed, ct) => Verify.Run(parsed.GetValue(file), parsed.GetValue(folder), parsed.GetValue(store), parsed.GetValue(noted), parsed.UnmatchedTokens, ct));
        return verify;
    }

    private static Command Serve()
    {
        var serve = new Command("serve", "Serves the pages, the feeds and the API until stopped. Settings such as --urls and --DataFolder may follow.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        serve.SetAction((parsed, ct) => Server.Run([.. parsed.UnmatchedTokens], ct));
        return serve;
    }

    private static Command RebuildViews()
    {
        var folder = new Option<string?>("--data-folder") { Description = "The server's data folder; else the setting DataFolder." };
        var verify = new Option<bool>("--verify") { Description = "Change nothing: compare the kept views with a rebuild and name the first difference." };
        var rebuild = new Command("rebuild", "Makes the views anew from the log, while the server is stopped.") { folder, verify };
        rebuild.SetAction((parsed, ct) => Rebuild.Run(parsed.GetValue(folder), parsed.GetValue(verify), ct));
        return rebuild;
    }

    private static Command BackUpServer()
    {
        var into = new Argument<string>("FOLDER") { Description = "Where backups are; each gets a folder of its own in it, named by the moment. Best on another machine." };
        var folder = new Option<string?>("--data-folder") { Description = "The server's data folder; else the setting DataFolder. The server may run meanwhile." };
        var keep = new Option<int?>("--keep-days") { Description = $"Older backups in FOLDER are taken away after it has succeeded, as persons who were erased since are in them; 0 keeps all. Else the setting {BackUp.KeepSetting}, or {BackUp.UsualDays}.", HelpName = "N" };
        var backup = new Command("backup",
            "Copies the event log, the accounts and the keys of a server, which may go on serving and writing meanwhile, consistent with each other; and reads what it has written again. "
            + $"Accounts in PostgreSQL are left to pg_dump. Ends with 0 when there is a whole backup, {BackUp.Misused} when the options make no sense, {StartFailure.Damaged} when something to copy is damaged, {StartFailure.Unavailable} when it cannot be read now, "
            + $"{StartFailure.CannotCreate} when a file cannot be made, {BackUp.Interrupted} when it was stopped; then there is no new backup at all.") { into, folder, keep };
        backup.SetAction((parsed, ct) => BackUp.Run(parsed.GetValue(into)!, parsed.GetValue(folder), parsed.GetValue(keep), ct));
        return backup;
    }

    private static Command RestoreServer()
    {
        var from = new Argument<string>("BACKUP") { Description = "The folder of one backup, as 'backup' has made it, also by an earlier version." };
        var folder = new Option<string?>("--data-folder") { Description = "Where it goes: a folder that is empty, or not there yet; else the setting DataFolder." };
        var restore = new Command("restore",
            $"Puts a backup into an empty data folder, for a server to be started on, and checks every file and every event of it. Ends with 0 when all is restored, {Restore.Misused} when the folder is not empty, {StartFailure.Damaged} when the backup is not whole, "
            + $"{StartFailure.CannotCreate} when a file cannot be made, {Restore.Interrupted} when it was stopped; then the folder is empty again.") { from, folder };
        restore.SetAction((parsed, ct) => Restore.Run(parsed.GetValue(from)!, parsed.GetValue(folder), ct));
        return restore;
    }

    private static Command CopyLog()
    {
        const string Place = "a server's data folder; a connection string (esdb://host:2113?…); esdb for the one in the setting EventStore:ConnectionString; or env:NAME for the folder or connection string in that environment variable, so that no password stands on the command line.";
        const string Prefix = "begins the names of our streams in that cluster; else the setting EventStore:StreamPrefix, or vk-.";
        var from = new Option<string>("--from") { Description = $"The log to copy: {Place} Its server must be stopped.", HelpName = "PLACE", Required = true };
        var fromPrefix = new Option<string?>("--from-prefix") { Description = $"Where --from is a cluster: {Prefix}", HelpName = "PREFIX" };
        var to = new Option<string>("--to") { Description = $"Where it goes: likewise. It has to be empty, or to hold what an earlier run has copied; a folder is made when there is none.", HelpName = "PLACE", Required = true };
        var toPrefix = new Option<string?>("--to-prefix") { Description = $"Where --to is a cluster: {Prefix}", HelpName = "PREFIX" };
        var copy = new Command("copy",
            "Copies a whole log between data folders and EventStoreDB clusters, in every direction, and compares both at the end: the same events in the same order, every hash right. "
            + "Stop the servers first. If it is interrupted or fails, run the same again: it compares what is there and goes on. Members, sign-in and keys lie beside the log and are not copied. "
            + $"Ends with 0 when all is copied and the same, {Copy.Misused} when the options do not say what to copy where, {StartFailure.Damaged} when an event to copy is not as it was written, {StartFailure.Unavailable} when a store is away, in use by a server or cannot write, "
            + $"{Copy.Differs} when there is something else where the copy goes, {StartFailure.CannotCreate} when a file cannot be made, {Copy.Interrupted} when it was stopped.") { from, fromPrefix, to, toPrefix };
        copy.SetAction((parsed, ct) => Copy.Run(parsed.GetValue(from)!, parsed.GetValue(fromPrefix), parsed.GetValue(to)!, parsed.GetValue(toPrefix), ct));
        return copy;
    }
}
