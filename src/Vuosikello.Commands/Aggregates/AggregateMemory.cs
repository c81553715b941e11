using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Commands.Aggregates;

/// <summary>
/// The aggregates that this server has met last, up to a number; those not used for longest are forgotten. Forgetting one
/// costs a read of its stream and nothing else: what two copies of it write is sorted out by the expected version.
/// </summary>
internal sealed class AggregateMemory(IEventStore store, CommandOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StreamName, LinkedListNode<Item>> _items = [];
    private readonly LinkedList<Item> _latestFirst = [];

    public Aggregate<TState> Of<TState>(StreamName stream) where TState : class, IState<TState>
    {
        lock (_gate)
        {
            if (_items.TryGetValue(stream, out var known))
            {
                if (!ReferenceEquals(_latestFirst.First, known))
                {
                    _latestFirst.Remove(known);
                    _latestFirst.AddFirst(known);
                }
                return (Aggregate<TState>)known.Value.Aggregate;
            }
            var aggregate = new Aggregate<TState>(stream, store);
            _items.Add(stream, _latestFirst.AddFirst(new Item(stream, aggregate)));
            if (_items.Count > options.RememberedAggregates) Forget(_latestFirst.Last!);
            return aggregate;
        }
    }

    private void Forget(LinkedListNode<Item> oldest)
    {
        _latestFirst.Remove(oldest);
        _items.Remove(oldest.Value.Stream);
    }

    private readonly record struct Item(StreamName Stream, object Aggregate);
}
