using Vuosikello.Events;

namespace Vuosikello.Web.Moving;

/// <summary>
/// Appends events in the order of a log: those that follow each other in one stream together, one append after the other. The next one is sent when the one
/// before is on disk, because no store promises the order of appends that are under way at the same time.
/// </summary>
internal sealed class AppendsInOrder(IEventStore to)
{
    /// <summary>Half of what EventStoreDB takes in one append unless its <c>MaxAppendSize</c> says otherwise, in octets. A larger event goes alone.</summary>
    internal const int MostOctets = 512 * 1024;

    /// <summary>What an event may need beside what it says, in octets.</summary>
    private const int OctetsBeside = 256;

    private readonly List<EventData> _events = [];
    private RecordedEvent? _last;
    private long _octets;

    /// <summary>How many events are on disk.</summary>
    public long Appended { get; private set; }

    /// <summary>Takes an event, and appends those before it when it does not belong to them.</summary>
    /// <exception cref="NotACopyException">Somebody else writes there.</exception>
    public async ValueTask Add(RecordedEvent e, CancellationToken ct)
    {
        int octets = e.Data.Length + e.Metadata.Length + OctetsBeside;
        if (_last is { } last && (last.Stream != e.Stream || _octets + octets > MostOctets)) await Flush(ct);
        _events.Add(new EventData(e.Id, e.Type, e.Data, e.Metadata));
        _last = e;
        _octets += octets;
    }

    /// <summary>Appends what was taken and is not on disk yet.</summary>
    /// <inheritdoc cref="Add" path="/exception" />
    public async ValueTask Flush(CancellationToken ct)
    {
        if (_last is not { } last) return;
        try
        {
            await to.Append(last.Stream, new ExpectedVersion(last.Version - _events.Count), [.. _events], ct);
        }
        catch (WrongExpectedVersionException wrong)
        {
            throw new NotACopyException($"Somebody else writes there: stream {wrong.Stream} is at version {wrong.Actual} where {wrong.Expected.Value} was expected.");
        }
        Appended += _events.Count;
        _events.Clear();
        (_last, _octets) = (null, 0);
    }
}
