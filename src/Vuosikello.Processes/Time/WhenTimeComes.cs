using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Projections;
using Outcome = Vuosikello.Commands.Outcome;

namespace Vuosikello.Processes.Time;

/// <summary>
/// An aggregate's moment has come → the command that brings about what is due. It goes by the clock on the wall, not by a timer: the
/// clock is looked at after every wait, and a wait is never longer than a minute, so that neither a clock that jumps, nor a
/// machine that slept, nor a server that was stopped at that moment loses anything. What a clock that ran ahead brought about
/// stays; a clock that is set back brings nothing about twice, and nothing too little: all aggregates are gone through again.
/// </summary>
internal sealed partial class WhenTimeComes(
    IEnumerable<ITimedAggregates> kinds, IViews views, PatientSender sender, IClock clock, TimeProvider time, ProcessOptions options, ILogger<WhenTimeComes> logger)
    : BackgroundService
{
    /// <summary>A minute doubled so often, less once, is the longest pause below an hour.</summary>
    private const int DoublingsToAnHour = 6;

    private readonly ITimedAggregates[] _kinds = [.. kinds];
    private readonly AwaitedMoments _awaited = new();
    private readonly Channel<StreamName> _changed = Channel.CreateUnbounded<StreamName>(new() { SingleReader = true });
    private readonly Dictionary<StreamName, int> _failures = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = views.OnChange(Changed);
        await views.BecomeReady(stoppingToken);
        var seen = Instant.MinValue;
        GoThroughAll();
        while (true)
        {
            while (_changed.Reader.TryRead(out var stream)) AwaitAfresh(stream);
            var now = clock.GetCurrentInstant();
            if (now < seen) GoThroughAll();
            seen = now;
            if (_awaited.TakeDue(now) is { } due) await BringAbout(due, now, stoppingToken);
            else await Wait(stoppingToken);
        }
    }

    /// <summary>At the start, and when the clock was set back: what was past by the wrong time may be to come by the right one.</summary>
    private void GoThroughAll()
    {
        _failures.Clear();
        foreach (var kind in _kinds)
            foreach (var awaited in kind.All()) _awaited.Set(awaited.Stream, awaited);
    }

    private void AwaitAfresh(StreamName stream)
    {
        _failures.Remove(stream);
        _awaited.Set(stream, Of(stream));
    }

    private async Task BringAbout(Awaited due, Instant now, CancellationToken ct)
    {
        try
        {
            var outcome = await sender.Send(due.CommandId, due.Command, ct);
            if (outcome is Outcome.Done done)
            {
                await views.WaitFor(done.Position, ct);
                if (Of(due.Stream)?.Moment != due.Moment)
                {
                    AwaitAfresh(due.Stream);
                    return;
                }
            }
            NotBroughtAbout(due.Stream, due.Moment.Cause, outcome, TryAgain(due, now));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One aggregate that fails keeps the others from nothing.
            Interrupted(due.Stream, due.Moment.Cause, TryAgain(due, now), failure);
        }
    }

    /// <summary>
    /// What stands in the way may lie in another aggregate, of which no change of this one tells. Tries again in a minute, then in
    /// twice as long each time, up to an hour; sooner when the aggregate changes or the clock is set back.
    /// </summary>
    private Instant TryAgain(Awaited due, Instant now)
    {
        int failures = _failures[due.Stream] = _failures.GetValueOrDefault(due.Stream) + 1;
        var at = now + (failures <= DoublingsToAnHour ? Duration.FromMinutes(1 << (failures - 1)) : Duration.FromHours(1));
        _awaited.Set(due.Stream, due, at);
        return at;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was due in {Stream} ({Cause}) was not brought about: {Outcome}. It is tried again at {Retry}, or sooner when it changes")]
    private partial void NotBroughtAbout(StreamName stream, string cause, Outcome outcome, Instant retry);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was due in {Stream} ({Cause}) could not be brought about. It is tried again at {Retry}, or sooner when it changes")]
    private partial void Interrupted(StreamName stream, string cause, Instant retry, Exception failure);
}
