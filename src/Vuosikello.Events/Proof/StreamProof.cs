using Vuosikello.Domain;

namespace Vuosikello.Events.Proof;

/// <summary>Whether what a stream's events say fits together, beyond their hashes: whoever computes every hash anew may still leave a signature of another text.</summary>
/// <param name="effort">Charged with what grows faster than the file.</param>
internal abstract class StreamProof(CheckEffort effort)
{
    private long _events;

    protected CheckEffort Effort => effort;

    /// <summary>For the streams of agreements and of working rules; null for others, where there is nothing to compare.</summary>
    public static StreamProof? For(StreamName stream, CheckEffort effort) =>
        Streams.IsOf(stream, out AgreementId _) ? new AgreementProof(effort)
        : Streams.IsOfRules(stream, out _) ? new RulesProof(effort)
        : null;

    /// <summary>The next event of the stream; tells why it does not fit, if it does not.</summary>
    public MisfitReason? Next(RecordedEvent recorded)
    {
        // Each event may copy what all before it have made.
        effort.Spend(++_events + Clauses);
        try
        {
            return Next(EventSerializer.Deserialize(recorded));
        }
        catch (UnreadableEventException)
        {
            return MisfitReason.NotKnown;
        }
    }

    /// <summary>How many clauses there are now.</summary>
    protected abstract int Clauses { get; }

    protected abstract MisfitReason? Next(Fact fact);
}
