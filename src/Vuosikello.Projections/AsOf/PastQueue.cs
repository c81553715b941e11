namespace Vuosikello.Projections.AsOf;

/// <summary>Only so many read the past at once, and only so many more wait for it. Safe from any thread.</summary>
internal sealed class PastQueue(int atOnce, int waiting)
{
    private readonly SemaphoreSlim _turns = new(atOnce, atOnce);
    private int _inside;

    /// <summary>Does it when it is its turn.</summary>
    /// <exception cref="PastBusyException">As many wait as may.</exception>
    public async Task<T> InTurn<T>(Func<Task<T>> read, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > (long)atOnce + waiting) throw new PastBusyException();
            await _turns.WaitAsync(ct);
            try
            {
                return await read();
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}

/// <summary>So many want to see the past that one more would wait too long: later it can be seen.</summary>
public sealed class PastBusyException() : Exception("Too many want to see the past just now.");
