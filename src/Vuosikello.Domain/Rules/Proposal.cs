namespace Vuosikello.Domain.Rules;

/// <summary>What a proposal wants to become of a clause.</summary>
public enum ProposalKind
{
    New,
    Changed,
    Moved,
    Removed,
}

/// <summary>
/// One change of the draft as it is proposed, or as it is taken. What goes with which kind is checked by the decider: a new
/// clause has all, a changed one its wording, a moved one its place.
/// </summary>
/// <param name="Clause">Which one; of a new clause the id that it is to have.</param>
/// <param name="Heading">Where it is to stand: of a new and of a moved clause.</param>
/// <param name="Place">From 1 under the heading; null for the last. It counts without the clause itself.</param>
/// <param name="Title">Of a new and of a changed clause; may be empty.</param>
/// <param name="Text">Of a new and of a changed clause.</param>
public sealed record ProposedChange(
    ProposalKind Kind,
    ClauseId Clause,
    HeadingId? Heading = null,
    int? Place = null,
    LocalText? Title = null,
    LocalText? Text = null)
{
    public static ProposedChange New(ClauseId clause, HeadingId heading, int? place, LocalText title, LocalText text) =>
        new(ProposalKind.New, clause, heading, place, title, text);

    public static ProposedChange Changed(ClauseId clause, LocalText title, LocalText text) =>
        new(ProposalKind.Changed, clause, Title: title, Text: text);

    public static ProposedChange Moved(ClauseId clause, HeadingId heading, int? place) => new(ProposalKind.Moved, clause, heading, place);

    public static ProposedChange Removed(ClauseId clause) => new(ProposalKind.Removed, clause);
}

/// <summary>What became of a proposal.</summary>
public enum ProposalStatus
{
    Open,

    /// <summary>Into the draft, as it was or edited.</summary>
    Taken,
    Declined,

    /// <summary>By the organisation that made it.</summary>
    Withdrawn,
}

/// <summary>A proposal to change the draft. It stays with the rules whatever becomes of it.</summary>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Before">The clause as it stood when this was last said; null of a new one.</param>
/// <param name="BasedOn">The version of the rules then: where the clause has a later one, it was changed meanwhile.</param>
/// <param name="By">Who made it first. It belongs to the organisation that the person acted for, or to the partnership itself.</param>
/// <param name="Verdict">Why it was declined, or taken as it was; may be empty.</param>
/// <param name="Edited">It was taken with changes.</param>
/// <param name="Revised">Who changed it last; null when nobody did.</param>
/// <param name="Settled">Who took, declined or withdrew it; null while it is open.</param>
public sealed record Proposal(
    ProposalId Id,
    ProposedChange Change,
    LocalText Reason,
    long BasedOn,
    ProposalStatus Status,
    LocalText Verdict,
    bool Edited,
    Stamp By,
    RulesClause? Before = null,
    Stamp? Revised = null,
    Stamp? Settled = null)
{
    public bool IsOpen => Status == ProposalStatus.Open;

    /// <summary>What it was made of has changed since: the clause was removed, or says something else or stands elsewhere.</summary>
    public ProposalStanding StandingIn(WorkingRules rules)
    {
        if (Change.Kind == ProposalKind.New) return ProposalStanding.Fits;
        if (rules.Find(Change.Clause) is not { } clause) return ProposalStanding.ClauseRemoved;
        return clause.Version > BasedOn ? ProposalStanding.ClauseChanged : ProposalStanding.Fits;
    }
}

/// <summary>How a proposal stands to the draft of today.</summary>
public enum ProposalStanding
{
    Fits,

    /// <summary>The clause was changed or moved after the proposal was made.</summary>
    ClauseChanged,

    /// <summary>The draft no longer has the clause.</summary>
    ClauseRemoved,
}
