using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Web.Board;
using Vuosikello.Web.Live;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Benchmarks.Live;

/// <summary>
/// From an edit to its being on every open board (command, durable append, views, rendering, comparison, web sockets), beside a
/// bare hub that broadcasts the same patch to as many connections.
/// </summary>
public sealed class LiveBenchmark : IBenchmark
{
    private const int WarmUps = 20;
    private const int Edits = 100;
    private const int Activities = 200;
    private const double Goal = 1.5;

    public string Name => "live";

    public async Task Run(Session session, string[] args)
    {
        foreach (int boards in (int[])[100, 1000])
        {
            await using var server = await BenchmarkServer.Start(Activities);
            var ours = new Audience(boards);
            await ours.Join(server, LiveRegistration.Address, client => client.Call("Join", LiveBoards.KeyOf(BenchmarkServer.Cycle, "month=1"), "fi", server.Position));
            var bare = new Audience(boards);
            await bare.Join(server, "/hubs/bare", _ => Task.CompletedTask);
            var hub = server.Services.GetRequiredService<IHubContext<BareHub>>();

            var patch = FragmentDiff.Whole([]);
            for (int edit = 0; edit < WarmUps + Edits; edit++)
            {
                bool counts = edit >= WarmUps;
                await bare.Measure(counts, () => hub.Clients.All.SendAsync(LiveMessages.Patch, patch, (string[])[server.News]));
                await ours.Measure(counts, server.Edit);
                patch = await server.Patch();
            }
            session.Figures.AtMost($"edit to visible on {boards:N0} boards, p50", Goal, ours.Percentile(0.5), bare.Percentile(0.5));
            session.Figures.AtMost($"edit to visible on {boards:N0} boards, p99", Goal, ours.Percentile(0.99), bare.Percentile(0.99));
            await ours.Leave();
            await bare.Leave();
        }
    }

    /// <summary>Connections that all wait for the same message.</summary>
    private sealed class Audience(int size)
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
}

/// <summary>What it is measured against.</summary>
public sealed class BareHub : Hub;
