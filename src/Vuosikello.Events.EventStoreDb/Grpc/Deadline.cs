using System.Net.Sockets;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>A caller's patience: its own token, and a time after which the call is given up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly TimeSpan? _time;

    public Deadline(TimeSpan? time, CancellationToken caller)
    {
        (_time, _caller) = (time, caller);
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        if (time is { } limit) _source.CancelAfter(limit);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The header that tells the server, in milliseconds; eight digits are the most that it takes.</summary>
    public static string Header(TimeSpan time) => FormattableString.Invariant($"{Math.Clamp((long)time.TotalMilliseconds, 1, 99_999_999)}m");

    /// <summary>What a failure on the way means: the caller's own wish, a deadline, or a broken connection.</summary>
    public Exception Explain(Exception failure)
    {
        if (_caller.IsCancellationRequested) return failure as OperationCanceledException ?? new OperationCanceledException(failure.Message, failure, _caller);
        if (_source.IsCancellationRequested) return new GrpcException(GrpcStatus.DeadlineExceeded, $"There was no answer within {_time!.Value.TotalSeconds:0.###} s.", inner: failure);
        return GrpcException.Broken(Innermost(failure).Message, failure);
    }

    /// <summary>Whether the exception is one of HTTP, of a socket that broke while HTTP connected it, or of giving up, that <see cref="Explain"/> is to explain.</summary>
    public static bool Concerns(Exception failure) => failure is HttpRequestException or IOException or SocketException or OperationCanceledException;

    private static Exception Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner) failure = inner;
        return failure;
    }

    public void Dispose() => _source.Dispose();
}
