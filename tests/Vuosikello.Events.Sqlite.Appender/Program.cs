using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;

// Appends to the store in the folder given until it is killed, by 16 writers at once, and prints each event once it is
// acknowledged: stream, version, id. For the tests that kill it.
var store = SqliteEventStore.Open(args[0], SystemClock.Instance);
await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(Write)));

async Task Write()
{
    var stream = new StreamName($"killed-{Guid.NewGuid():D}");
    for (long version = 0; ; version++)
    {
        var e = new EventData(Guid.NewGuid(), "something-happened.v1", new byte[200], new byte[50]);
        await store.Append(stream, ExpectedVersion.Exactly(version - 1), [e]);
        Console.WriteLine($"{stream} {version} {e.Id}");
    }
}
