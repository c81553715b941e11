using NodaTime;

namespace Vuosikello.Events.Proof;

/// <summary>A version of an agreement as an export shows it to people; the check compares it with what the events say.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">The canonical text.</param>
/// <param name="Hash">Its SHA-256, lower-case hexadecimal: what is approved and signed.</param>
/// <param name="Event">The version of the event that froze it.</param>
/// <param name="Approvals">Of the parties' bodies that approved.</param>
/// <param name="Signatures">Those that stand; one that was withdrawn is among the events only.</param>
public sealed record ExportedVersion(
    long Number, string Text, string Hash, long Event, IReadOnlyList<ExportedConsent> Approvals, IReadOnlyList<ExportedConsent> Signatures)
{
    /// <summary>True when both say the same.</summary>
    public bool Equals(ExportedVersion? other) =>
        other is not null && Number == other.Number && Text == other.Text && Hash == other.Hash && Event == other.Event
        && Approvals.SequenceEqual(other.Approvals) && Signatures.SequenceEqual(other.Signatures);

    public override int GetHashCode() => HashCode.Combine(Number, Hash);
}

/// <summary>An approval or a signature.</summary>
/// <param name="Party">The partner's short name.</param>
/// <param name="By">The person's id.</param>
/// <param name="Hash">Of the text that it covers.</param>
/// <param name="Event">The version of the event that says so.</param>
public sealed record ExportedConsent(string Party, Guid By, Instant At, string Hash, long Event);
