using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>EventStoreDB's own client for Node.js, which nobody here wrote. A missing one is an error, never a skipped test.</summary>
internal static class Peer
{
    /// <summary>Has it make the calls of a script, and returns the lines that it prints.</summary>
    /// <param name="script">A file of the folder Peer.</param>
    public static async Task<IReadOnlyList<string>> Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder(), script), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"node {script} failed (needed: Node 20, and npm ci in {Folder()}):\n{await errors}");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Peer");
}
