using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>A partnership has working rules from now on: a first draft.</summary>
public sealed record RulesDrafted(PartnershipId Partnership, ValueList<RulesHeading> Headings, ValueList<RulesClause> Clauses) : IEvent;

/// <summary>One more heading, after the others.</summary>
public sealed record RulesHeadingAdded(HeadingId Heading, LocalText Title) : IEvent;

public sealed record RulesHeadingRenamed(HeadingId Heading, LocalText Title) : IEvent;

public sealed record RulesHeadingRemoved(HeadingId Heading) : IEvent;

/// <summary>The draft has one more clause.</summary>
/// <param name="Place">Under the heading, from 1; what stood there and after it moves on by one.</param>
/// <param name="Origin">What it follows from; null when the coordinator wrote it.</param>
public sealed record RulesClauseAdded(ClauseId Clause, HeadingId Heading, int Place, LocalText Title, LocalText Text, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

public sealed record RulesClauseRetitled(ClauseId Clause, LocalText Title, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

public sealed record RulesClauseReworded(ClauseId Clause, LocalText Text, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

/// <summary>The clause stands elsewhere.</summary>
/// <param name="Place">Under the heading, from 1, counted without the clause itself.</param>
public sealed record RulesClauseMoved(ClauseId Clause, HeadingId Heading, int Place, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

public sealed record RulesClauseRemoved(ClauseId Clause, ChangeOrigin? Origin) : ITracedChange
{
    ClauseId ITracedChange.Changed => Clause;
}

/// <summary>A change of the draft was proposed.</summary>
/// <param name="Reason">Why; may be empty.</param>
public sealed record ChangeProposed(ProposalId Proposal, ProposedChange Change, LocalText Reason) : IEvent;

/// <summary>Those who made the proposal say it otherwise.</summary>
public sealed record ProposalRevised(ProposalId Proposal, ProposedChange Change, LocalText Reason) : IEvent;

public sealed record ProposalWithdrawn(ProposalId Proposal) : IEvent;

/// <summary>The draft takes the proposal up; what changes of the text follows as events of its own.</summary>
/// <param name="Edited">Not as it was made.</param>
/// <param name="Reason">Why so; null when nothing was said.</param>
public sealed record ProposalTaken(ProposalId Proposal, bool Edited, LocalText? Reason = null) : IEvent;

public sealed record ProposalDeclined(ProposalId Proposal, LocalText Reason) : IEvent;

/// <summary>The draft, as it stands, is a version.</summary>
/// <param name="Hash">SHA-256 of its canonical text, lower-case hexadecimal.</param>
/// <param name="Decision">Who decided and where it is recorded; may be empty.</param>
public sealed record RulesAdopted(RulesVersion Version, string Hash, LocalText Decision) : IEvent;

/// <summary>The draft is commented on: until it is taken out, its text changes only from remarks of the round.</summary>
public sealed record RulesPutInRound(RoundId Round) : IEvent;

public sealed record RulesTakenOutOfRound(RoundId Round) : IEvent;
