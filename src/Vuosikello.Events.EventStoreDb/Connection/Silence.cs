using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>
/// How long no leader of the cluster has answered anybody. A new leader is chosen within seconds, and until then trying again is
/// right; a silence that goes on means that the cluster is away, also when nobody happens to write.
/// </summary>
/// <param name="lasts">Told of each failure after the silence has lasted <paramref name="longest"/>.</param>
internal sealed class Silence(TimeProvider time, TimeSpan longest, Action<GrpcException> lasts)
{
    private const long None = long.MinValue;

    private long _since = None;

    /// <summary>Somebody got no answer.</summary>
    public void Goes(GrpcException failure)
    {
        long now = time.GetTimestamp();
        long since = Interlocked.CompareExchange(ref _since, now, None);
        if (since != None && time.GetElapsedTime(since, now) >= longest) lasts(failure);
    }

    /// <summary>Somebody got one.</summary>
    public void Ends() => Volatile.Write(ref _since, None);
}
