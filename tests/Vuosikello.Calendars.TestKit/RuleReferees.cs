using System.Text;

namespace Vuosikello.Calendars.TestKit;

/// <summary>Engines that expand rules and that nobody here wrote.</summary>
public static class RuleReferees
{
    /// <summary>The names under which <see cref="Expand"/> knows them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["dateutil", "libical", "ical.js", "KCalendarCore"];

    /// <summary>Asks for the first occurrences of rules.</summary>
    /// <param name="questions">Each "START RULE MOST", such as <c>20260131T090000 FREQ=DAILY 5</c>.</param>
    /// <returns>For each question the times, in the form of the start. "..." after some: it would have gone on, or has not ended. One that begins with "refused:": no rule to it.</returns>
    public static async Task<string[][]> Expand(string engine, IEnumerable<string> questions)
    {
        byte[] input = Encoding.ASCII.GetBytes(string.Join('\n', questions) + "\n");
        string output = engine switch
        {
            "dateutil" => await CalendarReaders.Run("/usr/bin/python3", [CalendarReaders.Script("dateutil_rules.py")], input, "apt-get install python3-dateutil"),
            "libical" => await CalendarReaders.Run(await CompiledReaders.LibicalRules, [], input, CompiledReaders.LibicalInstall),
            "KCalendarCore" => await CalendarReaders.Run(await CompiledReaders.KCalendarCore, ["rules"], input, CompiledReaders.KCalendarCoreInstall),
            "ical.js" => await CalendarReaders.Run("node", [CalendarReaders.Script("ical_js_rules.mjs")], input, "Node 20, and npm ci in tests/Vuosikello.Calendars.TestKit/Readers"),
            _ => throw new ArgumentOutOfRangeException(nameof(engine)),
        };
        return [.. output[..^1].Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
