using System.Security.Cryptography;

namespace Vuosikello.Events.Proof;

/// <summary>
/// One hash for a whole log, of all streams in the order in which they were written: SHA-256 over the hash before and the hash of the event
/// (<see cref="EventChain"/>), 32 bytes each. Before the first event stands the SHA-256 of <c>vuosikello log v1</c> and a line feed. It depends neither
/// on positions nor on when the store wrote, so that it is the same in every store that has the log.
/// </summary>
public static class LogHash
{
    /// <summary>The hash of a log without events.</summary>
    public static EventHash Genesis { get; } = EventHash.From(SHA256.HashData("vuosikello log v1\n"u8));

    /// <summary>The log's hash after an event.</summary>
    /// <param name="before">What it was before.</param>
    /// <param name="hash">The event's own.</param>
    public static EventHash After(EventHash before, EventHash hash)
    {
        Span<byte> both = stackalloc byte[2 * EventHash.Length];
        before.Write(both);
        hash.Write(both[EventHash.Length..]);
        return EventHash.From(SHA256.HashData(both));
    }
}
