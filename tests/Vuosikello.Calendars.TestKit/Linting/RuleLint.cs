using System.Globalization;
using System.Text.RegularExpressions;

namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>RRULE's grammar and conditions (RFC 5545 section 3.3.10).</summary>
internal static partial class RuleLint
{
    public static void Check(LintedProperty rule, Func<string, bool> untilIsRight, Findings findings)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in rule.Value.Split(';'))
        {
            string[] pair = part.Split('=');
            findings.Unless(pair.Length == 2 && parts.TryAdd(pair[0], pair[^1]), rule.Line, $"a part that is no pair or comes twice: {part}");
        }
        string frequency = parts.GetValueOrDefault("FREQ", "");
        findings.Unless(frequency is "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY", rule.Line, "no FREQ that we publish");
        findings.Unless(!(parts.ContainsKey("UNTIL") && parts.ContainsKey("COUNT")), rule.Line, "UNTIL beside COUNT");
        bool nth = frequency is "MONTHLY" or "YEARLY";
        foreach (var (name, value) in parts) findings.Unless(IsRight(name, value, nth, untilIsRight), rule.Line, $"{name}={value}");
        findings.Unless(frequency != "WEEKLY" || !parts.ContainsKey("BYMONTHDAY"), rule.Line, "BYMONTHDAY in a weekly rule");
        findings.Unless(!parts.ContainsKey("BYSETPOS") || parts.Keys.Any(k => k is "BYDAY" or "BYMONTHDAY" or "BYMONTH"), rule.Line, "BYSETPOS alone");
    }

    private static bool IsRight(string name, string value, bool nth, Func<string, bool> untilIsRight) => name switch
    {
        "FREQ" => true,
        "UNTIL" => untilIsRight(value),
        "COUNT" or "INTERVAL" => Within(value, 1, int.MaxValue),
        "BYMONTH" => value.Split(',').All(v => Within(v, 1, 12)),
        "BYMONTHDAY" => value.Split(',').All(v => Within(v, -31, 31) && v != "0"),
        "BYSETPOS" => value.Split(',').All(v => Within(v, -366, 366) && v != "0"),
        "BYDAY" => value.Split(',').All(v => (nth ? NthWeekday() : Weekday()).IsMatch(v)),
        _ => false,
    };

    private static bool Within(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most;

    [GeneratedRegex("^(MO|TU|WE|TH|FR|SA|SU)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex("^([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NthWeekday();
}
