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
        return root.Parse(args).InvokeAsync();
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
