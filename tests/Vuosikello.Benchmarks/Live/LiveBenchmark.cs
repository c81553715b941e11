using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Web.Board;
using Vuosikello.Web.Live;

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
}

/// <summary>What it is measured against.</summary>
public sealed class BareHub : Hub;
