using System.Buffers;

namespace Vuosikello.Events.Proof;

/// <summary>One step along a stream's chain. Not for two threads at a time.</summary>
internal sealed class ChainStep
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>Looks whether an event fits to the one before it, and moves on to it if so.</summary>
    /// <param name="carried">The hash that it carries.</param>
    /// <param name="needsHash">Whether it has to carry one.</param>
    public MisfitReason? To(RecordedEvent e, EventHash? carried, bool needsHash, ref ChainHead head)
    {
        if (e.Version != head.Version + 1) return MisfitReason.OutOfTurn;
        if (carried is null && needsHash) return MisfitReason.WithoutHash;
        try
        {
            var hash = EventChain.After(head.Hash, e, _buffer);
            if (carried is not null && carried != hash) return MisfitReason.Changed;
            head = head with { Version = e.Version, Hash = hash };
            return null;
        }
        catch (NotCanonicalException)
        {
            return MisfitReason.Unreadable;
        }
    }
}
