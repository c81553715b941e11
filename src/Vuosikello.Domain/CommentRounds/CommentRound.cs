using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>A comment round as its events made it.</summary>
/// <param name="Plan">As it stands: prolonging moves its closing, inviting adds to the invited.</param>
/// <param name="Planned">Who settled the plan last, in which version; prolonging and inviting settle it otherwise.</param>
/// <param name="Opened">Who opened it, when; null before.</param>
/// <param name="RemindedFor">The last reminder that was sent: the moment for which it was due, UTC.</param>
/// <param name="Documents">What is commented on, as it stood when the round opened; empty before.</param>
/// <param name="Statements">One for each partner that has written anything, in the order in which they began.</param>
/// <param name="Leaves">Who may state late; one for each partner at most.</param>
/// <param name="Answers">One for each remark that has been answered.</param>
/// <param name="CancellationReason">Why it was cancelled.</param>
public sealed partial record CommentRound(
    RoundId Id,
    RoundPlan Plan,
    Touch Planned,
    RoundPhase Phase,
    Stamp? Opened,
    Instant? RemindedFor,
    ValueList<FrozenDocument> Documents,
    ValueList<Statement> Statements,
    ValueList<LateLeave> Leaves,
    ValueList<RemarkAnswers> Answers,
    LocalText CancellationReason,
    long Version) : IState<CommentRound>
{
    /// <summary>All that were ever made, in the order in which they were.</summary>
    public ValueList<GuestLink> GuestLinks { get; init; } = [];

    /// <summary>When it opened, UTC; null before.</summary>
    public Instant? OpenedAt => Opened?.At;

    /// <summary>How many of the invited have sent a statement.</summary>
    public int StatedCount => Plan.Invited.Count - Silent.Count();

    /// <summary>Whether it opened on the text that is being written of an agreement, or that its last version was made of; on an earlier one it was on another matter.</summary>
    public bool WasOn(Agreement agreement) => Documents.Any(document =>
        DocumentName.Of(document) == DocumentName.Of(agreement.Id) && document.Version >= agreement.DraftSince.Version && document.Version <= agreement.Version);

    public Statement? StatementOf(PartnerId partner) => Statements.FirstOrDefault(s => s.Partner == partner);

    public LateLeave? LeaveOf(PartnerId partner) => Leaves.FirstOrDefault(l => l.Partner == partner);

    public RemarkAnswers? AnswersTo(PartnerId partner, ClauseId? clause) => Answers.FirstOrDefault(a => a.Partner == partner && a.Clause == clause);

    public GuestLink? Find(GuestLinkId link) => GuestLinks.FirstOrDefault(l => l.Id == link);

    /// <summary>
    /// The round as somebody may know it who reads and writes a draft in it: whoever came by a guest link has of their organisation's draft only what was written
    /// by links. What its own people drafted, while it had any, is not the link's to show or to send.
    /// </summary>
    public CommentRound SeenBy(MemberId member) => GuestLinks.FirstOrDefault(link => link.Guest == member) is not { Partner: var partner }
        ? this
        : this with { Statements = Statements.Select(statement => statement.Partner == partner ? ByGuests(statement) : statement).ToValueList() };

    private Statement ByGuests(Statement statement) => statement with
    {
        Draft = statement.Draft.Where(entry => IsGuests(entry.Touch)).ToValueList(),
        General = statement.General is { } general && IsGuests(general.Touch) ? general : null,
    };

    private bool IsGuests(Touch touch) => GuestLinks.Any(link => link.Guest == touch.Stamp.By);

    public bool IsInvited(PartnerId partner) => Plan.Invited.Contains(partner);

    /// <summary>Until when this partner may send or replace its statement, itself outside, UTC.</summary>
    public Instant EndsFor(PartnerId partner) =>
        LeaveOf(partner) is { } leave ? Instant.Max(leave.Until, Plan.Closes) : Plan.Closes;

    /// <summary>
    /// Whether a statement of this partner that comes now is in time: the window counts by the time of the statement, and after
    /// the round was closed only a leave does.
    /// </summary>
    public bool TakesStatementOf(PartnerId partner, Instant now) =>
        (Phase == RoundPhase.Open && now < Plan.Closes)
        || (Phase is RoundPhase.Open or RoundPhase.Closed && LeaveOf(partner) is { } leave && now < leave.Until);

    /// <summary>The invited that have not sent a statement.</summary>
    public IEnumerable<PartnerId> Silent => Plan.Invited.Where(p => StatementOf(p)?.Sent is null);

    /// <summary>The document that a clause stands in, and the clause; null when it is not commented on here.</summary>
    public (FrozenDocument Document, FrozenClause Clause)? Find(ClauseId clause)
    {
        foreach (var document in Documents)
            foreach (var found in document.Clauses)
                if (found.Id == clause) return (document, found);
        return null;
    }
}

/// <summary>A round's way: planned → open → closed, or cancelled while nobody has sent anything.</summary>
public enum RoundPhase
{
    Planned,
    Open,
    Closed,
    Cancelled,
}

/// <summary>The coordinator's leave to state late.</summary>
/// <param name="Until">Until this instant, itself outside, UTC.</param>
/// <param name="Stamp">Who gave it, when.</param>
public sealed record LateLeave(PartnerId Partner, Instant Until, Stamp Stamp);
