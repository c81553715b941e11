using System.Diagnostics;
using Vuosikello.Web.Live;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Benchmarks.Live;

/// <summary>Connections that all wait for the same message.</summary>
internal sealed class Audience(int size)
{
    private readonly List<HubClient> _clients = [];
    private readonly List<double> _milliseconds = [];
    private readonly Lock _lock = new();
    private TaskCompletionSource _all = new();
    private long _started;
    private int _heard;
    private bool _counts;

    public async Task Join(BenchmarkServer server, string path, Func<HubClient, Task> join)
    {
        for (int i = 0; i < size; i++)
        {
            var client = await new HubClient { Heard = Hear }.Connect(server.Address, path);
            _clients.Add(client);
            await join(client);
        }
    }

    public async Task Measure(bool counts, Func<Task> act)
    {
        lock (_lock) (_all, _heard, _counts) = (new(TaskCreationOptions.RunContinuationsAsynchronously), 0, counts);
        _started = Stopwatch.GetTimestamp();
        await act();
        await _all.Task;
    }

    public double Percentile(double share) => Figures.Percentile(_milliseconds, share);

    public async Task Leave()
    {
        foreach (var client in _clients) await client.DisposeAsync();
    }

    private void Hear(string target)
    {
        if (target != LiveMessages.Patch) return;
        double took = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        lock (_lock)
        {
            if (_counts) _milliseconds.Add(took);
            if (++_heard == size) _all.TrySetResult();
        }
    }
}
