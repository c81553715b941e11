using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Events.EventStoreDb;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Web.Board;
using Vuosikello.Web.Live;

namespace Vuosikello.Benchmarks.Live;

/// <summary>
/// From an edit at one of two servers on a cluster to its being on every board that is open at the other, beside the same on one server with the
/// embedded store. The cluster is the one of the setting VUOSIKELLO_EVENTSTORE, or else the double of one node, which writes to no disk.
/// </summary>
public sealed class InstancesBenchmark : IBenchmark
{
    private const int Boards = 100;
    private const int WarmUps = 20;
    private const int Edits = 200;
    private const int Activities = 200;

    /// <summary>Milliseconds.</summary>
    private const double Goal = 1000;

    public string Name => "instances";

    public async Task Run(Session session, string[] args)
    {
        await using var cluster = await DoubleCluster.Start();
        string? real = Environment.GetEnvironmentVariable("VUOSIKELLO_EVENTSTORE");
        // A prefix of its own: a real cluster keeps what earlier runs wrote.
        var options = new EventStoreDbOptions { StreamPrefix = $"bench{Environment.ProcessId}{Environment.TickCount64}-" };
        void OnCluster(IServiceCollection services) => services.AddEventStoreDb(real ?? cluster.ConnectionString(), new Random(1), options);

        await using var alone = await BenchmarkServer.Start(Activities);
        await using var one = await BenchmarkServer.Start(Activities, OnCluster);
        await using var other = await BenchmarkServer.Beside(OnCluster);
        var (near, far) = (await Watch(alone), await Watch(other));
        for (int edit = 0; edit < WarmUps + Edits; edit++)
        {
            bool counts = edit >= WarmUps;
            await near.Measure(counts, alone.Edit);
            await far.Measure(counts, one.Edit);
        }
        string where = real is null ? "the double" : "a real server";
        foreach (double share in (double[])[0.5, 0.99])
        {
            session.Figures.Within($"edit to visible at the other of two instances ({where}), p{share * 100:0}", Goal, far.Percentile(share), "ms");
            session.Figures.Within($"the same on one instance with the embedded store, p{share * 100:0}", null, near.Percentile(share), "ms");
        }
        await near.Leave();
        await far.Leave();
    }

    private static async Task<Audience> Watch(BenchmarkServer server)
    {
        var audience = new Audience(Boards);
        await audience.Join(server, LiveRegistration.Address, client => client.Call("Join", LiveBoards.KeyOf(BenchmarkServer.Cycle, "month=1"), "fi", server.Position));
        return audience;
    }
}
