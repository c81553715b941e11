using Vuosikello.Domain;

namespace Vuosikello.Events.Proof;

/// <summary>Whether what a stream's events say fits together, beyond their hashes: whoever computes every hash anew may still leave a signature of another text.</summary>
internal abstract class StreamProof
{
    /// <summary>For the streams of agreements and of working rules; null for others, where there is nothing to compare.</summary>
    public static StreamProof? For(StreamName stream) =>
        Streams.IsOf(stream, out AgreementId _) ? new AgreementProof()
        : Streams.IsOfRules(stream, out _) ? new RulesProof()
        : null;

    /// <summary>The next event of the stream; tells why it does not fit, if it does not.</summary>
    public MisfitReason? Next(RecordedEvent recorded)
    {
        try
        {
            return Next(EventSerializer.Deserialize(recorded));
        }
        catch (UnreadableEventException)
        {
            return MisfitReason.NotKnown;
        }
    }

    protected abstract MisfitReason? Next(Fact fact);
}
