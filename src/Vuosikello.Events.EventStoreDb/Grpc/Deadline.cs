using System.Net.Sockets;

namespace Vuosikello.Events.EventStoreDb.Grpc;

/// <summary>A caller's patience: its own token, and a time after which the call is given up, either of all of it or of each waiting for an answer.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly TimeSpan? _time;
    private readonly TimeSpan? _silence;

    /// <param name="time">Of all of it, from now on.</param>
    /// <param name="silence">From each <see cref="Waits"/> to the next <see cref="Hears"/>.</param>
    public Deadline(TimeSpan? time, CancellationToken caller, TimeSpan? silence = null)
    {
        (_time, _caller, _silence) = (time, caller, time is null ? silence : null);
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        if (time is { } limit) _source.CancelAfter(limit);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>It is the server's turn now.</summary>
    public void Waits() => Count(_silence);

    /// <summary>The server has answered.</summary>
    public void Hears() => Count(_silence is null ? null : Timeout.InfiniteTimeSpan);

    private void Count(TimeSpan? time)
    {
        if (time is { } from) _source.CancelAfter(from);
    }

    /// <summary>The header that tells the server, in milliseconds; eight digits are the most that it takes.</summary>
    public static string Header(TimeSpan time) => FormattableString.Invariant($"{Math.Clamp((long)time.TotalMilliseconds, 1, 99_999_999)}m");

    /// <summary>What a failure on the way means: the caller's own wish, a deadline, or a broken connection.</summary>
    public Exception Explain(Exception failure)
    {
        if (_caller.IsCancellationRequested) return failure as OperationCanceledException ?? new OperationCanceledException(failure.Message, failure, _caller);
        if (_source.IsCancellationRequested) return new GrpcException(GrpcStatus.DeadlineExceeded, $"There was no answer within {(_time ?? _silence)!.Value.TotalSeconds:0.###} s.", inner: failure);
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
