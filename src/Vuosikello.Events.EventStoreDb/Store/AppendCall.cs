using System.Collections.Concurrent;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>
/// Many appends in one call to a node (BatchAppend), each with a number that its answer bears. When the call ends, whether those that
/// are under way were made is not known; each of them fails and is its own pipeline's to send again.
/// </summary>
internal sealed class AppendCall : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<BatchAppendResp>> _underWay = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Conversation<BatchAppendResp> _call;
    private readonly Task _listening;
    private GrpcException? _end;
    private long _number;
    private long _heard;

    public AppendCall(GrpcChannel node)
    {
        _call = node.Converse(ServerMethods.BatchAppend, new CallOptions(RequiresLeader: true), _stopping.Token);
        _listening = Listen();
    }

    /// <summary>Whether the call has ended; it takes no more appends then.</summary>
    public bool IsOver => Volatile.Read(ref _end) is not null;

    /// <param name="deadline">For the server, and for its answer.</param>
    /// <exception cref="GrpcException">It was refused, there was no answer in time, or the call ended.</exception>
    public async Task<AppendOutcome> Append(StreamIdentifier stream, long expected, IReadOnlyList<EventData> events, TimeSpan? deadline, CancellationToken ct)
    {
        long number = Interlocked.Increment(ref _number);
        var answer = new TaskCompletionSource<BatchAppendResp>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var patience = new Deadline(deadline, ct);
        _underWay[number] = answer;
        long heard = Interlocked.Read(ref _heard);
        try
        {
            // The call may have ended after the last look and before there was something to be told of it.
            ThrowIfOver();
            await _call.Say(Requests.Append(number, stream, expected, events, deadline), patience.Token);
            return AppendOutcome.Of(await answer.Task.WaitAsync(patience.Token));
        }
        catch (OperationCanceledException late)
        {
            var why = patience.Explain(late);
            if (why is GrpcException silence)
            {
                // Others may have found the call mute at the same moment; it ended once for all of them.
                ThrowIfOver();
                if (Interlocked.Read(ref _heard) == heard) await GiveUp(silence);
            }
            throw why;
        }
        finally
        {
            _underWay.TryRemove(number, out _);
        }
    }

    private async Task Listen()
    {
        try
        {
            while (await _call.Next() is { } answers)
            {
                Interlocked.Increment(ref _heard);
                foreach (var answer in answers) Tell(answer);
            }
            End(GrpcException.Broken("The server ended the call."));
        }
        catch (Exception failure)
        {
            // Whatever it was: a call that nobody listens to must not be taken for one that lives.
            End(failure as GrpcException ?? GrpcException.Broken(failure is OperationCanceledException or ObjectDisposedException ? "The store was closed." : failure.Message, failure));
        }
        finally
        {
            await _call.DisposeAsync();
        }
    }

    private void Tell(BatchAppendResp answer)
    {
        if (answer.CorrelationId is not { ValueCase: UUID.ValueOneofCase.Structured, Structured.LeastSignificantBits: var number })
            throw new GrpcException(GrpcStatus.Internal, "The server sent an answer that does not say to which append.");
        // Nobody waits any more for what came after its deadline.
        if (_underWay.TryGetValue(number, out var waiting)) waiting.TrySetResult(answer);
    }

    /// <summary>Ends a call on which nothing has been heard for a whole deadline: what comes next gets another one.</summary>
    private Task GiveUp(GrpcException silence)
    {
        End(silence);
        return _stopping.CancelAsync();
    }

    private void ThrowIfOver()
    {
        if (Volatile.Read(ref _end) is { } end) throw Again(end);
    }

    private void End(GrpcException why)
    {
        // The first reason is the true one; the others follow from it.
        var failure = Interlocked.CompareExchange(ref _end, why, null) ?? why;
        foreach (var waiting in _underWay.Values) waiting.TrySetException(Again(failure));
    }

    // One for each who waits: an exception that several throw at once would mix up their stacks.
    private static GrpcException Again(GrpcException end) => new(end.Status, end.Message, end.Trailers, end) { IsInterruption = true };

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listening;
        _stopping.Dispose();
    }
}
