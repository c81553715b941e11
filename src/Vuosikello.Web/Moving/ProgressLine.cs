using System.Globalization;

namespace Vuosikello.Web.Moving;

/// <summary>
/// Shows how far a copy has come: on a terminal one line that is written over and over, with a bar; elsewhere, in a log file, a line now and then.
/// Not for two threads at a time.
/// </summary>
public sealed class ProgressLine(TextWriter to, bool isTerminal, TimeProvider time) : IProgress<CopyProgress>
{
    private const int BarLength = 24;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InFile = TimeSpan.FromSeconds(5);

    private CopyProgress _first, _last;
    private long _begun, _shown;
    private bool _isOpen;
    private int _width;

    /// <inheritdoc />
    public void Report(CopyProgress value)
    {
        if (!_isOpen || value.Step != _last.Step)
        {
            Close();
            (_isOpen, _first, _begun, _shown) = (true, value, time.GetTimestamp(), time.GetTimestamp());
        }
        _last = value;
        if (time.GetElapsedTime(_shown) >= (isTerminal ? OnTerminal : InFile)) Show();
    }

    /// <summary>Shows where it has come to, and ends the line.</summary>
    public void Close()
    {
        if (!_isOpen) return;
        Show();
        if (isTerminal) to.WriteLine();
        (_isOpen, _width) = (false, 0);
    }

    private void Show()
    {
        _shown = time.GetTimestamp();
        string said = string.Create(CultureInfo.InvariantCulture, $"{_last.Part,4:0%}  {_last.Events:N0} events{Speed()}");
        if (!isTerminal)
        {
            to.WriteLine($"{_last.Step}: {said.TrimStart()}");
            return;
        }
        int full = (int)(_last.Part * BarLength);
        string line = $"{_last.Step,-9}  [{new string('#', full)}{new string('-', BarLength - full)}] {said}";
        // A shorter line covers what is left of a longer one.
        to.Write($"\r{line.PadRight(_width)}");
        to.Flush();
        _width = line.Length;
    }

    private string Speed()
    {
        var passed = time.GetElapsedTime(_begun);
        long events = _last.Events - _first.Events;
        double part = _last.Part - _first.Part;
        if (passed < TimeSpan.FromSeconds(1) || events <= 0 || part <= 0) return "";
        var left = TimeSpan.FromSeconds(Math.Min(passed.TotalSeconds / part * (1 - _last.Part), TimeSpan.FromDays(30).TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $", {events / passed.TotalSeconds:N0} a second, {(long)left.TotalHours}:{left:mm\\:ss} left");
    }
}
