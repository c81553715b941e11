using Microsoft.Data.Sqlite;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>Files that are not whole: refused with what was found, and left exactly as they were.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_cut_in_half_is_refused_and_not_repaired()
    {
        await _folder.Fill(2000);
        Cut(_folder.Database, new FileInfo(_folder.Database).Length / 2);

        var damaged = RefusedUnchanged(_folder);

        Assert.Contains("are missing", damaged.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_in_half_beside_a_write_ahead_log_is_refused_and_not_repaired()
    {
        using var copy = await CopyOfARunningLog();
        Cut(copy.Database, new FileInfo(copy.Database).Length / 2);

        Assert.Contains("are missing", RefusedUnchanged(copy).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_server_left_behind_is_whole()
    {
        using var copy = await CopyOfARunningLog();

        await using var store = copy.Open();

        Assert.Equal(900, (await TestFolder.ReadAll(store)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(4095)]
    public async Task A_file_cut_to_almost_nothing_is_refused(int length)
    {
        await _folder.Fill(10);
        Cut(_folder.Database, length);

        RefusedUnchanged(_folder);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(_folder.Database, new string('x', 10_000));

        Assert.Contains("not a database", RefusedUnchanged(_folder).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        Execute("CREATE TABLE recipes (name TEXT)");

        Assert.Contains("not an event log", RefusedUnchanged(_folder).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_whose_file_is_gone_while_its_write_ahead_log_is_there_is_not_started_anew()
    {
        using var copy = await CopyOfARunningLog();
        File.Delete(copy.Database);

        Assert.Throws<StoreDamagedException>(copy.Open);

        Assert.False(File.Exists(copy.Database));
    }

    [Fact]
    public async Task A_newer_programs_log_is_refused()
    {
        await _folder.Fill(1);
        Execute("PRAGMA user_version = 2");

        var refused = Assert.Throws<StoreUnavailableException>(_folder.Open);

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsTransient);
    }

    [Fact]
    public async Task A_log_without_its_table_is_refused_and_let_go_of()
    {
        await _folder.Fill(1);
        Execute("DROP TABLE events");

        Assert.Throws<StoreUnavailableException>(_folder.Open);

        // Linux lists what a process has open; elsewhere an open file could not be deleted.
        if (OperatingSystem.IsLinux()) Assert.DoesNotContain(OpenFiles(), file => file.StartsWith(_folder.Path, StringComparison.Ordinal));
        else File.Delete(_folder.Database);
    }

    [Fact]
    public async Task A_page_overwritten_with_nonsense_is_told_by_whoever_reads_it()
    {
        await _folder.Fill(2000);
        using (var file = new FileStream(_folder.Database, FileMode.Open))
        {
            file.Seek(file.Length / 4096 / 2 * 4096, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xFF, 4 * 4096).ToArray());
        }
        await using var store = _folder.Open();

        await Assert.ThrowsAsync<StoreDamagedException>(() => TestFolder.ReadAll(store));
    }

    private static StoreDamagedException RefusedUnchanged(TestFolder folder)
    {
        byte[] before = File.ReadAllBytes(folder.Database);
        var damaged = Assert.Throws<StoreDamagedException>(folder.Open);
        Assert.Equal(before, File.ReadAllBytes(folder.Database));
        return damaged;
    }

    /// <summary>The files as a killed server leaves them: some of the log in the one, some in the other.</summary>
    private async Task<TestFolder> CopyOfARunningLog()
    {
        var copy = new TestFolder();
        await using var store = _folder.Open();
        for (int i = 0; i < 900; i++)
        {
            await store.Append(new StreamName($"copied-{i % 10}"), ExpectedVersion.Any, [TestFolder.Event(6000)]);
            if (i == 750) MoveIntoTheFile();
        }
        foreach (string file in new[] { _folder.Database, _folder.WriteAheadLog }) File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        return copy;
    }

    /// <summary>So that the file has most of the log and the write-ahead log only what came last.</summary>
    private void MoveIntoTheFile()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        // 1 while the store's own tidying is at it.
        while (checkpoint.ExecuteScalar() is not 0L) Thread.Yield();
    }

    private static IEnumerable<string> OpenFiles() =>
        Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget).OfType<string>();

    private static void Cut(string path, long length)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(length);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
