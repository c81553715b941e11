using System.Diagnostics;
using System.Globalization;
using System.Text;
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

    /// <summary>The names under which <see cref="Read(string, IReadOnlyList{CalendarQuestion})"/> knows them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["python-icalendar", "ical.js", "KCalendarCore", "libical", "khal"];

    /// <summary>False of khal: vdirsyncer gives each event that it fetches over HTTP the hash of its content for a UID.</summary>
    public static bool KeepsUids(string reader) => reader != "khal";

    /// <summary>Those that write calendars too.</summary>
    public static IReadOnlyList<string> Writers { get; } = ["python-icalendar", "ical.js"];

    /// <summary>Reads a calendar and expands it over the days from first to last, both included.</summary>
    /// <returns>Sorted by start, then UID.</returns>
    public static async Task<IReadOnlyList<ReaderOccurrence>> Read(string reader, byte[] calendar, LocalDate first, LocalDate last) =>
        (await Read(reader, [new(calendar, first, last)]))[0];

    /// <summary>Has one process read many calendars, each over its own days. khal subscribes to them over HTTP by way of vdirsyncer.</summary>
    /// <returns>For each, sorted by start, then UID.</returns>
    public static async Task<IReadOnlyList<ReaderOccurrence>[]> Read(string reader, IReadOnlyList<CalendarQuestion> questions)
    {
        if (reader != "khal") return await FromFiles(reader, questions);
        using var served = new ServedCalendars(questions.Select(q => q.Calendar));
        using var subscriber = new KhalSubscriber(served.Addresses);
        await subscriber.Sync();
        return await subscriber.Shown([.. questions.Select(q => (q.First, q.Last))]);
    }

    /// <summary>Reads what the programs print: a line of JSON for each calendar.</summary>
    internal static IReadOnlyList<ReaderOccurrence>[] Answers(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<ReaderOccurrence[]>(line, Json)!.OrderBy(o => o.Start, StringComparer.Ordinal).ThenBy(o => o.Uid, StringComparer.Ordinal).ToArray()),
    ];

    private static async Task<IReadOnlyList<ReaderOccurrence>[]> FromFiles(string reader, IReadOnlyList<CalendarQuestion> questions)
    {
        var folder = Directory.CreateTempSubdirectory("vuosikello-read-");
        try
        {
            var lines = new StringBuilder();
            for (int n = 0; n < questions.Count; n++)
            {
                string path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{n}.ics"));
                await File.WriteAllBytesAsync(path, questions[n].Calendar);
                lines.Append(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(questions[n].First)} {LocalDatePattern.Iso.Format(questions[n].Last)} {path}\n");
            }
            byte[] input = Encoding.UTF8.GetBytes(lines.ToString());
            string output = reader switch
            {
                "python-icalendar" => await Run("/usr/bin/python3", [Script("python_icalendar.py")], input, Python),
                "ical.js" => await Run("node", [Script("ical_js.mjs")], input, Node),
                "KCalendarCore" => await Run(await CompiledReaders.KCalendarCore, [], input, CompiledReaders.KCalendarCoreInstall),
                "libical" => await Run(await CompiledReaders.Libical, [], input, CompiledReaders.LibicalInstall),
                _ => throw new ArgumentOutOfRangeException(nameof(reader)),
            };
            return Answers(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
