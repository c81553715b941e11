using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.Retry;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Outcome = Vuosikello.Commands.Outcome;

namespace Vuosikello.Processes.Time;

/// <summary>
/// An aggregate's moment has come → the command that brings about what is due. It goes by the clock on the wall, not by a timer: the
/// clock is looked at after every wait, and a wait is never longer than a minute, so that neither a clock that jumps, nor a
/// machine that slept, nor a server that was stopped at that moment loses anything. What a clock that ran ahead brought about
/// stays; a clock that is set back brings nothing about twice.
/// </summary>
internal sealed partial class WhenTimeComes(
    IEnumerable<ITimedAggregates> kinds, IViews views, IServiceScopeFactory scopes, IClock clock, TimeProvider time, ProcessOptions options, ILogger<WhenTimeComes> logger)
    : BackgroundService
{
    private readonly ITimedAggregates[] _kinds = [.. kinds];
    private readonly AwaitedMoments _awaited = new();
    private readonly Channel<StreamName> _changed = Channel.CreateUnbounded<StreamName>(new() { SingleReader = true });
    private readonly ResiliencePipeline<Outcome> _untilTheStoreIsBack = new ResiliencePipelineBuilder<Outcome> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<Outcome>
        {
            ShouldHandle = static tried => ValueTask.FromResult(tried.Outcome.Result is Outcome.TryAgain),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromMinutes(1),
            UseJitter = true,
        })
        .Build();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = views.OnChange(Changed);
        await views.BecomeReady(stoppingToken);
        foreach (var kind in _kinds)
            foreach (var awaited in kind.All()) _awaited.Set(awaited.Stream, awaited);
        while (true)
        {
            while (_changed.Reader.TryRead(out var stream)) _awaited.Set(stream, Of(stream));
            if (_awaited.TakeDue(clock.GetCurrentInstant()) is { } due) await BringAbout(due, stoppingToken);
            else await Wait(stoppingToken);
        }
    }

    private async Task BringAbout(Awaited due, CancellationToken ct)
    {
        try
        {
            var outcome = await _untilTheStoreIsBack.ExecuteAsync(async token => await Send(due, token), ct);
            if (outcome is not Outcome.Done done)
            {
                NotBroughtAbout(due.Stream, due.Moment.Cause, outcome);
                return;
            }
            await views.WaitFor(done.Position, ct);
            var next = Of(due.Stream);
            // what is waited for still, although it was brought about, would be tried for ever
            if (next?.Moment == due.Moment) NotBroughtAbout(due.Stream, due.Moment.Cause, outcome);
            else _awaited.Set(due.Stream, next);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One aggregate that fails keeps the others from nothing; a change of it or a restart tries again.
            Interrupted(due.Stream, due.Moment.Cause, failure);
        }
    }

    private async Task<Outcome> Send(Awaited due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stamp = new Stamp(due.CommandId, SystemMember.Id, null, clock.GetCurrentInstant());
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(due.Command(stamp), ct);
    }

    /// <summary>Until the next moment, a change, or the longest wait, whatever comes first.</summary>
    private async Task Wait(CancellationToken ct)
    {
        var wait = options.LongestWait;
        if (_awaited.Next - clock.GetCurrentInstant() is { } left && left < Duration.FromTimeSpan(wait))
            wait = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(left.TotalMilliseconds)));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_changed.Reader.WaitToReadAsync(over.Token).AsTask(), Task.Delay(wait, time, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private void Changed(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes) _changed.Writer.TryWrite(change.Stream);
    }

    private Awaited? Of(StreamName stream) => _kinds.Select(kind => kind.Of(stream)).FirstOrDefault(awaited => awaited is not null);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was due in {Stream} ({Cause}) was not brought about: {Outcome}. A change of it or the next start of the server tries again")]
    private partial void NotBroughtAbout(StreamName stream, string cause, Outcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due in {Stream} ({Cause}) could not be brought about; a change of it or the next start of the server tries again")]
    private partial void Interrupted(StreamName stream, string cause, Exception failure);
}
