using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.Proof;
using Vuosikello.Events.Sqlite;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The verb <c>copy</c>, run as people run it, killed and run again.</summary>
public sealed class Moving_a_log(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Secret = "Saunatonttu-7";
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";
    private static readonly int Kills = IsLong ? 60 : 3;
    private static readonly int Events = IsLong ? 20_000 : 600;

    private readonly TemporaryFolder _folder = new();
    private DoubleCluster _cluster = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Dictionary<string, string> Settings => new()
    {
        ["EventStore__ConnectionString"] = $"esdb://admin:{Secret}@{_cluster.Node.At}?tls=false&maxDiscoverAttempts=1",
        ["LANG"] = "fi_FI.UTF-8",
    };

    public async ValueTask InitializeAsync() => _cluster = await DoubleCluster.Start();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_demo_goes_to_a_cluster_and_back_and_people_see_what_they_saw()
    {
        string home = Folder("home"), back = Folder("back");
        string[] shown;
        await using (var server = await RunningServer.Start(home))
        {
            string other = Folder("other");
            await Write(other);
            await Says(69, "in use by another server", "copy", "--from", home, "--to", "esdb");
            await Says(69, "in use by another server", "copy", "--from", other, "--to", home);
            using var editor = await server.Client(Members.TuusulaEditor);
            await MarkSeen(editor);
            shown = await Shown(editor);
            await server.Stop();
        }

        string there = await Says(0, "events in", "copy", "--from", home, "--to", "esdb");
        string andBack = await Says(0, "events in", "copy", "--from", "esdb", "--to", back);

        Assert.Equal(HashIn(there), HashIn(andBack));
        Assert.Equal(await LogIn(home), await LogIn(back));
        // The views that the server left, beside the log that came back: they must be those of a rebuild from it.
        File.Copy(Path.Combine(home, "views.snapshot"), Path.Combine(back, "views.snapshot"));
        var (code, said) = await RunningServer.RunVerb("rebuild", "--verify", "--data-folder", back);
        Assert.True(code == 0, said);
        await Says(0, "it is that of the whole log as it was with", "verify", "--store", back, "--head", HashIn(there));

        await using (var server = await RunningServer.Start(home, settings: Settings))
        {
            using (var editor = await server.Client(Members.TuusulaEditor)) Assert.Equal(shown, await Shown(editor));
            using var coordinator = await server.Client(Members.KuumaCoordinator);
            Assert.Equal(HttpStatusCode.Created, (await Plans.Plan(coordinator, 2009, "Muuton jälkeen")).StatusCode);
            await server.Stop();
        }
        await Says(0, "had been there before", "copy", "--from", "esdb", "--to", home);
        await using (var server = await RunningServer.Start(home))
        {
            using var editor = await server.Client(Members.TuusulaEditor);
            Assert.Contains("Muuton jälkeen", await Plans.Titles(editor, 2009));
            Assert.Equal(1, (await Changes(editor)).GetProperty("count").GetInt32());
        }
    }

    [Fact]
    public async Task Killed_while_it_writes_to_a_cluster_it_goes_on_with_the_same_words()
    {
        var random = Seeded();
        string from = Folder("from");
        var log = await Write(from);
        int killed = 0;
        for (int round = 1; round <= Kills; round++)
        {
            await using var copying = RunningVerb.Start(Settings, "copy", "--from", from, "--to", "esdb");
            await Reaches((log.Length * round / (Kills + 1)) + random.Next(20));
            if (await copying.Kill()) killed++;
        }

        await Says(0, "had been there before", "copy", "--from", from, "--to", "esdb");

        output.WriteLine($"killed {killed} times");
        Assert.Equal(Kills, killed);
        Assert.Equal(log, await LogInCluster());
    }

    [Fact]
    public async Task Killed_while_it_writes_to_a_folder_it_goes_on_with_the_same_words()
    {
        var random = Seeded();
        string from = Folder("from"), to = Folder("to");
        var log = await Write(from);
        await Says(0, "events in", "copy", "--from", from, "--to", "esdb");
        int killed = 0;
        for (int round = 1; round <= Kills; round++)
        {
            using var changes = new FileSystemWatcher(to, "events.db-wal");
            var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            int left = random.Next(1, Events / Kills);
            changes.Changed += (_, _) =>
            {
                if (Interlocked.Decrement(ref left) == 0) due.TrySetResult();
            };
            changes.EnableRaisingEvents = true;
            await using var copying = RunningVerb.Start(Settings, "copy", "--from", "esdb", "--to", to);
            await Task.WhenAny(due.Task, copying.End());
            if (await copying.Kill()) killed++;
        }

        await Says(0, "events in", "copy", "--from", "esdb", "--to", to);

        output.WriteLine($"killed {killed} times");
        Assert.True(killed > 0, "It was never killed.");
        Assert.Equal(log, await LogIn(to));
    }

    [Fact]
    public async Task Told_to_stop_it_says_how_far_it_came_and_how_to_go_on()
    {
        string from = Folder("from");
        var log = await Write(from);
        await using var copying = RunningVerb.Start(Settings, "copy", "--from", from, "--to", "esdb");
        await Reaches(100);

        await copying.Interrupt();

        var (code, said) = await copying.End();
        Assert.Equal(130, code);
        Assert.Contains("The same command goes on from there.", said, StringComparison.Ordinal);
        int known = int.Parse(said.Split("So far the first ")[1].Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        var there = await LogInCluster();
        Assert.InRange(known, 99, there.Length);
        Assert.Equal(log.Take(there.Length), there);
        Assert.True(there.Length < log.Length, "It ended before it was told to.");
    }

    [Fact]
    public async Task A_cluster_that_goes_away_is_named_with_the_place_and_what_to_do()
    {
        string from = Folder("from");
        await Write(from);
        await using var copying = RunningVerb.Start(Settings, "copy", "--from", from, "--to", "esdb");
        await Reaches(100);

        _cluster.Node.Down();

        var (code, said) = await copying.End();
        Assert.Equal(69, code);
        Assert.Contains($"EventStoreDB at {_cluster.Node.At}", said, StringComparison.Ordinal);
        Assert.Contains("The same command goes on from there.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_same_again_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.Mount("600k");
        if (disk is null) Assert.Skip("This test mounts a small disk, which only root on Linux may do.");
        string from = Folder("from"), to = Path.Combine(disk.Path, "to");
        var log = await Write(from);

        string said = await Says(69, "the disk is full. Make room on it", "copy", "--from", from, "--to", to);
        Assert.Contains("The same command goes on from there.", said, StringComparison.Ordinal);

        disk.Resize("64m");
        await Says(0, "had been there before", "copy", "--from", from, "--to", to);
        Assert.Equal(log, await LogIn(to));
    }

    [Theory]
    [InlineData(64, "--from and --to are the same folder", "--from", "DATA", "--to", "DATA/")]
    [InlineData(64, "the same cluster with the same prefix", "--from", "esdb", "--to", "env:EventStore__ConnectionString")]
    [InlineData(64, "cannot be told apart", "--from", "esdb", "--to", "esdb", "--to-prefix", "vk-2-")]
    [InlineData(64, "The environment variable NOWHERE is empty", "--from", "DATA", "--to", "env:NOWHERE")]
    [InlineData(64, "Option '--to' is required", "--from", "DATA")]
    [InlineData(64, "There is no event in EventStoreDB at 127.0.0.1", "--from", "esdb", "--to", "DATA/new")]
    [InlineData(64, "--to: The connection string of EventStoreDB is wrong: '' is no host", "--from", "DATA", "--to", "esdb://user:Saunatonttu-7@?x")]
    [InlineData(69, "There is no event log in", "--from", "DATA/none", "--to", "esdb")]
    public async Task What_cannot_be_copied_is_told_and_nothing_is_made(int code, string text, params string[] words)
    {
        string data = Folder("data");

        await Says(code, text, ["copy", .. words.Select(word => word.Replace("DATA", data, StringComparison.Ordinal))]);

        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
    }

    [Fact]
    public async Task A_password_on_the_command_line_is_warned_of_but_never_repeated()
    {
        string from = Folder("from");
        await Write(from);

        await Says(0, "env:NAME instead", "copy", "--from", from, "--to", Settings["EventStore__ConnectionString"]);
    }

    private static Task<JsonElement> Changes(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/api/partnerships/kuuma-seutu/changes", Ct);

    private static async Task MarkSeen(HttpClient client)
    {
        long position = (await Changes(client)).GetProperty("position").GetInt64();
        using var marked = await client.PutAsJsonAsync("/api/partnerships/kuuma-seutu/changes/seen", new { position }, Ct);
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
    }

    /// <summary>What people are shown, without what does not change by a move but by time: the processes go on meanwhile.</summary>
    private static async Task<string[]> Shown(HttpClient client)
    {
        string[] addresses = ["/feeds/kuuma-seutu/2009.ics", "/feeds/kuuma-seutu.ics", "/kuuma-seutu/2009/wheel.svg", "/kuuma-seutu/2009", "/kuuma-seutu/rules"];
        var shown = await Task.WhenAll(addresses.Select(address => client.GetStringAsync(new Uri(address, UriKind.Relative), Ct)));
        return [.. shown.Select(text => text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? TextOf(text) : text), $"{(await Changes(client)).GetProperty("count")} changes", .. await Plans.Titles(client, 2009)];
    }

    // Attributes have positions and sealed tokens.
    private static string TextOf(string html) => Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5));

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    private Random Seeded()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine($"VUOSIKELLO_SEED={seed}, {Kills} kills, {Events} events");
        return new Random(seed);
    }

    private async Task<string> Says(int code, string text, params string[] words)
    {
        await using var verb = RunningVerb.Start(Settings, words);
        var (ended, said) = await verb.End();
        Assert.True(code == ended && said.Contains(text, StringComparison.Ordinal), $"{ended}: {said}");
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        return said;
    }

    private static string HashIn(string said) => said.Split("The hash of the whole log: ")[1][..64];

    /// <summary>Completes when the cluster has so many events.</summary>
    private async Task Reaches(int events)
    {
        await using var store = _cluster.Open();
        int seen = 0;
        await foreach (var batch in store.Subscribe(Position.Start, Ct))
        {
            seen += batch.Count;
            if (seen >= events) return;
        }
    }

    /// <summary>A log whose events go to other streams all the time, so that it goes by many appends.</summary>
    private static async Task<string[]> Write(string folder)
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

    private static async Task<string[]> LogIn(string folder)
    {
        await using var store = SqliteEventStore.Open(folder, SystemClock.Instance);
        return await Read(store);
    }

    private async Task<string[]> LogInCluster()
    {
        await using var store = _cluster.Open();
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
