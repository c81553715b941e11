using NodaTime;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Store;

/// <summary>
/// The end of the log as last known, told at once. When somebody wants to know, the store is asked in the background, at most every five
/// seconds and one question at a time: watching is no load on it, and waits for nothing when it is away.
/// </summary>
internal sealed partial class LogEnd(IEventStore store, IStoreCondition condition, IViewsProgress views, IClock clock, ILogger<LogEnd> log)
{
    private static readonly Duration Pause = Duration.FromSeconds(5);

    private readonly Lock _gate = new();
    private Position _known;
    private Instant _asked = Instant.MinValue;
    private Task _asking = Task.CompletedTask;

    /// <summary>Null until the store has answered for the first time.</summary>
    public Position? Known
    {
        get
        {
            var now = views.Now;
            lock (_gate)
            {
                AskWhenDue();
                var known = Later(Later(_known, now.Position), now.Target ?? Position.Start);
                return now.Target is null && _known == Position.Start ? null : known;
            }
        }
    }

    /// <summary>How far the views are behind that end: events in the embedded store, bytes of the log in EventStoreDB. 0 when they have reached it.</summary>
    public long Lag => Known is { } end ? Math.Max(0, end.Value - views.Now.Position.Value) : 0;

    /// <summary>An event is known to stand there.</summary>
    public void Raise(Position position)
    {
        lock (_gate) _known = Later(_known, position);
    }

    private void AskWhenDue()
    {
        var now = clock.GetCurrentInstant();
        if (!condition.CanWrite || !_asking.IsCompleted || now - _asked < Pause) return;
        _asked = now;
        _asking = Task.Run(Ask);
    }

    private async Task Ask()
    {
        try
        {
            Raise(await store.End());
        }
        catch (StoreUnavailableException away)
        {
            NotFound(away.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The end of the log could not be looked up; what was known of it last stays what is told. {Reason}")]
    private partial void NotFound(string reason);

    private static Position Later(Position a, Position b) => a > b ? a : b;
}
