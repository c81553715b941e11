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

    public void Dispose() => _folder.Dispose();
}
