using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Vuosikello.Architecture.Tests.Operating;

/// <summary>The folder <c>eventstore</c>: pages for whoever keeps the server, and the files that they use.</summary>
internal static partial class Pages
{
    public static string Folder { get; } = Path.Combine(Tree.Root, "eventstore");

    /// <summary>All but the catalogue of events, which is for developers and has its own test.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "events.md").Order(StringComparer.Ordinal)];

    public static string Text { get; } = string.Join('\n', Files.Select(File.ReadAllText));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>What the code is made of: every C# file of the program as one text.</summary>
    public static string Code { get; } = string.Join('\n', Tree.Sources("src").Select(File.ReadAllText));

    /// <summary>The rows of the tables that begin with a column of this heading, as the cells of that column.</summary>
    public static IReadOnlyList<string> FirstColumn(string page, string heading)
    {
        var rows = new List<string>();
        bool inside = false;
        foreach (string line in page.Split('\n'))
        {
            if (line.StartsWith($"| {heading} |", StringComparison.Ordinal)) inside = true;
            else if (!line.StartsWith('|')) inside = false;
            else if (inside && !line.StartsWith("|---", StringComparison.Ordinal)) rows.Add(line.Split('|')[1].Trim());
        }
        return rows;
    }

    /// <summary>What stands in backticks.</summary>
    public static IEnumerable<string> Quoted(string text) => Backticks().Matches(text).Select(m => m.Groups["it"].Value);

    public static IEnumerable<string> Names(Regex pattern, string text) => pattern.Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>How it ended, and all that it wrote.</returns>
    public static async Task<(int Code, string Output)> Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Where a program is; null when it is not on this machine.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    [GeneratedRegex("(?<!`)`(?<it>[^`\n]+)`", RegexOptions.None, 1000)]
    private static partial Regex Backticks();
}
