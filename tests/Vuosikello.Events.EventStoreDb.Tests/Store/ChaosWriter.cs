using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Events.EventStoreDb.Tests.Store;

/// <summary>A client that appends to a stream of its own and to one that it shares with the others, each append until it is acknowledged.</summary>
internal sealed class ChaosWriter(EventStoreDbStore store, int number, Random random)
{
    private static readonly StreamName Shared = new("shared-1");

    private readonly StreamName _own = new($"own-{number}");
    private long _ownVersion = -1, _sharedVersion = -1;

    public List<Guid> Acknowledged { get; } = [];

    /// <summary>How many events so many appends come to.</summary>
    public int Promised(int appends) => Enumerable.Range(0, appends).Sum(SizeOf);

    public async Task Write(int appends, Action acknowledged)
    {
        for (int i = 0; i < appends; i++)
        {
            var events = Enumerable.Range(0, SizeOf(i)).Select(_ => NewEvent()).ToArray();
            if (i % 3 == 0) _sharedVersion = await Append(Shared, _sharedVersion, events);
            else _ownVersion = await Append(_own, _ownVersion, events);
            Acknowledged.AddRange(events.Select(e => e.Id));
            acknowledged();
        }
    }

    private static int SizeOf(int append) => append % 7 == 0 ? 40 : 1 + (append % 3);

    private async Task<long> Append(StreamName stream, long expected, EventData[] events)
    {
        while (true)
        {
            try
            {
                return (await store.Append(stream, new ExpectedVersion(expected), events)).Version;
            }
            catch (StoreUnavailableException away) when (away.IsTransient)
            {
                await store.Condition.Until(canWrite: true);
            }
            catch (WrongExpectedVersionException wrong) when (stream == Shared)
            {
                expected = wrong.Actual;
            }
        }
    }

    private EventData NewEvent()
    {
        byte[] id = new byte[16];
        random.NextBytes(id);
        return new EventData(new Guid(id), "something-happened.v1", "{}"u8.ToArray(), "{}"u8.ToArray());
    }
}
