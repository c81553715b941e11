using NodaTime;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Rules;

/// <summary>
/// The working rules of a partnership as their events made them: one draft that is worked on, the proposals beside it, and
/// the versions that were adopted. The draft goes on from the version adopted last.
/// </summary>
/// <param name="Headings">In the order in which they are read and numbered.</param>
/// <param name="Clauses">Of the draft, in the order in which they are read: those of one heading stand together.</param>
/// <param name="Removed">Clauses that the draft no longer has, as they last stood: proposals may still be about them.</param>
/// <param name="Proposals">All that were ever made, in that order.</param>
/// <param name="Adopted">In the order of adoption; the last one is in force. None of them ever changes.</param>
/// <param name="Round">The comment round that the draft is in: until its end the text changes only from its remarks.</param>
public sealed partial record WorkingRules(
    PartnershipId Partnership,
    ValueList<RulesHeading> Headings,
    ValueList<DraftClause> Clauses,
    ValueList<RemovedClause> Removed,
    ValueList<Proposal> Proposals,
    ValueList<AdoptedRules> Adopted,
    long Version,
    RoundId? Round = null) : IState<WorkingRules>
{
    /// <summary>What the rules of every partnership are called.</summary>
    public static LocalText Name { get; } = new("Pelisäännöt", "Spelregler", "Working rules");

    /// <summary>What the draft says now.</summary>
    public RulesText Draft => new(Headings, Clauses.Select(c => c.Clause).ToValueList());

    /// <summary>The version in force; null before the first adoption.</summary>
    public AdoptedRules? InForce => Adopted.Count > 0 ? Adopted[^1] : null;

    public DraftClause? Find(ClauseId clause) => Clauses.FirstOrDefault(c => c.Id == clause);

    public RemovedClause? FindRemoved(ClauseId clause) => Removed.LastOrDefault(r => r.Clause.Id == clause);

    public Proposal? Find(ProposalId proposal) => Proposals.FirstOrDefault(p => p.Id == proposal);

    public AdoptedRules? Find(RulesVersion version) => Adopted.FirstOrDefault(a => a.Version == version);

    /// <summary>Whether a version was adopted at this instant or later.</summary>
    public bool IsAdoptedSince(Instant at) => Adopted.Any(a => a.By.At >= at);

    /// <summary>The draft as a comment round keeps it.</summary>
    public FrozenDocument Freeze()
    {
        var draft = Draft;
        return new(
            DocumentKind.WorkingRules, Partnership.Value, Version, Name, CanonicalText.HashOf(draft.Canonical(Partnership)),
            draft.Numbered().Select(n => new FrozenClause(n.Clause.Id, n.Number, n.Clause.Title.IsEmpty ? n.Heading.Title : n.Clause.Title, n.Clause.Text)).ToValueList());
    }
}

/// <summary>A clause of the draft.</summary>
/// <param name="Titled">The last change of its title.</param>
/// <param name="Worded">The last change of its text.</param>
/// <param name="Placed">When it was last put where it stands.</param>
public sealed record DraftClause(RulesClause Clause, Touch Titled, Touch Worded, Touch Placed)
{
    public ClauseId Id => Clause.Id;

    /// <summary>The version of the rules in which it last changed.</summary>
    public long Version => Math.Max(Math.Max(Titled.Version, Worded.Version), Placed.Version);
}

/// <summary>A clause that was taken out of the draft.</summary>
/// <param name="Clause">As it last stood.</param>
/// <param name="Place">Its place under its heading then, from 1.</param>
/// <param name="By">Who removed it, when.</param>
public sealed record RemovedClause(RulesClause Clause, int Place, Touch By);

/// <summary>A version that was adopted. It never changes.</summary>
/// <param name="Hash">SHA-256 of <see cref="RulesText.Canonical"/>, lower-case hexadecimal.</param>
/// <param name="Decision">Who decided and where it is recorded, such as a meeting and its section; may be empty.</param>
/// <param name="By">Who recorded the adoption, when.</param>
public sealed record AdoptedRules(RulesVersion Version, RulesText Text, string Hash, LocalText Decision, Stamp By);

/// <summary>The number of an adopted version: the year, and which of that year's it is.</summary>
/// <param name="Year">Gregorian, 1900 to 2999.</param>
/// <param name="Ordinal">1 for the first of the year.</param>
public readonly record struct RulesVersion(int Year, int Ordinal)
{
    /// <summary>Such as <c>2009</c>, and <c>2009.2</c> for the second of the year.</summary>
    public override string ToString() => Ordinal == 1 ? Texts.Iso(Year) : $"{Texts.Iso(Year)}.{Texts.Iso(Ordinal)}";
}
