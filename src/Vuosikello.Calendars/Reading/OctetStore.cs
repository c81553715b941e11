namespace Vuosikello.Calendars.Reading;

/// <summary>Keeps values of properties side by side in large arrays, which cost less than an array for each.</summary>
internal sealed class OctetStore(MemoryBudget memory)
{
    private const int Smallest = 1 << 10;
    private const int Largest = 1 << 16;
    private byte[] _array = [];
    private int _length;
    private int _next = Smallest;

    /// <summary>Empty when the memory is spent.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty) return default;
        if (octets.Length > Smallest && octets.Length > _array.Length - _length)
        {
            return memory.Take(octets.Length + 32) ? octets.ToArray() : default;
        }
        if (octets.Length > _array.Length - _length)
        {
            if (!memory.Take(_next + 32)) return default;
            (_array, _length, _next) = (new byte[_next], 0, Math.Min(_next * 2, Largest));
        }
        octets.CopyTo(_array.AsSpan(_length));
        var kept = _array.AsMemory(_length, octets.Length);
        _length += octets.Length;
        return kept;
    }
}
