using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Vuosikello.Calendars.JCal;
using Vuosikello.Calendars.Reading;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Calendars.Tests.Reading;

/// <summary>Spoiled files by the thousand (a million with VUOSIKELLO_LONG=1): no exception, no end that does not come, no memory past the limit.</summary>
public sealed class Whatever_is_read
{
    private const int LintedOneIn = 20;
    private const int Expanded = 10;

    /// <summary>What a reading holds for itself and lets go of again: buffers, notes that are not kept, tables of names, a zone that nobody asked for before.</summary>
    private const int Passing = 100_000;

    private static readonly ReadOptions Limits = new() { MaxMemory = 300_000, MaxOctets = 30_000, MaxLineOctets = 3_000, MaxNotes = 100 };

    [Fact]
    public void It_ends_without_an_exception_within_its_memory_and_what_is_written_of_it_is_clean()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED"), out int wanted) ? wanted : Environment.TickCount;
        int inputs = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 1_000_000 : 5_000;
        var mutator = new Mutator(new Random(seed), [.. CorpusTests.Files.Select(File.ReadAllBytes)]);
        // The first reading of all loads the database of time zones, which is about 1,000,000 octets that stay for good and are no file's.
        foreach (string file in CorpusTests.Files) CalendarReader.Parse(File.ReadAllBytes(file), Limits);
        var (mostMemory, slowest, events, written) = (0L, TimeSpan.Zero, 0L, 0L);
        for (int i = 0; i < inputs; i++)
        {
            byte[] input = mutator.Next();
            var watch = Stopwatch.StartNew();
            try
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                var reading = CalendarReader.Parse(input, Limits);
                mostMemory = Math.Max(mostMemory, GC.GetAllocatedBytesForCurrentThread() - before);
                events += reading.Events.Length;
                written += Use(reading, i % LintedOneIn == 0);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"VUOSIKELLO_SEED={seed}, input {i}: {e}\n{Convert.ToBase64String(input)}");
            }
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"VUOSIKELLO_SEED={seed}: {inputs} inputs, {events} events read, {written} written again, at most {mostMemory} octets allocated, slowest {slowest.TotalMilliseconds:0} ms"));
        Assert.True(mostMemory <= Limits.MaxMemory + Passing, $"VUOSIKELLO_SEED={seed}: {mostMemory} octets were allocated.");
        Assert.True(written > inputs / 4, "Too few of the spoiled files still hold events to tell anything.");
    }

    /// <summary>All that one does with a reading.</summary>
    private static int Use(CalendarReading reading, bool lint)
    {
        int written = 0;
        foreach (var e in reading.Events)
        {
            _ = (e.Summary, e.Description, e.Location, e.Categories, e.Url, e.HtmlDescription);
            var overrides = reading.Events.Where(o => o.RecurrenceId is not null && o.Uid == e.Uid);
            foreach (var occurrence in ReadRecurrence.Of(e, overrides).Occurrences().Take(Expanded)) _ = (occurrence.Start.ToInstant(NodaTime.DateTimeZone.Utc), occurrence.End.ToInstant(NodaTime.DateTimeZone.Utc), $"{occurrence.Start}{occurrence.End}");
            if (!Publishing.TryMake(e, overrides, out var made, out _)) continue;
            byte[] octets = Example.Bytes(made);
            written++;
            if (lint) Assert.Empty(CalendarLinter.Lint(octets));
        }
        foreach (var calendar in reading.Document.Calendars)
        {
            using var json = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
            JCalWriter.Write(calendar, json);
        }
        return written;
    }
}
