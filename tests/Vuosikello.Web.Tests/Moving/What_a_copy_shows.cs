using System.Globalization;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Tests.Moving;

/// <summary>The line of progress, on a terminal and in a log file.</summary>
public sealed class What_a_copy_shows
{
    private readonly StringWriter _shown = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly Time _time = new();

    [Fact]
    public void On_a_terminal_one_line_with_a_bar_is_written_over_and_over()
    {
        var line = new ProgressLine(_shown, isTerminal: true, _time);

        line.Report(new(CopyStep.Copying, 0, 0));
        _time.Seconds = 10;
        line.Report(new(CopyStep.Copying, 25_000, 0.25));
        _time.Seconds = 10.1;
        line.Report(new(CopyStep.Copying, 25_100, 0.251));
        line.Close();

        Assert.Equal(
            "\rCopying    [######------------------]  25%  25,000 events, 2,500 a second, 0:00:30 left"
            + "\rCopying    [######------------------]  25%  25,100 events, 2,485 a second, 0:00:30 left\n",
            _shown.ToString());
    }

    [Fact]
    public void In_a_log_file_a_line_is_written_every_five_seconds_and_at_the_end_of_each_step()
    {
        var line = new ProgressLine(_shown, isTerminal: false, _time);

        for (int second = 0; second <= 12; second++)
        {
            _time.Seconds = second;
            line.Report(new(CopyStep.Copying, second * 100, second / 16d));
        }
        line.Report(new(CopyStep.Checking, 1200, 1));
        line.Close();

        Assert.Equal(
            "Copying: 31%  500 events, 100 a second, 0:00:11 left\n"
            + "Copying: 63%  1,000 events, 100 a second, 0:00:06 left\n"
            + "Copying: 75%  1,200 events, 100 a second, 0:00:04 left\n"
            + "Checking: 100%  1,200 events\n",
            _shown.ToString());
    }

    private sealed class Time : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
