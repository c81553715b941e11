using System.Buffers;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Writing;

/// <summary>Events that are rendered once and joined many times.</summary>
public sealed class RenderedEventTests
{
    private static readonly CalendarEvent[] Events =
    [
        Example.Event("day", Example.Day(2026, 1, 1)),
        Example.Event("timed", Example.At(2026, 3, 3, 17)),
        Example.Event("oslo", new EventTime.Zoned(new(1999, 1, 1, 8, 0), new(1999, 1, 1, 9, 0), DateTimeZoneProviders.Tzdb["Europe/Oslo"])),
        Example.Event("weekly", Example.At(2019, 5, 7, 9)) with { Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, End = new RuleEnd.Count(200) } },
        Example.Event("moved", Example.Day(2026, 1, 5)) with
        {
            Rule = new RecurrenceRule { Frequency = RuleFrequency.Daily },
            Overrides = [new(new(2026, 1, 6), Example.Event("moved", new EventTime.Zoned(new(2026, 1, 6, 8, 0), new(2026, 1, 6, 9, 0), DateTimeZoneProviders.Tzdb["America/New_York"])))],
        },
    ];

    [Fact]
    public void Joined_they_are_the_same_bytes_as_the_calendar_written_whole() =>
        Assert.Equal(Example.Bytes(Events), Joined(Events.Select(CalendarWriter.Render)));

    [Fact]
    public void A_change_to_one_renders_one()
    {
        var rendered = Events.Select(CalendarWriter.Render).ToArray();
        var changed = Events[1] with { Summary = "Muuttunut", Sequence = 1 };
        rendered[1] = CalendarWriter.Render(changed);

        Assert.Equal(Example.Bytes([Events[0], changed, .. Events[2..]]), Joined(rendered));
    }

    [Fact]
    public void The_same_UID_twice_is_refused_whole_or_joined()
    {
        var twice = new[] { Events[0], Events[0] };

        Assert.Contains("UID day is there twice", Assert.Throws<InvalidCalendarException>(() => Example.Bytes(twice)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCalendarException>(() => Joined(twice.Select(CalendarWriter.Render)));
    }

    private static byte[] Joined(IEnumerable<RenderedEvent> events)
    {
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.Join(Example.Header, [.. events], output);
        return output.WrittenSpan.ToArray();
    }
}
