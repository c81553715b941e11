namespace Vuosikello.Events.Proof;

/// <summary>Why an event does not fit.</summary>
public enum MisfitReason
{
    /// <summary>Another event of the stream should come here: one is missing, two are swapped, or this one was inserted.</summary>
    OutOfTurn,

    /// <summary>Its hash is not the hash of what it says and of the event before it: one of the two is not what was written.</summary>
    Changed,

    /// <summary>It carries no hash, although events before it do.</summary>
    WithoutHash,

    /// <summary>What it says has no canonical form, so no hash can stand for it.</summary>
    Unreadable,

    /// <summary>In the embedded store, which leaves no gaps: events before this one are missing, the last ones of their streams.</summary>
    PositionMissing,

    /// <summary>It is the last one, but there were later ones.</summary>
    EndMissing,

    /// <summary>It comes after what the export says is the last one.</summary>
    AfterEnd,

    /// <summary>It freezes a version whose hash is not that of its text, or whose text is not that of the clauses.</summary>
    TextOfAnother,

    /// <summary>It approves, signs or withdraws with another hash than the version's, or a version that is not there.</summary>
    ConsentToAnother,

    /// <summary>It approves or signs for somebody who is neither a party of the version nor of the one that it replaces.</summary>
    NotAParty,

    /// <summary>It brings a version into force which is not there, or which one of the parties that it binds or lets go has not signed.</summary>
    NotSignedByAll,

    /// <summary>It freezes a version in a form of text that this version of the program does not know.</summary>
    FormNotKnown,

    /// <summary>What the export says beside the events about the version or signature that it made is not what it says.</summary>
    VersionsDiffer,

    /// <summary>It freezes a version that refers to working rules which the export does not have, or not with that hash.</summary>
    RulesMissing,

    /// <summary>It is as it was written, but this version of the program does not know such an event.</summary>
    NotKnown,
}

/// <summary>The first event that does not fit.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Stream">The stream in which it stands.</param>
/// <param name="Version">The number it has there; the first is 0.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Expected">The number, or for <see cref="MisfitReason.PositionMissing"/> the position, that should come here; of <see cref="MisfitReason.EndMissing"/> and <see cref="MisfitReason.AfterEnd"/> the last there was.</param>
/// <param name="Position">Where it stands in the log; null in an export.</param>
public sealed record Misfit(MisfitReason Reason, StreamName Stream, long Version, string Type, long Expected, Position? Position = null);

/// <summary>A stream's last event: what vouches for the whole stream when it is noted elsewhere.</summary>
/// <param name="Version">Its number; -1 of a stream without events.</param>
/// <param name="Hash">Its hash; of a stream without events its genesis.</param>
public readonly record struct ChainHead(StreamName Stream, long Version, EventHash Hash)
{
    public static ChainHead Before(StreamName stream) => new(stream, -1, EventChain.Genesis(stream));
}
