namespace Vuosikello.Events.Sqlite;

/// <summary>
/// The last versions of the streams written to lately, so that most appends need no look-up. Two generations: when the young
/// one is full it becomes the old one, and what has not been asked for since is forgotten.
/// </summary>
internal sealed class StreamHeads(int generation = 100_000)
{
    private Dictionary<string, Head> _young = new(StringComparer.Ordinal);
    private Dictionary<string, Head> _old = new(StringComparer.Ordinal);

    public bool TryGet(string stream, out Head head)
    {
        if (_young.TryGetValue(stream, out head)) return true;
        if (!_old.TryGetValue(stream, out head)) return false;
        Set(stream, head);
        return true;
    }

    public void Set(string stream, Head head)
    {
        if (_young.Count >= generation) (_old, _young) = (_young, new Dictionary<string, Head>(StringComparer.Ordinal));
        _young[stream] = head;
    }

    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}

/// <summary>A stream's last version and where it stands; -1 of a stream without events.</summary>
internal readonly record struct Head(long Version, long Position)
{
    public static Head None => new(-1, 0);
}
