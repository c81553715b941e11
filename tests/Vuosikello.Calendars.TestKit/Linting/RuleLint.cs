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
        findings.Unless(frequency is "SECONDLY" or "MINUTELY" or "HOURLY" or "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY", rule.Line, "no FREQ");
        findings.Unless(!(parts.ContainsKey("UNTIL") && parts.ContainsKey("COUNT")), rule.Line, "UNTIL beside COUNT");
        bool nth = frequency is "MONTHLY" or "YEARLY";
        foreach (var (name, value) in parts) findings.Unless(IsRight(name, value, nth, untilIsRight), rule.Line, $"{name}={value}");
        findings.Unless(frequency != "WEEKLY" || !parts.ContainsKey("BYMONTHDAY"), rule.Line, "BYMONTHDAY in a weekly rule");
        findings.Unless(!parts.ContainsKey("BYSETPOS") || parts.Keys.Any(k => k.StartsWith("BY", StringComparison.Ordinal) && k != "BYSETPOS"), rule.Line, "BYSETPOS alone");
        findings.Unless(frequency == "YEARLY" || !parts.ContainsKey("BYWEEKNO"), rule.Line, "BYWEEKNO in a rule that is not yearly");
        findings.Unless(frequency is not ("DAILY" or "WEEKLY" or "MONTHLY") || !parts.ContainsKey("BYYEARDAY"), rule.Line, "BYYEARDAY in a daily, weekly or monthly rule");
    }

    private static bool IsRight(string name, string value, bool nth, Func<string, bool> untilIsRight) => name switch
    {
        "FREQ" => true,
        "UNTIL" => untilIsRight(value),
        "COUNT" or "INTERVAL" => Within(value, 1, int.MaxValue),
        "BYSECOND" => value.Split(',').All(v => Within(v, 0, 60)),
        "BYMINUTE" => value.Split(',').All(v => Within(v, 0, 59)),
        "BYHOUR" => value.Split(',').All(v => Within(v, 0, 23)),
        "BYYEARDAY" => value.Split(',').All(v => Within(v, -366, 366) && v != "0"),
        "BYWEEKNO" => value.Split(',').All(v => Within(v, -53, 53) && v != "0"),
        "WKST" => Weekday().IsMatch(value),
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
