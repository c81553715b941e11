using System.Globalization;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The verb <c>copy</c>, killed, told to stop, without its cluster and on a full disk, and run again.</summary>
public sealed class Moving_a_log_in_spite_of_everything(ITestOutputHelper output) : LogsThatMove
{
    private static readonly int Kills = IsLong ? 60 : 3;

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

        Cluster.Node.Down();

        var (code, said) = await copying.End();
        Assert.Equal(69, code);
        Assert.Contains($"EventStoreDB at {Cluster.Node.At}", said, StringComparison.Ordinal);
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

    private Random Seeded()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine($"VUOSIKELLO_SEED={seed}, {Kills} kills, {Events} events");
        return new Random(seed);
    }
}
