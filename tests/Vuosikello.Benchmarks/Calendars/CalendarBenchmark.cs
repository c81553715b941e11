using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Vuosikello.Calendars;
using Vuosikello.Calendars.Reading;
using Calendar = Vuosikello.Calendars.Calendar;

namespace Vuosikello.Benchmarks.Calendars;

/// <summary>
/// The calendar library beside its goals: written, joined and read, per second of processor time of one core, so that
/// neighbours do not count. <c>calendars [rounds]</c>
/// </summary>
public sealed class CalendarBenchmark : IBenchmark
{
    private const int Events = 10_000;
    private const int FeedEvents = 5_000;

    /// <summary>How long the work is done before it is measured: the compiler makes its last code of it within that, and a server runs for longer.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public string Name => "calendars";

    /// <inheritdoc />
    public Task Run(Session session, string[] args)
    {
        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
        var calendar = new Calendar(SampleCalendar.Header, SampleCalendar.Events(Events));
        var output = new ArrayBufferWriter<byte>(16_000_000);
        Write(calendar, output);
        byte[] octets = output.WrittenSpan.ToArray();
        Console.WriteLine($"{Events:N0} events are {octets.Length:N0} octets");

        session.Figures.AtLeast("events written/s", 1, Rate(rounds, () => Write(calendar, output)), 1_000_000);
        session.Figures.Within("octets allocated per event written", 200, Allocated(() => Write(calendar, output)) / Events, "B");
        session.Figures.AtLeast("events read/s", 1, Rate(rounds, () => CalendarReader.Parse(octets)), 200_000);
        session.Figures.Within("octets allocated per event read", null, Allocated(() => CalendarReader.Parse(octets)) / Events, "B");
        session.Figures.Within($"a feed of {FeedEvents:N0} events after one change", 5, Change(rounds, calendar, output), "ms");
        return Task.CompletedTask;
    }

    private static void Write(Calendar calendar, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        CalendarWriter.Write(calendar, output);
    }

    /// <summary>One event rendered anew and all joined, in milliseconds by the clock on the wall.</summary>
    private static double Change(int rounds, Calendar calendar, ArrayBufferWriter<byte> output)
    {
        var rendered = calendar.Events.Take(FeedEvents).Select(CalendarWriter.Render).ToArray();
        return Figures.Median(Enumerable.Range(0, rounds * 5).Select(round =>
        {
            output.ResetWrittenCount();
            var watch = Stopwatch.StartNew();
            rendered[round] = CalendarWriter.Render(calendar.Events[round] with { Summary = "Muuttunut" });
            CalendarWriter.Join(calendar.Header, rendered, output);
            return watch.Elapsed.TotalMilliseconds;
        }));
    }

    private static double Rate(int rounds, Action work)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Settling;) work();
        return Figures.Median(Enumerable.Range(0, rounds).Select(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            for (int i = 0; i < 10; i++) work();
            return 10 * Events / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }));
    }

    private static double Allocated(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
