using System.Text.RegularExpressions;

namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>A VALARM in an event (RFC 5545 section 3.6.6).</summary>
internal static partial class AlarmLint
{
    public static void Check(ComponentTree alarm, Findings findings)
    {
        findings.Unless(alarm.Name == "VALARM" && alarm.Parts.Count == 0, alarm.Line, $"{alarm.Name} in an event");
        foreach (string name in new[] { "ACTION", "TRIGGER" }) ComponentLint.Exactly(alarm, name, findings);
        string action = alarm.One("ACTION")?.Value ?? "";
        findings.Unless(action is "AUDIO" or "DISPLAY" or "EMAIL", alarm.Line, $"ACTION {action}");
        if (action is "DISPLAY" or "EMAIL") ComponentLint.Exactly(alarm, "DESCRIPTION", findings);
        if (action == "EMAIL") ComponentLint.Exactly(alarm, "SUMMARY", findings);
        findings.Unless(action == "EMAIL" == alarm.All("ATTENDEE").Any(), alarm.Line, "ATTENDEE is for EMAIL, and there needed");
        findings.Unless(alarm.All("DURATION").Count() == alarm.All("REPEAT").Count(), alarm.Line, "REPEAT and DURATION go together");
        if (alarm.One("REPEAT") is { } repeat) findings.Unless(int.TryParse(repeat.Value, out int times) && times > 0, repeat.Line, "REPEAT is not a number");
        if (alarm.One("DURATION") is { } every) findings.Unless(Length().IsMatch(every.Value), every.Line, "DURATION is none (3.3.6)");
        foreach (var address in alarm.All("ATTENDEE").Concat(alarm.All("ATTACH"))) ComponentLint.CheckAddress(address, findings);
        if (alarm.One("TRIGGER") is not { } trigger) return;
        bool moment = trigger.Parameter("VALUE") == "DATE-TIME";
        findings.Unless(moment ? ComponentLint.UtcTime().IsMatch(trigger.Value) : Length().IsMatch(trigger.Value), trigger.Line, "TRIGGER is neither a length nor a moment (3.8.6.3)");
        findings.Unless(trigger.Parameter("RELATED") is null or "START" or "END" && !(moment && trigger.Parameter("RELATED") is not null), trigger.Line, "TRIGGER's RELATED");
    }

    [GeneratedRegex(@"^[+-]?P(\d+W|\d+D(T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))?|T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();
}
