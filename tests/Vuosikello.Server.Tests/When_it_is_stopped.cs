using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>A server that is asked to end (SIGTERM) while 8 clients write.</summary>
public sealed class When_it_is_stopped
{
    private const int Clients = 8;

    [Fact]
    public async Task What_is_under_way_is_answered_or_refused_and_all_that_was_acknowledged_is_there()
    {
        using var folder = new TemporaryFolder();
        var writers = Enumerable.Range(0, Clients).Select(n => new Writer(n, new Random(100 + n))).ToArray();
        await using (var server = await RunningServer.Start(folder.Path))
        {
            var clients = await SignIn(server);
            int acknowledged = 0;
            var reached = new TaskCompletionSource();
            var writing = Task.WhenAll(writers.Zip(clients, (w, c) => w.Write(c, () =>
            {
                if (Interlocked.Increment(ref acknowledged) == 300) reached.TrySetResult();
            }, mayRefuse: true)));
            await Task.WhenAny(reached.Task, writing);
            await server.Stop();
            await writing;
            Assert.Equal(0, server.ExitCode);
            Assert.DoesNotContain("Exception", server.Output, StringComparison.Ordinal);
        }

        await using var restarted = await RunningServer.Start(folder.Path);
        var readers = await SignIn(restarted);
        await Task.WhenAll(writers.Zip(readers, (w, c) => w.SendAgain(c)));
        await Task.WhenAll(writers.Zip(readers, (w, c) => w.Check(c)));
    }

    private static async Task<HttpClient[]> SignIn(RunningServer server) =>
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => server.Client(Members.KuumaCoordinator)));
}
