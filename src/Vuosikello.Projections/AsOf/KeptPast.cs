namespace Vuosikello.Projections.AsOf;

/// <summary>What was made of the past lately, up to a bound; what was not asked for the longest goes first. Safe from any thread.</summary>
/// <param name="bound">The most that may be kept, in the unit of <paramref name="sizeOf"/>; the last one stays whatever its size.</param>
/// <param name="sizeOf">How much a value counts, 1 or more.</param>
internal sealed class KeptPast<TKey, TValue>(int bound, Func<TValue, int> sizeOf) where TKey : notnull where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _items = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _latestFirst = [];
    private int _size;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { lock (_gate) return _items.Count; }
    }

    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            if (!_items.TryGetValue(key, out var node)) return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Value;
        }
    }

    public void Put(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_items.TryGetValue(key, out var old)) Remove(old);
            _items[key] = _latestFirst.AddFirst((key, value));
            _size += sizeOf(value);
            while (_size > bound && _items.Count > 1) Remove(_latestFirst.Last!);
        }
    }

    private void Remove(LinkedListNode<(TKey Key, TValue Value)> node)
    {
        _latestFirst.Remove(node);
        _items.Remove(node.Value.Key);
        _size -= sizeOf(node.Value.Value);
    }
}
