namespace Vuosikello.Domain.CommentRounds;

/// <summary>What a partner thinks of a clause.</summary>
public enum Stance
{
    InFavour,
    InFavourWithChanges,
    Against,
    NothingToState,
}

/// <summary>
/// One partner's statement, however many of its people write on it. The draft is the partner's own and is shown to nobody
/// else; what was sent is shown when the round has closed.
/// </summary>
/// <param name="Draft">One entry for each clause that was ever touched; a clause that was emptied again keeps its entry, and with it who did that.</param>
/// <param name="General">The draft of what is said of the whole; null when nobody has touched it.</param>
/// <param name="Sent">What was sent last; null before the first time.</param>
public sealed record Statement(PartnerId Partner, ValueList<DraftEntry> Draft, GeneralDraft? General, SentStatement? Sent)
{
    public DraftEntry? DraftOf(ClauseId clause) => Draft.FirstOrDefault(e => e.Stand.Clause == clause);
}

/// <summary>One clause's stand in a draft.</summary>
/// <param name="Stance">Null while none is chosen; a clause of which nothing is said either counts as nothing to state when it is sent.</param>
/// <param name="Text">What is said of the clause; may be empty.</param>
public sealed record DraftedStand(ClauseId Clause, Stance? Stance, LocalText Text)
{
    /// <summary>True when nothing is said of the clause.</summary>
    public bool SaysNothing() => Stance is null && Text.IsEmpty;
}

/// <summary>A drafted stand and its last change.</summary>
public sealed record DraftEntry(DraftedStand Stand, Touch Touch);

/// <summary>The drafted remark on the whole and its last change.</summary>
public sealed record GeneralDraft(LocalText Text, Touch Touch);

/// <summary>One clause's stand in a statement that was sent. With a text it is a remark, which the coordinator answers.</summary>
public sealed record ClauseStand(ClauseId Clause, Stance Stance, LocalText Text);

/// <summary>A statement as it was sent last.</summary>
/// <param name="Stands">In the order of the documents; clauses that are not among them have nothing stated.</param>
/// <param name="General">What is said of the whole; may be empty.</param>
/// <param name="Late">Sent after the closing, with the coordinator's leave.</param>
/// <param name="Times">How often it has been sent; from the second time on it replaced the one before.</param>
/// <param name="Stamp">Who sent it, when.</param>
public sealed record SentStatement(ValueList<ClauseStand> Stands, LocalText General, bool Late, int Times, Stamp Stamp)
{
    /// <summary>The text of the remark on a clause, or on the whole; empty when there is none.</summary>
    public LocalText RemarkOn(ClauseId? clause) =>
        clause is { } id ? Stands.FirstOrDefault(s => s.Clause == id)?.Text ?? LocalText.Empty : General;
}

/// <summary>What becomes of a remark.</summary>
public enum AnswerKind
{
    Accepted,
    AcceptedInPart,
    NotAccepted,
}

/// <summary>The answers to one remark, oldest first; the last one stands, the others are what it replaced.</summary>
/// <param name="Clause">Null for the remark on the whole.</param>
public sealed record RemarkAnswers(PartnerId Partner, ClauseId? Clause, ValueList<GivenAnswer> Given)
{
    /// <summary>The one that stands.</summary>
    public GivenAnswer Latest => Given[^1];
}

/// <param name="Reason">Why; may be empty where the remark was accepted.</param>
/// <param name="Touch">Who answered, when, in which version of the round.</param>
public sealed record GivenAnswer(AnswerKind Kind, LocalText Reason, Touch Touch);
