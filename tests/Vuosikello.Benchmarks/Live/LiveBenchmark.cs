using System.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
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
    private const double Goal = 1.5;

    public string Name => "live";

    public async Task Run(string[] args)
    {
        foreach (int boards in (int[])[100, 1000])
        {
            await using var server = await BenchmarkServer.Start();
            var ours = new Audience(boards);
            await ours.Join(server, "/hubs/board", client => client.Call("Join", BenchmarkServer.Cycle.Partnership.Value, BenchmarkServer.Cycle.Year, "fi", "", server.Position));
            var bare = new Audience(boards);
            await bare.Join(server, "/hubs/bare", _ => Task.CompletedTask);
            var hub = server.Services.GetRequiredService<IHubContext<BareHub>>();

            for (int edit = 0; edit < WarmUps + Edits; edit++)
            {
                bool counts = edit >= WarmUps;
                await bare.Measure(counts, () => hub.Clients.All.SendAsync(BoardMessages.Patch, server.LastPatch(), (string[])[server.News]));
                await ours.Measure(counts, server.Edit);
            }
            Print(boards, ours, bare);
            await ours.Leave();
            await bare.Leave();
        }
    }

    private static void Print(int boards, Audience ours, Audience bare)
    {
        foreach (double share in (double[])[0.5, 0.99])
        {
            double our = ours.Percentile(share), their = bare.Percentile(share), ratio = our / their;
            string verdict = share > 0.9 ? $" (goal at most {Goal:0.0}{(ratio <= Goal ? "" : ", MISSED")})" : "";
            Console.WriteLine($"edit to visible on {boards,5} boards, p{share * 100:0}, ms {our,8:0.00}   bare hub {their,8:0.00}   ratio {ratio:0.00}{verdict}");
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

        public double Percentile(double share)
        {
            _milliseconds.Sort();
            return _milliseconds[(int)Math.Ceiling(share * _milliseconds.Count) - 1];
        }

        public async Task Leave()
        {
            foreach (var client in _clients) await client.DisposeAsync();
        }

        private void Hear(string target)
        {
            if (target != BoardMessages.Patch) return;
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
