using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Hosting;

/// <summary>
/// Keeps all views up with the log: one ordered subscription, each event once. A store that is away is subscribed to again for
/// as long as it takes. An event that cannot be read or applied ends the server, loudly: half a picture, or one that
/// silently stands still, would be worse than none, and no retry can cure it.
/// </summary>
internal sealed partial class ProjectionHost(
    IEventStore store, IStoreCondition condition, IEnumerable<IProjection> projections, ViewsState views, ViewSnapshots snapshots, TimeProvider time, ILogger<ProjectionHost> log)
    : BackgroundService
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);
    private readonly IProjection[] _projections = [.. projections];
    private ResiliencePipeline _resubscribing = ResiliencePipeline.Empty;
    private SnapshotPlace _last;
    private long _toldAt;
    private bool _saidReady;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _resubscribing = Resubscribing();
        _toldAt = time.GetTimestamp();
        try
        {
            await _resubscribing.ExecuteAsync(Restore, stoppingToken);
            while (true) await _resubscribing.ExecuteAsync(Follow, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            views.Halt("The server is stopping.");
        }
        catch (Exception failure)
        {
            string reason = $"The views stopped at position {views.Position}: {failure.Message}";
            views.Halt(reason, failure);
            Stopped(views.Position, failure);
            throw new ViewsHaltedException(reason, failure);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompletedSuccessfully: true }) await snapshots.Save(_projections, _last);
    }

    private async ValueTask Restore(CancellationToken ct)
    {
        await condition.Until(canWrite: true, ct);
        _last = await snapshots.Load(_projections, ct);
        views.Restored(_last.Position);
    }

    /// <summary>Follows the log until the store fails. A failure after progress begins the waiting times anew.</summary>
    private async ValueTask Follow(CancellationToken ct)
    {
        var before = views.Position;
        // A store that is known to be away tells when it is back: sooner than the growing pauses end, and without being asked.
        await condition.Until(canWrite: true, ct);
        try
        {
            views.Aim(await store.End(ct));
            SayReady();
            await foreach (var batch in EventPipeline.Follow(store, before, ct)) Apply(batch);
            throw new StoreUnavailableException("The store ended the subscription.", transient: true);
        }
        catch (StoreUnavailableException failure) when (views.Position > before)
        {
            Interrupted(views.Position, failure.Message);
        }
    }

    private void Apply(Recorded[] batch)
    {
        // Whoever is called back may keep the list, so every batch has its own.
        List<ViewChange>? changes = views.Ready ? [] : null;
        int applied = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            ref readonly var recorded = ref batch[i];
            if (recorded.Position <= _last.Position) continue;
            foreach (var projection in _projections) Apply(projection, recorded, changes);
            _last = new(recorded.Stream, recorded.Fact.Version, recorded.Position, recorded.Id);
            applied++;
        }
        if (applied == 0) return;
        views.Advance(_last.Position, applied, changes ?? []);
        if (views.Ready) SayReady();
        else SayProgress();
    }

    private static void Apply(IProjection projection, in Recorded recorded, List<ViewChange>? changes)
    {
        try
        {
            projection.Apply(recorded, changes);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"The view '{projection.Name}' cannot take in {recorded.Fact.Event.GetType().Name} at version {recorded.Fact.Version} of stream '{recorded.Stream}' (position {recorded.Position}): {failure.Message}",
                failure);
        }
    }

    private void SayReady()
    {
        if (!views.Ready) return;
        snapshots.SaveWhenDue(_projections, _last, views.Now.Applied);
        if (_saidReady) return;
        _saidReady = true;
        AreReady(views.Position, views.Now.Applied);
    }

    private void SayProgress()
    {
        if (time.GetElapsedTime(_toldAt) < ProgressEvery) return;
        _toldAt = time.GetTimestamp();
        var now = views.Now;
        CatchingUp(now.Position, now.Target, now.Applied);
    }

    private ResiliencePipeline Resubscribing() => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(10),
            UseJitter = true,
            OnRetry = retry =>
            {
                Retrying(views.Position, retry.RetryDelay, retry.Outcome.Exception?.Message);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    [LoggerMessage(LogLevel.Critical, "The views stopped at position {Position}, and the server stops with them. Nothing is lost: the log is untouched. If a newer version of the program wrote the event, start that version.")]
    private partial void Stopped(Position position, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The subscription broke off at position {Position} and is made again: {Reason}")]
    private partial void Interrupted(Position position, string reason);

    [LoggerMessage(LogLevel.Warning, "The store does not answer; the views stay at position {Position} and try again in {Delay}: {Reason}")]
    private partial void Retrying(Position position, TimeSpan delay, string? reason);

    [LoggerMessage(LogLevel.Information, "The views are ready at position {Position}; {Applied} events were read from the log.")]
    private partial void AreReady(Position position, long applied);

    [LoggerMessage(LogLevel.Information, "The views are catching up: position {Position} of {Target}, {Applied} events so far.")]
    private partial void CatchingUp(Position position, Position? target, long applied);
}
