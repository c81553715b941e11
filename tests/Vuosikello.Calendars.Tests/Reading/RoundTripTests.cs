using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Calendars.Tests.Writing;

namespace Vuosikello.Calendars.Tests.Reading;

/// <summary>Whatever can be written is clean, is read without a note, and written again is the same.</summary>
public sealed class RoundTripTests
{
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 50_000 : 300);

    private static readonly Arbitrary<CalendarEvent[]> Calendars = (
        from a in EventGenerators.Series("1; \"é\", \\@test")
        from b in EventGenerators.Series("2")
        from c in EventGenerators.Series("3" + new string('ö', 60))
        select new[] { a, b, c }).ToArbitrary();

    [Fact]
    public void What_was_written_is_read_and_written_again_the_same() =>
        Prop.ForAll(Calendars, events =>
        {
            byte[] written = Example.Bytes(events);
            Assert.Empty(CalendarLinter.Lint(written));

            var reading = CalendarReader.Parse(written);

            Assert.Empty(reading.Notes);
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Example.Bytes(Again(reading))));
        }).Check(Configuration);

    [Theory]
    [InlineData("99991231")]
    [InlineData("99991231T235959")]
    [InlineData("99991231T235959Z")]
    public void An_end_on_the_last_of_all_days_is_none(string until)
    {
        var read = ReadingExample.Event("DTSTART;TZID=America/New_York:20260610T200000", $"RRULE:FREQ=DAILY;UNTIL={until}").Events[0];

        Assert.True(Publishing.TryMake(read, [], out var made, out string? why), why);

        Assert.Contains("RRULE:FREQ=DAILY", Example.Lines(made));
    }

    private static CalendarEvent[] Again(CalendarReading reading)
    {
        var overrides = reading.Events.Where(e => e.RecurrenceId is not null).ToLookup(e => e.Uid);
        return [.. reading.Events.Where(e => e.RecurrenceId is null).Select(e => Publishing.TryMake(e, overrides[e.Uid], out var made, out string? why) ? made : throw new InvalidOperationException(why))];
    }
}
