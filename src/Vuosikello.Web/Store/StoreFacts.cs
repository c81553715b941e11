using NodaTime;
using Vuosikello.Events;

namespace Vuosikello.Web.Store;

/// <summary>What is known of the event store without asking it.</summary>
/// <param name="kind"><c>sqlite</c> or <c>eventstoredb</c>.</param>
/// <param name="words">Where it is, for people; without a password.</param>
/// <param name="condition">Whether it can be written to.</param>
/// <param name="interruptions">How often following the log was broken off and begun again since the start.</param>
/// <param name="clock">Tells since when it is as it is.</param>
internal sealed class StoreFacts(string kind, string words, IStoreCondition condition, Func<long> interruptions, IClock clock) : BackgroundService
{
    private readonly Lock _gate = new();
    private Instant _since = clock.GetCurrentInstant();

    public string Kind => kind;
    public string Words => words;
    public bool CanWrite => condition.CanWrite;
    public long Reconnects => interruptions();

    /// <summary>Since when the store can, or cannot, be written to; at the earliest since the start.</summary>
    public Instant Since
    {
        get { lock (_gate) return _since; }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (bool canWrite = false; ; canWrite = !canWrite)
        {
            await condition.Until(canWrite, stoppingToken);
            lock (_gate) _since = clock.GetCurrentInstant();
        }
    }
}
