namespace Vuosikello.Projections.History;

/// <summary>
/// A list that only grows: one thread adds, others read what was there when they asked for the count. Nothing is ever moved, so reading
/// takes no lock, and growing to millions copies no items.
/// </summary>
internal sealed class AppendOnlyList<T>
{
    private const int Bits = 9;
    private const int Mask = (1 << Bits) - 1;

    private T[]?[] _chunks = new T[]?[4];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <param name="index">Below a <see cref="Count"/> that was read before.</param>
    public ref readonly T this[int index] => ref Volatile.Read(ref _chunks)[index >> Bits]![index & Mask];

    public void Add(T item)
    {
        var chunks = _chunks;
        int chunk = _count >> Bits;
        if (chunk == chunks.Length) Array.Resize(ref chunks, chunks.Length * 2);
        (chunks[chunk] ??= new T[Mask + 1])[_count & Mask] = item;
        Volatile.Write(ref _chunks, chunks);
        Volatile.Write(ref _count, _count + 1);
    }
}
