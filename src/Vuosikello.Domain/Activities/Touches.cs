using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Vuosikello.Domain.Activities;

/// <summary>
/// The last change of each field of an activity, by the field's name. Immutable and equal by value. An activity has about ten
/// fields, so a small sorted array is copied on a change: cheaper to fold a million events with than a tree.
/// </summary>
public sealed class Touches : IReadOnlyDictionary<string, Touch>, IEquatable<Touches>
{
    private readonly KeyValuePair<string, Touch>[] _items;

    private Touches(KeyValuePair<string, Touch>[] items) => _items = items;

    public static Touches Empty { get; } = new([]);

    /// <summary>From touches in any order, each field once.</summary>
    public static Touches Of(params ReadOnlySpan<KeyValuePair<string, Touch>> touches)
    {
        var items = touches.ToArray();
        Array.Sort(items, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return items.Length == 0 ? Empty : new(items);
    }

    public int Count => _items.Length;
    public Touch this[string key] => TryGetValue(key, out var touch) ? touch : throw new KeyNotFoundException($"The field {key} was not touched.");
    public IEnumerable<string> Keys => _items.Select(item => item.Key);
    public IEnumerable<Touch> Values => _items.Select(item => item.Value);

    /// <summary>The same with one field's last change replaced or added.</summary>
    public Touches SetItem(string field, Touch touch)
    {
        int at = 0;
        while (at < _items.Length && string.CompareOrdinal(_items[at].Key, field) < 0) at++;
        bool replaces = at < _items.Length && _items[at].Key == field;
        var items = new KeyValuePair<string, Touch>[replaces ? _items.Length : _items.Length + 1];
        _items.AsSpan(0, at).CopyTo(items);
        items[at] = new(field, touch);
        int rest = replaces ? at + 1 : at;
        _items.AsSpan(rest).CopyTo(items.AsSpan(at + 1));
        return new(items);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Touch value)
    {
        foreach (var item in _items)
        {
            if (item.Key != key) continue;
            value = item.Value;
            return true;
        }
        value = default;
        return false;
    }

    public ReadOnlySpan<KeyValuePair<string, Touch>> AsSpan() => _items;
    public bool Equals(Touches? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);
    public override bool Equals(object? obj) => Equals(obj as Touches);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, Touch>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, Touch>>)_items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
