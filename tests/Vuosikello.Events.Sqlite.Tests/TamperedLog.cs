using System.Text;
using Microsoft.Data.Sqlite;
using Vuosikello.Events.Proof;

namespace Vuosikello.Events.Sqlite.Tests;

/// <summary>A log of two streams whose server has stopped, and somebody with a database program beside it.</summary>
internal sealed class TamperedLog : IDisposable
{
    public static readonly StreamName Hall = new("activity-hall");
    public static readonly StreamName Forest = new("activity-forest");

    /// <summary>The streams in the order of the log: the first event is at position 1.</summary>
    public static readonly StreamName[] Order = [Hall, Forest, Hall, Hall, Forest, Hall, Forest, Hall];

    private readonly TestFolder _folder = new();

    public List<EventHash> Hashes { get; } = [];

    public static async Task<TamperedLog> Sound(int withoutHash = 0)
    {
        var log = new TamperedLog();
        await using var store = log._folder.Open();
        var heads = new Dictionary<StreamName, ChainHead>();
        for (int i = 0; i < Order.Length; i++)
        {
            var head = heads.GetValueOrDefault(Order[i], ChainHead.Before(Order[i]));
            EventData[] events = [Event(i)];
            var hash = EventChain.Seal(Order[i], head.Version + 1, head.Hash, events);
            var stored = i < withoutHash ? Event(i) : events[0];
            await store.Append(Order[i], new ExpectedVersion(head.Version), [stored]);
            heads[Order[i]] = new ChainHead(Order[i], head.Version + 1, hash);
            log.Hashes.Add(hash);
        }
        return log;
    }

    /// <summary>The event at a position, and its number in its stream.</summary>
    public static (StreamName Stream, long Version) At(int position) => (Order[position - 1], Order.Take(position - 1).Count(s => s == Order[position - 1]));

    /// <summary>The position of the next event of the same stream; null of its last one.</summary>
    public static int? NextOf(int position) =>
        Enumerable.Range(position + 1, Math.Max(0, Order.Length - position)).Where(next => next <= Order.Length && Order[next - 1] == Order[position - 1]).Select(next => (int?)next).FirstOrDefault();

    public void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        Assert.True(command.ExecuteNonQuery() > 0, "Nothing was changed.");
    }

    /// <summary>Opens the log as a server would and checks it.</summary>
    public async Task<(Misfit? First, LogCheck Check)> Check(EventHash? noted = null)
    {
        await using var store = _folder.Open();
        var check = new LogCheck(positionsFollow: true, noted);
        await foreach (var e in store.ReadAll(Position.Start))
            if (check.Next(e) is { } misfit) return (misfit, check);
        return (null, check);
    }

    public async Task<List<RecordedEvent>> Read()
    {
        await using var store = _folder.Open();
        return await TestFolder.ReadAll(store);
    }

    public void Dispose() => _folder.Dispose();

    private static EventData Event(int i) => new(
        new Guid(i, 4, 0, new byte[8]),
        i % 2 == 0 ? "activity-retitled.v1" : "activity-confirmed.v1",
        Encoding.UTF8.GetBytes(i % 2 == 0 ? $$$"""{"title":{"fi":"Liikuntailta {{{i}}}"}}""" : "{}"),
        Encoding.UTF8.GetBytes($$"""{"command":"0f8fad5b-d9cb-469f-a165-{{i:000000000000}}","by":"7c9e6679-7425-40de-944b-e07fc1f90ae7","at":"2026-02-26T14:30:00Z"}"""));
}
