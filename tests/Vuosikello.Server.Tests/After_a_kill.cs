using System.Globalization;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>A server that is killed (SIGKILL) while 16 clients write, again and again on the same data folder.</summary>
public sealed class After_a_kill(ITestOutputHelper output)
{
    private const int Writers = 16;
    private static readonly int Kills = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 200 : 20;

    [Fact]
    public async Task Every_acknowledged_command_is_there_and_none_twice_and_the_views_equal_a_rebuild()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine($"seed {seed}, {Kills} kills, {Writers} clients");
        var random = new Random(seed);
        var writers = Enumerable.Range(0, Writers).Select(n => new Writer(n, new Random(seed + n + 1))).ToArray();
        using var folder = new TemporaryFolder();

        for (int round = 0; round < Kills; round++)
        {
            await using var server = await RunningServer.Start(folder.Path);
            var clients = await SignIn(server);
            await Task.WhenAll(writers.Zip(clients, (w, c) => w.SendAgain(c)));
            if (round % 10 == 0) await CheckAll(writers, clients);
            await WriteUntilKilled(server, writers, clients, after: random.Next(50, 600));
        }

        await using (var last = await RunningServer.Start(folder.Path))
        {
            var clients = await SignIn(last);
            await Task.WhenAll(writers.Zip(clients, (w, c) => w.SendAgain(c)));
            await CheckAll(writers, clients);
            await last.Stop();
        }
        var verification = await RunningServer.RunVerb("rebuild", "--verify", "--data-folder", folder.Path);
        Assert.True(verification.ExitCode == 0, verification.Output);
        output.WriteLine($"{writers.Sum(w => w.Acknowledged)} commands acknowledged");
    }

    private static async Task<HttpClient[]> SignIn(RunningServer server) =>
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => server.Client(Members.KuumaCoordinator)));

    private static Task CheckAll(Writer[] writers, HttpClient[] clients) => Task.WhenAll(writers.Zip(clients, (w, c) => w.Check(c)));

    private static async Task WriteUntilKilled(RunningServer server, Writer[] writers, HttpClient[] clients, int after)
    {
        int acknowledged = 0;
        var reached = new TaskCompletionSource();
        var writing = writers.Zip(clients, (w, c) => w.Write(c, () =>
        {
            if (Interlocked.Increment(ref acknowledged) == after) reached.TrySetResult();
        })).ToArray();
        await Task.WhenAny(reached.Task, Task.WhenAll(writing));
        await server.Kill();
        await Task.WhenAll(writing);
        Assert.True(acknowledged >= after, $"Only {acknowledged} commands were acknowledged before the server went away:\n{server.Output}");
    }
}
