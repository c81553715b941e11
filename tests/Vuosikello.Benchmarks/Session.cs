using Vuosikello.Benchmarks.Views;

namespace Vuosikello.Benchmarks;

/// <summary>One run of the program: the figures so far, and the large log, which is made once for all who need it.</summary>
public sealed class Session : IDisposable
{
    private readonly Dictionary<int, ViewsBench> _logs = [];

    public Figures Figures { get; } = new();

    /// <summary>A log of at least so many events, and views over it.</summary>
    internal async Task<ViewsBench> Log(int events)
    {
        if (_logs.TryGetValue(events, out var known)) return known;
        return _logs[events] = await ViewsBench.Generate(events);
    }

    public void Dispose()
    {
        foreach (var log in _logs.Values) log.Dispose();
    }
}
