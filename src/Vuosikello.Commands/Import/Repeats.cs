using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Import;

/// <summary>
/// The way people write recurrence: <c>every month on day 1 until 2012-12-31</c>, <c>every 3 months on the last day until …</c>,
/// <c>every 2 weeks on monday and thursday until …</c>, <c>every month on the last friday until …</c>.
/// </summary>
internal static partial class Repeats
{
    private const string Help =
        "write \"every month on day 1 until 2012-12-31\", \"every 3 months on the last day until …\", "
        + "\"every month on the 2nd tuesday until …\" or \"every 2 weeks on monday and thursday until …\"";

    /// <exception cref="FormatException">It is none of the ways to write a recurrence.</exception>
    public static Recurrence Read(string text)
    {
        var match = Every().Match(text);
        if (!match.Success) throw new FormatException($"\"{text}\" is not a recurrence: {Help}.");
        int interval = match.Groups["interval"].Success ? int.Parse(match.Groups["interval"].ValueSpan, CultureInfo.InvariantCulture) : 1;
        var until = Times.ReadDay(match.Groups["until"].Value);
        string? on = match.Groups["on"].Success ? match.Groups["on"].Value : null;
        return match.Groups["unit"].Value switch
        {
            "day" when on is null => new Recurrence(Frequency.Daily, interval, until, []),
            "week" => new Recurrence(Frequency.Weekly, interval, until, on is null ? [] : Weekdays(on)),
            "month" when on is not null => Monthly(on, interval, until),
            _ => throw new FormatException($"\"{text}\" says too much or too little: {Help}."),
        };
    }

    private static Recurrence Monthly(string on, int interval, LocalDate until)
    {
        var rule = new Recurrence(Frequency.Monthly, interval, until, []);
        if (on == "the last day") return rule with { MonthDay = -1 };
        var day = OnDay().Match(on);
        if (day.Success) return rule with { MonthDay = int.Parse(day.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) };
        var weekday = OnWeekday().Match(on);
        if (!weekday.Success) throw new FormatException($"\"{on}\" is not a day of the month: {Help}.");
        int week = weekday.Groups["week"].Value switch { "1st" => 1, "2nd" => 2, "3rd" => 3, "4th" => 4, _ => -1 };
        return rule with { MonthWeek = week, MonthWeekday = Weekday(weekday.Groups["weekday"].Value) };
    }

    private static ValueList<IsoDayOfWeek> Weekdays(string on) =>
        on.Split([",", " and "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Weekday).ToValueList();

    private static IsoDayOfWeek Weekday(string name) =>
        Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day) && day != IsoDayOfWeek.None && !char.IsDigit(name[0])
            ? day : throw new FormatException($"\"{name}\" is not a day of the week: {Help}.");

    [GeneratedRegex(@"^every (?:(?<interval>\d{1,2}) )?(?<unit>day|week|month)s?(?: on (?<on>.+))? until (?<until>\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Every();

    [GeneratedRegex(@"^day (?<day>\d{1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnDay();

    [GeneratedRegex(@"^the (?<week>1st|2nd|3rd|4th|last) (?<weekday>[a-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnWeekday();
}
