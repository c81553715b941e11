using System.Diagnostics;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>A server that is killed (SIGKILL) while 16 writers append, again and again on the same log.</summary>
public sealed class KillTests
{
    private static int Rounds => Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 20 : 3;

    [Fact]
    public async Task Every_acknowledged_event_is_there_after_a_kill_and_none_twice()
    {
        using var folder = new TestFolder();
        var acknowledged = new List<Acknowledged>();

        for (int round = 1; round <= Rounds; round++)
        {
            acknowledged.AddRange(await AppendAndKill(folder.Path, after: 400 + (150 * round)));

            await using var store = folder.Open();
            var log = await TestFolder.ReadAll(store);
            Assert.Equal(log.Count, log.Select(e => e.Id).Distinct().Count());
            Assert.Equal(log.Count, log.Select(e => (e.Stream, e.Version)).Distinct().Count());
            Assert.Equal(Enumerable.Range(1, log.Count).Select(i => new Position(i)), log.Select(e => e.Position));
            Assert.Empty(acknowledged.Except(log.Select(e => new Acknowledged(e.Stream.Value, e.Version, e.Id))));
        }
    }

    private static async Task<List<Acknowledged>> AppendAndKill(string folder, int after)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vuosikello.Events.Sqlite.Appender.dll"), folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var server = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var acknowledged = new List<Acknowledged>();
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // The last line may have been cut by the kill.
            if (line.Split(' ') is [var stream, var version, { Length: 36 } id]) acknowledged.Add(new(stream, long.Parse(version), Guid.Parse(id)));
            if (acknowledged.Count == after) server.Kill();
        }
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(acknowledged.Count >= after, $"the server ended by itself after {acknowledged.Count} events");
        return acknowledged;
    }

    private sealed record Acknowledged(string Stream, long Version, Guid Id);
}
