using System.Text;
using Google.Protobuf;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>Streams as the cluster has them: with this application's prefix.</summary>
internal sealed class StreamNames
{
    private readonly ByteString _prefix;

    /// <exception cref="StoreUnavailableException">The prefix is empty, or one of the system's.</exception>
    public StreamNames(string prefix)
    {
        if (prefix.Length == 0 || prefix.StartsWith('$'))
        {
            throw new StoreUnavailableException(
                $"The stream prefix of EventStoreDB is '{prefix}', but it must not be empty nor begin with $, which is the system's. Correct the setting EventStore:StreamPrefix.",
                transient: false);
        }
        Prefix = prefix;
        _prefix = ByteString.CopyFromUtf8(prefix);
    }

    public string Prefix { get; }

    public StreamIdentifier Stored(StreamName stream) => new() { StreamName = ByteString.CopyFromUtf8(Prefix + stream.Value) };

    /// <exception cref="StoreDamagedException">The stream is another application's, although the server was asked for ours alone.</exception>
    public StreamName Presented(StreamIdentifier stored) =>
        stored.StreamName.Span.StartsWith(_prefix.Span)
            ? new StreamName(Encoding.UTF8.GetString(stored.StreamName.Span[_prefix.Length..]))
            : throw new StoreDamagedException($"EventStoreDB sent an event of the stream '{stored.StreamName.ToStringUtf8()}', which does not begin with '{Prefix}'.");
}
