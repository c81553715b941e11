using Vuosikello.ServerKit;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>Disks that are full or not to be written to, and folders that are somebody else's.</summary>
public sealed class DiskTests
{
    private static readonly StreamName Stream = new("disk-1");

    [Fact]
    public async Task A_full_disk_is_told_loses_nothing_and_writing_goes_on_when_there_is_room()
    {
        using var disk = MountOrSkip("4m");
        var acknowledged = new List<Guid>();
        await using (var store = Open(disk))
        {
            var full = await Assert.ThrowsAsync<StoreUnavailableException>(() => AppendUntilRefused(store, acknowledged));
            Assert.Contains("disk is full", full.Message, StringComparison.Ordinal);
            Assert.Contains(disk.Path, full.Message, StringComparison.Ordinal);
            Assert.False(full.IsTransient);
            Assert.Equal(acknowledged, (await TestFolder.ReadAll(store)).Select(e => e.Id));

            disk.Resize("32m");
            acknowledged.Add(await Append(store, acknowledged.Count));
        }

        await using var reopened = Open(disk);
        Assert.Equal(acknowledged, (await TestFolder.ReadAll(reopened)).Select(e => e.Id));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_named()
    {
        using var disk = MountOrSkip("1m");
        disk.MakeReadOnly();

        var refused = Assert.Throws<StoreUnavailableException>(() => Open(disk));

        Assert.Contains(disk.Path, refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsTransient);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_named()
    {
        using var folder = new TestFolder();
        string file = Path.Combine(folder.Path, "data");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<StoreUnavailableException>(() => SqliteEventStore.Open(file, NodaTime.SystemClock.Instance));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_told_so_and_harms_nothing()
    {
        using var folder = new TestFolder();
        await using var first = folder.Open();
        await first.Append(Stream, ExpectedVersion.NoStream, [TestFolder.Event()]);

        var refused = Assert.Throws<StoreUnavailableException>(folder.Open);

        Assert.Contains("in use by another server", refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await first.Append(Stream, ExpectedVersion.Exactly(0), [TestFolder.Event()])).Version);
    }

    [Fact]
    public async Task A_folder_is_free_again_when_its_server_has_stopped()
    {
        using var folder = new TestFolder();
        await folder.Fill(5);

        await using var store = folder.Open();

        Assert.Equal(5, (await TestFolder.ReadAll(store)).Count);
        Assert.False(File.Exists(Path.Combine(folder.Path, "events.db.new")));
    }

    [Fact]
    public async Task A_stopped_store_takes_no_appends_and_leaves_one_file_to_copy()
    {
        using var folder = new TestFolder();
        var store = folder.Open();
        await store.Append(Stream, ExpectedVersion.NoStream, [TestFolder.Event()]);
        await store.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Append(Stream, ExpectedVersion.Any, [TestFolder.Event()]));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => TestFolder.ReadAll(store));
        Assert.False(File.Exists(folder.WriteAheadLog));
    }

    private static async Task AppendUntilRefused(SqliteEventStore store, List<Guid> acknowledged)
    {
        while (true) acknowledged.Add(await Append(store, acknowledged.Count));
    }

    private static async Task<Guid> Append(SqliteEventStore store, int count)
    {
        var e = TestFolder.Event(20_000);
        await store.Append(Stream, ExpectedVersion.Exactly(count - 1), [e]);
        return e.Id;
    }

    private static SmallDisk MountOrSkip(string size)
    {
        var disk = SmallDisk.Mount(size);
        if (disk is null) Assert.Skip("This test mounts a small disk, which only root on Linux may do.");
        return disk;
    }

    private static SqliteEventStore Open(SmallDisk disk) => SqliteEventStore.Open(disk.Path, NodaTime.SystemClock.Instance);
}
