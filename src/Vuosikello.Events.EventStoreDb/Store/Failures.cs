using Polly.CircuitBreaker;
using Vuosikello.Events.EventStoreDb.Connection;
using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Resilience;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>What the cluster's failures mean to people: what is wrong, and what to do.</summary>
internal sealed class Failures(ConnectionString connection)
{
    /// <summary>Whether the exception is one of the cluster's.</summary>
    public static bool Concerns(Exception failure) => failure is GrpcException or BrokenCircuitException or ObjectDisposedException;

    /// <param name="what">What was being done, such as <c>appending to activity-1</c>.</param>
    public Exception Explain(Exception failure, string what) => failure switch
    {
        BrokenCircuitException => new StoreUnavailableException(
            $"EventStoreDB at {connection} has been away for a while, so {what} was not tried. Reading goes on from the views; writing goes on by itself when the cluster is back.",
            transient: true, failure),
        ObjectDisposedException => new StoreUnavailableException(
            $"The connection to EventStoreDB at {connection} was closed, {what}: this server is stopping. Nothing that was saved is lost; the same may be tried again.", transient: true, failure),
        GrpcException refused => Explain(refused, what),
        _ => failure,
    };

    private Exception Explain(GrpcException failure, string what) => failure.Trailers.GetValueOrDefault("exception") switch
    {
        "stream-deleted" => new StoreDamagedException(
            $"{Sentence(what)} failed: the stream '{failure.Trailers.GetValueOrDefault("stream-name")}' was deleted for good (tombstoned) in EventStoreDB. Vuosikello never deletes streams. Restore the cluster from a backup (eventstore/README.md).",
            failure),
        "maximum-append-size-exceeded" => TooLarge(what, failure),
        _ => ByStatus(failure, what),
    };

    private Exception ByStatus(GrpcException failure, string what) => failure.Status switch
    {
        _ when Passing.IsOfPosition(failure) => new StoreDamagedException(
            $"{Sentence(what)} failed: there is no event at that position in the log of EventStoreDB at {connection}. It is another log, or one restored from an older backup. Start with empty views.", failure),
        _ when Passing.IsUntrusted(failure) => new StoreUnavailableException(
            $"The certificate of EventStoreDB at {connection} is not trusted, {what}: {failure.Message.TrimEnd('.')}. See that tlsCaFile in EventStore:ConnectionString names the authority that signed it, that it has not expired, and that it names the hosts as the connection string does.",
            transient: false, failure),
        _ when Passing.May(failure) => new StoreUnavailableException(
            $"EventStoreDB at {connection} did not answer well, {what}: {failure.Message.TrimEnd('.')}. Nothing that was saved is lost; the same may be tried again.", transient: true, failure),
        GrpcStatus.ResourceExhausted => TooLarge(what, failure),
        GrpcStatus.Unauthenticated or GrpcStatus.PermissionDenied => new StoreUnavailableException(
            $"EventStoreDB at {connection} does not let {connection.Credentials?.User ?? "somebody without a name"} do this, {what}: {failure.Message.TrimEnd('.')}. See to the user and password in EventStore:ConnectionString and to the user's rights.",
            transient: false, failure),
        _ => new StoreUnavailableException($"EventStoreDB at {connection} refused, {what}: {failure.Message} ({failure.Status})", transient: false, failure),
    };

    private static StoreUnavailableException TooLarge(string what, GrpcException failure) => new(
        $"{Sentence(what)} failed, and nothing was written: the events of one append are larger than EventStoreDB takes ({failure.Trailers.GetValueOrDefault("maximum-append-size") ?? "its limit"} bytes). {failure.Message.TrimEnd('.')}. Save less at once, or raise MaxAppendSize on the servers.",
        transient: false, failure);

    private static string Sentence(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
