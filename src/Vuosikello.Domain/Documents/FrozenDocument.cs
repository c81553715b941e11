using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Domain.Documents;

/// <summary>What can be commented on, compared, and reviewed.</summary>
public enum DocumentKind
{
    WorkingRules,
    Agreement,
    AnnualCycle,
}

/// <summary>
/// A document as it stood at one version, kept whole in the round that comments on it: what becomes of the document
/// meanwhile does not change what was commented on.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the aggregate: <c>kuuma-seutu</c>, <c>kuuma-seutu/tilat</c> or <c>kuuma-seutu-2027</c>.</param>
/// <param name="Version">The aggregate's version; of a cycle the highest among its activities does not count, only its own.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Hash">SHA-256 of its canonical text, lower-case hexadecimal.</param>
/// <param name="Clauses">In the order in which they are read.</param>
public sealed record FrozenDocument(DocumentKind Kind, string Id, long Version, LocalText Title, string Hash, ValueList<FrozenClause> Clauses);

/// <summary>One point that a statement can take a stand on: a clause, a commitment, or an activity of the cycle.</summary>
/// <param name="Id">The clause's id, or the commitment's or activity's id as one.</param>
/// <param name="Number">Such as <c>2.3</c>; empty of an activity.</param>
/// <param name="Title">The heading or the activity's title; may be empty.</param>
/// <param name="Text">The clause itself; of an activity its description, which may be empty.</param>
/// <param name="Time">When an activity takes place; null of anything else.</param>
/// <param name="Commitment">Who does it and by when, of a commitment; null of anything else.</param>
public sealed record FrozenClause(ClauseId Id, string Number, LocalText Title, LocalText Text, ActivityTime? Time = null, FrozenCommitment? Commitment = null);

/// <summary>Who commits themselves, and to which day, once or every year.</summary>
public sealed record FrozenCommitment(PartnerId By, CommitmentDue Due);

/// <summary>One partner's stand on one clause in one round: what an answer and a change of the text refer to.</summary>
public sealed record RemarkReference(RoundId Round, PartnerId Partner, ClauseId Clause);

/// <summary>Why a clause was changed, when it was for a reason that stands elsewhere; it stays with the change for ever.</summary>
/// <param name="Proposal">The proposal that was taken.</param>
/// <param name="Remark">The remark that was answered by the change.</param>
public sealed record ChangeOrigin(ProposalId? Proposal = null, RemarkReference? Remark = null)
{
    /// <summary>What a command may say of itself: that a change follows from a proposal is said by taking the proposal, and by nothing else.</summary>
    internal static ChangeOrigin? Said(ChangeOrigin? origin) => origin?.Remark is { } remark ? new(null, remark) : null;
}

/// <summary>A command that changes a document's clause and may say what the change follows from.</summary>
public interface ITracedCommand : ICommandWithin
{
    /// <summary>Null when it follows from nothing that stands elsewhere.</summary>
    ChangeOrigin? Origin { get; }
}

/// <summary>A change of a document's clause: what it followed from is told with it.</summary>
public interface ITracedChange : IEvent
{
    /// <summary>The clause that changed.</summary>
    ClauseId Changed { get; }

    /// <summary>Null when it followed from nothing that stands elsewhere.</summary>
    ChangeOrigin? Origin { get; }
}
