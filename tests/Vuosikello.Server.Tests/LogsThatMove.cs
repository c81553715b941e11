using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.Proof;
using Vuosikello.Events.Sqlite;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>Folders and a cluster between which logs move, by the program itself as a process of its own.</summary>
public abstract class LogsThatMove : IAsyncLifetime
{
    private protected const string Secret = "Saunatonttu-7";
    private protected static readonly bool IsLong = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";
    private protected static readonly int Events = IsLong ? 20_000 : 600;

    private readonly TemporaryFolder _folder = new();

    private protected DoubleCluster Cluster { get; private set; } = null!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected Dictionary<string, string> Settings => new()
    {
        ["EventStore__ConnectionString"] = $"esdb://admin:{Secret}@{Cluster.Node.At}?tls=false&maxDiscoverAttempts=1",
        ["LANG"] = "fi_FI.UTF-8",
    };

    public async ValueTask InitializeAsync() => Cluster = await DoubleCluster.Start();

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _folder.Dispose();
    }

    private protected string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    private protected async Task<string> Says(int code, string text, params string[] words)
    {
        await using var verb = RunningVerb.Start(Settings, words);
        var (ended, said) = await verb.End();
        Assert.True(code == ended && said.Contains(text, StringComparison.Ordinal), $"{ended}: {said}");
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        return said;
    }

    /// <summary>Completes when the cluster has so many events.</summary>
    private protected async Task Reaches(int events)
    {
        await using var store = Cluster.Open();
        int seen = 0;
        await foreach (var batch in store.Subscribe(Position.Start, Ct))
        {
            seen += batch.Count;
            if (seen >= events) return;
        }
    }

    /// <summary>A log whose events go to other streams all the time, so that it goes by many appends.</summary>
    private protected static async Task<string[]> Write(string folder)
    {
        await using var store = SqliteEventStore.Open(folder, SystemClock.Instance);
        var random = new Random(7);
        var heads = Enumerable.Range(1, 40).Select(n => ChainHead.Before(new StreamName($"activity-{new Guid(n, 0, 0, new byte[8]):D}"))).ToArray();
        var appends = new List<Task>();
        for (int n = 0; n < Events; n++)
        {
            ref var head = ref heads[random.Next(heads.Length)];
            EventData[] one = [new(new Guid(n, 1, 0, new byte[8]), "something-happened.v1", "{\"text\":\"Kevättapaaminen\"}"u8.ToArray(), "{\"at\":\"2026-11-22T03:30:00Z\"}"u8.ToArray())];
            var hash = EventChain.Seal(head.Stream, head.Version + 1, head.Hash, one);
            appends.Add(store.Append(head.Stream, new ExpectedVersion(head.Version), one, Ct));
            head = head with { Version = head.Version + 1, Hash = hash };
        }
        await Task.WhenAll(appends);
        return await Read(store);
    }

    private protected static async Task<string[]> LogIn(string folder)
    {
        await using var store = SqliteEventStore.Open(folder, SystemClock.Instance);
        return await Read(store);
    }

    private protected async Task<string[]> LogInCluster()
    {
        await using var store = Cluster.Open();
        return await Read(store);
    }

    private static async Task<string[]> Read(IEventStore store)
    {
        var log = new List<string>();
        await foreach (var e in store.ReadAll(Position.Start, Ct))
            log.Add($"{e.Stream} {e.Version} {e.Id} {e.Type} {Convert.ToHexString(e.Data.Span)} {Convert.ToHexString(e.Metadata.Span)}");
        return [.. log];
    }
}
