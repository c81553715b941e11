using System.CommandLine;

namespace Vuosikello.Web.Composition;

/// <summary>The program's verbs. Without one it serves.</summary>
public static class CommandLine
{
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
        return Invoke(root.Parse(args), verify);
    }

    // What verify answers, scripts read: 1 says that something does not fit, so a mistyped option may not be 1.
    private static async Task<int> Invoke(ParseResult parsed, Command verify)
    {
        int code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 && parsed.CommandResult.Command == verify ? Verify.CannotRead : code;
    }

    private static Command VerifyProof()
    {
        var file = new Argument<string?>("FILE") { Description = "An export to check. Nothing else is needed: no server, no data folder, no network.", Arity = ArgumentArity.ZeroOrOne };
        var noted = new Option<string?>("--head") { Description = "A hash that was noted elsewhere, on paper or in minutes: some event must still have it. Without it, a history that was rewritten as a whole cannot be told.", HelpName = "HASH" };
        var folder = new Option<string?>("--data-folder") { Description = "Without a file: the data folder of a stopped server, whose whole log is checked, also where its settings name a cluster; else the setting DataFolder." };
        var store = new Option<string?>("--store") { Description = "Without a file: another log to check, by its data folder or its connection string (esdb://…).", HelpName = "PLACE" };
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
}
