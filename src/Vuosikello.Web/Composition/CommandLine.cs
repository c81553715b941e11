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
}
