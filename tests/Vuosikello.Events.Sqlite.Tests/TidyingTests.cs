using Microsoft.Data.Sqlite;
using NodaTime;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>What was committed moves from the write-ahead log into the database file while writing goes on.</summary>
public sealed class TidyingTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_write_ahead_log_stays_short_however_much_is_written()
    {
        const long Most = 48L << 20;
        await using var store = _folder.Open();

        for (int i = 0; i < 100; i++)
            await store.Append(new StreamName($"long-{i}"), ExpectedVersion.NoStream, [.. Enumerable.Range(0, 100).Select(_ => TestFolder.Event(6000))]);

        Assert.True(new FileInfo(_folder.WriteAheadLog).Length < Most);
        Assert.Equal(10_000, (await TestFolder.ReadAll(store)).Count);
    }

    [Fact]
    public async Task What_keeps_the_write_ahead_log_from_being_moved_is_told_and_stops_nothing()
    {
        await using var store = _folder.Open();
        var told = new TaskCompletionSource<SqliteException>(TaskCreationOptions.RunContinuationsAsynchronously);
        var readOnly = new SqliteConnection($"Data Source={_folder.Database};Mode=ReadOnly;Pooling=False");
        await readOnly.OpenAsync(TestContext.Current.CancellationToken);
        using var tidying = new Tidying(readOnly, told.SetResult);

        await store.Append(new StreamName("long-1"), ExpectedVersion.NoStream, [TestFolder.Event()], TestContext.Current.CancellationToken);
        tidying.Committed([new(new StreamName("long-1"), 0, new Position(1), Guid.Empty, "", new byte[8 << 20], default, Instant.MinValue)]);

        var problem = await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains(problem.SqliteErrorCode, new[] { SQLitePCL.raw.SQLITE_READONLY, SQLitePCL.raw.SQLITE_IOERR });
        Assert.Equal(1, (await store.Append(new StreamName("long-1"), ExpectedVersion.Exactly(0), [TestFolder.Event()], TestContext.Current.CancellationToken)).Version);
    }

    public void Dispose() => _folder.Dispose();
}
