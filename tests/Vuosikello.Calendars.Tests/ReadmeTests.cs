using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;
using Vuosikello.Calendars.JCal;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests;

/// <summary>The examples of the library's README, which stand here word for word and run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void An_event_is_written()
    {
        var helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
        var meeting = new CalendarEvent
        {
            Uid = "7f1c@example.org",
            Stamp = Instant.FromUtc(2026, 1, 15, 8, 30),
            Time = new EventTime.Zoned(new LocalDateTime(2026, 3, 3, 17, 0), new LocalDateTime(2026, 3, 3, 19, 0), helsinki),
            Rule = new RecurrenceRule { Frequency = RuleFrequency.Weekly, End = new RuleEnd.LastDay(new LocalDate(2026, 4, 14)) },
            Exceptions = [new LocalDate(2026, 4, 7)],
            Summary = "Ohjausryhmä; kevät",
        };
        var calendar = new Calendar(new CalendarHeader { ProductId = "-//Example//Planner//FI", Name = "Vuosi" }, [meeting]);
        var output = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(calendar, output);

        Assert.Empty(CalendarLinter.Lint(output.WrittenSpan));
        output.ResetWrittenCount();
        WriteJson(calendar, output);
        Assert.StartsWith("[\"vcalendar\"", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_kept_rendered()
    {
        var (header, events, output) = (Example.Header, new[] { Example.Event("1", Example.Day(2026, 1, 1)), Example.Event("2", Example.Day(2026, 1, 2)) }, new ArrayBufferWriter<byte>());

        RenderedEvent[] kept = [.. events.Select(CalendarWriter.Render)];
        kept[1] = CalendarWriter.Render(events[1] with { Summary = "Siirretty", Sequence = 1 });
        CalendarWriter.Join(header, kept, output);

        Assert.Contains("SUMMARY:Siirretty", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_and_written_again()
    {
        var (header, output, cancellation) = (Example.Header, new ArrayBufferWriter<byte>(), TestContext.Current.CancellationToken);
        using var stream = new MemoryStream(Example.Bytes(Example.Event("1", Example.Day(2026, 1, 1))));

        var reading = await CalendarReader.Read(stream, new ReadOptions { MaxOctets = 5_000_000 }, cancellation);
        foreach (var e in reading.Events) Console.WriteLine($"{e.Uid} {e.Time} {e.Summary}");
        foreach (var note in reading.Notes) Console.WriteLine($"line {note.Line}, column {note.Column}: {note.Message}");

        var (one, others) = (reading.Events[0], reading.Events.Skip(1).Where(e => e.RecurrenceId is not null));
        if (Publishing.TryMake(one, others, out var made, out string? why)) CalendarWriter.Write(new Calendar(header, [made]), output);
        else Console.WriteLine($"{one.Summary} was left out: {why}");

        Assert.Empty(reading.Notes);
        Assert.Equal(stream.ToArray(), output.WrittenSpan.ToArray());
    }

    [Fact]
    public void Every_example_of_the_README_stands_in_these_tests()
    {
        string here = Unindented(File.ReadAllText(Find("tests", "Vuosikello.Calendars.Tests", "ReadmeTests.cs")));
        string[] examples = [.. File.ReadAllText(Find("src", "Vuosikello.Calendars", "README.md")).Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];

        Assert.NotEmpty(examples);
        foreach (string example in examples) Assert.Contains(Unindented(example), here, StringComparison.Ordinal);
    }

    private static void WriteJson(Calendar calendar, ArrayBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        JCalWriter.Write(calendar, json);
    }

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    private static string Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine([folder.FullName, .. path]);
            if (File.Exists(file)) return file;
        }
        throw new FileNotFoundException($"{string.Join('/', path)} was not found above {AppContext.BaseDirectory}.");
    }
}
