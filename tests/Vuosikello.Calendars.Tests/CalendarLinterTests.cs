using System.Text;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests;

/// <summary>The linter finds what it is there to find: each fault put into a clean calendar is named.</summary>
public sealed class CalendarLinterTests
{
    private static readonly string Clean = Encoding.UTF8.GetString(Example.Bytes(
        Example.Event("1", Example.At(2009, 3, 24, 16)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, End = new RuleEnd.Count(2) }, Exceptions = [new(2009, 3, 31)], Summary = "Ääni" },
        Example.Event("2", Example.Day(2009, 5, 1))));

    [Fact]
    public void A_clean_calendar_has_no_findings() => Assert.Empty(CalendarLinter.Lint(Encoding.UTF8.GetBytes(Clean)));

    [Theory]
    [InlineData("UID:2", "UID:1", "UID twice")]
    [InlineData("UID:2\r\n", "", "UID 0 times")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\n ", "nothing in it")]
    [InlineData("SUMMARY:2", "\r\nSUMMARY:2", "empty line")]
    [InlineData("SUMMARY:2", "SUMMARY:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "75 are the most")]
    [InlineData("SUMMARY:2", "SUMMARY:a;b", "not escaped")]
    [InlineData("SUMMARY:2", "SUMMARY:a\\b", "not escaped")]
    [InlineData("SUMMARY:2", "SUMMARY:a\u0007", "control character")]
    [InlineData("DTEND;VALUE=DATE:20090502", "DTEND;VALUE=DATE:20090501", "not later")]
    [InlineData("DTEND;VALUE=DATE:20090502", "DTEND:20090502T000000Z", "another kind")]
    [InlineData("DTSTAMP:20090115T083005Z", "DTSTAMP:20090115T083005", "not in UTC")]
    [InlineData("DTSTART;TZID=Europe/Helsinki", "DTSTART", "floating")]
    [InlineData("DTSTART;TZID=Europe/Helsinki", "DTSTART;TZID=Europe/Oslo", "no VTIMEZONE")]
    [InlineData("FREQ=WEEKLY;COUNT=2", "COUNT=2", "no FREQ")]
    [InlineData("FREQ=WEEKLY;COUNT=2", "FREQ=WEEKLY;UNTIL=20090401", "UNTIL=")]
    [InlineData("EXDATE;TZID=Europe/Helsinki:20090331T160000", "EXDATE;VALUE=DATE:20090331", "EXDATE is of another kind")]
    [InlineData("END:VEVENT", "END:VTODO", "closes")]
    [InlineData("TZOFFSETTO:+0200", "TZOFFSETTO:2", "not an offset")]
    [InlineData("VERSION:2.0", "VERSION:1.0", "VERSION")]
    [InlineData("BEGIN:VCALENDAR", "\uFEFFBEGIN:VCALENDAR", "byte-order mark")]
    [InlineData("VERSION:2.0", "METHOD:PUBLISH\r\nVERSION:2.0", "METHOD")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nPRIORITY:10", "PRIORITY")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nCLASS:SECRET", "CLASS")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nGEO:north", "GEO")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nATTACH:https://ä.example/", "ATTACH is not an address")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nRECURRENCE-ID:20090501T000000", "floating")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM", "DESCRIPTION 0 times")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:15M\r\nEND:VALARM", "TRIGGER")]
    [InlineData("SUMMARY:2", "SUMMARY:2\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:PT5M\r\nREPEAT:2\r\nEND:VALARM", "REPEAT")]
    public void A_fault_is_named(string right, string wrong, string finding)
    {
        int at = Clean.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The clean calendar has no {right} to spoil.");
        string faulty = string.Concat(Clean.AsSpan(0, at), wrong, Clean.AsSpan(at + right.Length));

        Assert.Contains(CalendarLinter.Lint(Encoding.UTF8.GetBytes(faulty)), found => found.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fold_inside_a_character_is_found()
    {
        byte[] octets = Encoding.UTF8.GetBytes(Clean);
        int at = octets.AsSpan().IndexOf("Ä"u8) + 1;
        byte[] broken = [.. octets[..at], .. "\r\n "u8, .. octets[at..]];

        Assert.Contains(CalendarLinter.Lint(broken), found => found.Contains("broken", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_ends_without_a_carriage_return_are_found() =>
        Assert.NotEmpty(CalendarLinter.Lint(Encoding.UTF8.GetBytes(Clean.ReplaceLineEndings("\n"))));
}
