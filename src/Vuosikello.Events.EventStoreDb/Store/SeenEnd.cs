namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>The highest position of an event that this process has heard of: the log reaches at least so far.</summary>
internal sealed class SeenEnd
{
    private long _position;

    public long Position => Interlocked.Read(ref _position);

    public void Raise(long position)
    {
        long known = Position;
        while (position > known)
        {
            long before = Interlocked.CompareExchange(ref _position, position, known);
            if (before == known) return;
            known = before;
        }
    }
}
