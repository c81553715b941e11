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
    private volatile GrpcException? _end;
    private volatile bool _isAnswered;
    private long _number;

    public AppendCall(GrpcChannel node)
    {
        _call = node.Converse(ServerMethods.BatchAppend, new CallOptions(RequiresLeader: true), _stopping.Token);
        _listening = Listen();
    }

    /// <summary>Whether the call has ended; it takes no more appends then.</summary>
    public bool IsOver => _end is not null;

    /// <param name="deadline">For the server, and for its answer.</param>
    /// <exception cref="GrpcException">It was refused, there was no answer in time, or the call ended.</exception>
    public async Task<AppendOutcome> Append(StreamIdentifier stream, long expected, IReadOnlyList<EventData> events, TimeSpan? deadline, CancellationToken ct)
    {
        long number = Interlocked.Increment(ref _number);
        var answer = new TaskCompletionSource<BatchAppendResp>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var patience = new Deadline(deadline, ct);
        _underWay[number] = answer;
        try
        {
            // The call may have ended after the last look and before there was something to be told of it.
            if (_end is { } end) throw Again(end);
            _call.Say(Requests.Append(number, stream, expected, events, deadline));
            return AppendOutcome.Of(await answer.Task.WaitAsync(patience.Token));
        }
        catch (OperationCanceledException late)
        {
            throw patience.Explain(late);
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
                _isAnswered = true;
                foreach (var answer in answers)
                {
                    // Nobody waits any more for what came after its deadline.
                    if (_underWay.TryGetValue(answer.CorrelationId.Structured?.LeastSignificantBits ?? 0, out var waiting)) waiting.TrySetResult(answer);
                }
            }
            End(GrpcException.Broken("The server ended the call."));
        }
        catch (GrpcException failure)
        {
            End(failure);
        }
        catch (OperationCanceledException stopped)
        {
            End(GrpcException.Broken("The store was closed.", stopped));
        }
        finally
        {
            await _call.DisposeAsync();
        }
    }

    private void End(GrpcException failure)
    {
        _end = failure;
        foreach (var waiting in _underWay.Values) waiting.TrySetException(Again(failure));
    }

    // One for each who waits: an exception that several throw at once would mix up their stacks.
    private GrpcException Again(GrpcException end) => new(end.Status, end.Message, end.Trailers, end) { IsInterruption = _isAnswered };

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listening;
        _stopping.Dispose();
    }
}
