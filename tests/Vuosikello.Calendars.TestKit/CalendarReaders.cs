using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Calendars.TestKit;

/// <summary>Calendar programs that nobody here wrote. A missing one is an error that says what to install, never a skipped test.</summary>
public static class CalendarReaders
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private const string Python = "apt-get install python3-icalendar python3-recurring-ical-events";
    private const string Node = "Node 20, and npm ci in tests/Vuosikello.Calendars.TestKit/Readers";

    /// <summary>The names under which <see cref="Read"/> knows them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["python-icalendar", "ical.js"];

    /// <summary>Reads a calendar and expands it over the days from first to last, both included.</summary>
    /// <returns>Sorted by start, then UID.</returns>
    public static async Task<IReadOnlyList<ReaderOccurrence>> Read(string reader, byte[] calendar, LocalDate first, LocalDate last)
    {
        string[] days = [LocalDatePattern.Iso.Format(first), LocalDatePattern.Iso.Format(last)];
        string output = reader switch
        {
            "python-icalendar" => await Run("/usr/bin/python3", [Script("python_icalendar.py"), .. days], calendar, Python),
            "ical.js" => await Run("node", [Script("ical_js.mjs"), .. days], calendar, Node),
            _ => throw new ArgumentOutOfRangeException(nameof(reader)),
        };
        var occurrences = JsonSerializer.Deserialize<ReaderOccurrence[]>(output, Json)!;
        return [.. occurrences.OrderBy(o => o.Start, StringComparer.Ordinal).ThenBy(o => o.Uid, StringComparer.Ordinal)];
    }

    /// <summary>Has a program read a calendar and write it again, in its own manner.</summary>
    public static Task<string> Rewrite(string reader, byte[] calendar) => reader switch
    {
        "python-icalendar" => Run("/usr/bin/python3", [Script("python_icalendar_rewrite.py")], calendar, Python),
        "ical.js" => Run("node", [Script("ical_js_rewrite.mjs")], calendar, Node),
        _ => throw new ArgumentOutOfRangeException(nameof(reader)),
    };

    /// <summary>What ical.js makes of a calendar as jCal (RFC 7265).</summary>
    public static Task<string> JCal(byte[] calendar) => Run("node", [Script("ical_js_rewrite.mjs"), "jcal"], calendar, Node);

    /// <summary>Runs a program with what it reads on standard input, and answers what it wrote on standard output.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or it failed; the message holds what it said.</exception>
    public static async Task<string> Run(string program, string[] arguments, byte[] input, string toInstall, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"This test reads the calendar with {program}, which is not installed. Install it: {toInstall}", e);
        }
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            try
            {
                await process.StandardInput.BaseStream.WriteAsync(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended before it had read everything; why, it says below.
                await process.WaitForExitAsync();
            }
            await process.WaitForExitAsync();
            if (process.ExitCode == 0) return await output;
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed (needed: {toInstall}):\n{await errors}");
        }
    }

    internal static string Script(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, "tests", "Vuosikello.Calendars.TestKit", "Readers", name);
            if (File.Exists(script)) return script;
        }
        throw new FileNotFoundException($"{name} was not found above {AppContext.BaseDirectory}.");
    }
}
