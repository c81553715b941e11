using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>
/// A subscription: what is there, "caught up", and then what comes. Someone who has more than the buffer's 32 events before him is dropped
/// (as 23.10 does) or told that he fell behind, and reads from the log again (as 24.2 does).
/// </summary>
internal sealed class LiveReading(DoubleLog log, ReadReq.Types.Options asked, AnswerWriter answer, bool isOld)
{
    private const int Buffer = 32;

    private long _looked;
    private int _sinceCheckpoint;

    private bool Filtered => asked.FilterOptionCase == ReadReq.Types.Options.FilterOptionOneofCase.Filter;

    public async Task Run(CancellationToken ct)
    {
        if (Filtered && asked.Filter.CheckpointIntervalMultiplier == 0) throw CallFailure.Handler();
        var events = log.All;
        long end = events.Count > 0 ? (long)events[^1].CommitPosition : 0;
        _looked = asked.All?.End is not null ? end : checked((long)(asked.All?.Position?.CommitPosition ?? 0));
        if (_looked < end && asked.All is { } from) Readings.CheckPosition(events, from, isOld);

        await answer.Write(new ReadResp { Confirmation = new() { SubscriptionId = Guid.NewGuid().ToString() } });
        if (answer.Fault is Fault.Ended) return;
        var (there, more) = log.After(_looked);
        while (there.Count > 0)
        {
            await Send(there);
            (there, more) = log.After(_looked);
        }
        if (Filtered) await Checkpoint(events.Count == 0 && !isOld ? ulong.MaxValue : (ulong)_looked);
        await answer.Write(new ReadResp { CaughtUp = new() });
        await Live(more, ct);
    }

    private async Task Live(Task more, CancellationToken ct)
    {
        while (true)
        {
            await more.WaitAsync(ct);
            (var come, more) = log.After(_looked);
            bool tooMany = come.Count(e => Readings.Matches(asked, e)) > Buffer;
            if (tooMany && isOld)
            {
                await Send([.. come.Take(Buffer)]);
                throw CallFailure.TooSlow();
            }
            if (tooMany) await answer.Write(new ReadResp { FellBehind = new() });
            await Send(come);
            if (tooMany) await answer.Write(new ReadResp { CaughtUp = new() });
        }
    }

    private async Task Send(IReadOnlyList<ReadResp.Types.ReadEvent.Types.RecordedEvent> events)
    {
        foreach (var e in events)
        {
            if (Readings.Matches(asked, e)) await answer.Write(Readings.Event(e));
            _looked = (long)e.CommitPosition;
            if (!Filtered || ++_sinceCheckpoint < asked.Filter.Max * asked.Filter.CheckpointIntervalMultiplier) continue;
            _sinceCheckpoint = 0;
            await Checkpoint(e.CommitPosition);
        }
    }

    private Task Checkpoint(ulong position) => answer.Write(new ReadResp { Checkpoint = new() { CommitPosition = position, PreparePosition = position } });
}
