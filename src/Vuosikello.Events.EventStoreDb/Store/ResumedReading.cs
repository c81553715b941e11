using Polly;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>
/// A reading that outlives the call it came by: when the call breaks, another is made from where the reader stands then. The reader
/// keeps its place up to date between one <see cref="Next"/> and the other.
/// </summary>
/// <param name="open">Makes the call from the reader's place on.</param>
/// <param name="what">What is being done, for messages.</param>
/// <param name="isEndless">Whether the server is never to end it.</param>
internal sealed class ResumedReading(
    Cluster cluster, Failures failures, ResiliencePipeline resilience, Func<CancellationToken, Task<OpenReading>> open, string what, bool isEndless = false) : IAsyncDisposable
{
    private OpenReading? _open;

    /// <summary>The messages that have come; null when there are no more.</summary>
    /// <exception cref="StoreUnavailableException">Trying again did not help.</exception>
    public async ValueTask<IReadOnlyList<ReadResp>?> Next(CancellationToken ct)
    {
        try
        {
            return await resilience.ExecuteAsync(static (its, token) => its.TryNext(token), this, ct);
        }
        catch (Exception failure) when (Failures.Concerns(failure))
        {
            throw failures.Explain(failure, what);
        }
    }

    private async ValueTask<IReadOnlyList<ReadResp>?> TryNext(CancellationToken ct)
    {
        _open ??= await open(ct);
        try
        {
            return isEndless ? await Progress(_open.Answers) : await _open.Answers.Next();
        }
        catch (GrpcException failure)
        {
            cluster.Learn(Cluster.At(_open.Node), failure);
            await Close();
            throw;
        }
    }

    /// <summary>What has come. A confirmation alone is no progress: a server that confirms and breaks off is to be asked more and more seldom.</summary>
    private static async ValueTask<IReadOnlyList<ReadResp>> Progress(Answers<ReadResp> answers)
    {
        while (await answers.Next() is { } messages)
        {
            if (messages.Any(m => m.ContentCase != ReadResp.ContentOneofCase.Confirmation)) return messages;
        }
        throw GrpcException.Broken("The server ended the subscription.");
    }

    private async ValueTask Close()
    {
        if (_open is not { } open) return;
        _open = null;
        await open.Answers.DisposeAsync();
    }

    public ValueTask DisposeAsync() => Close();
}

/// <summary>A reading and the node that it comes from.</summary>
internal sealed record OpenReading(GrpcChannel Node, Answers<ReadResp> Answers);
