namespace Vuosikello.Domain;

// Moments among the arguments are Helsinki time.
public static partial class ProblemCodes
{
    /// <summary>{0} the short name, which no comment round of the partnership has.</summary>
    public const string NoSuchRound = "no-such-round";

    /// <summary>{0} the short name, which another comment round has.</summary>
    public const string RoundExists = "round-exists";

    /// <summary>No document was chosen to be commented on. No arguments.</summary>
    public const string NothingToCommentOn = "nothing-to-comment-on";

    /// <summary>{0} the id of a document, which does not exist.</summary>
    public const string DocumentNotFound = "document-not-found";

    /// <summary>{0} the id of a document, which has no clauses and no activities to comment on.</summary>
    public const string DocumentEmpty = "document-empty";

    /// <summary>{0} the id of a document, which is no draft: it is adopted, or lies before its parties.</summary>
    public const string DocumentNotDraft = "document-not-draft";

    /// <summary>{0} the id of a document, which is commented on in another round.</summary>
    public const string DocumentInAnotherRound = "document-in-another-round";

    /// <summary>No partner is invited. No arguments.</summary>
    public const string NobodyInvited = "nobody-invited";

    /// <summary>{0} when the round opens, {1} when it closes, which has to be later.</summary>
    public const string ClosesBeforeItOpens = "closes-before-it-opens";

    /// <summary>{0} when the round would close: that has passed.</summary>
    public const string ClosesInThePast = "closes-in-the-past";

    /// <summary>The round has opened: its plan is settled; it can be prolonged, and more partners invited. No arguments.</summary>
    public const string RoundHasOpened = "round-has-opened";

    /// <summary>{0} when the round opens.</summary>
    public const string RoundNotOpenYet = "round-not-open-yet";

    /// <summary>{0} when the round closed.</summary>
    public const string RoundIsOver = "round-is-over";

    /// <summary>No arguments.</summary>
    public const string RoundIsCancelled = "round-is-cancelled";

    /// <summary>{0} when the round closes; a new closing has to be later.</summary>
    public const string ClosingNotLater = "closing-not-later";

    /// <summary>A partner has sent a statement: the round can no longer be cancelled. No arguments.</summary>
    public const string RoundHasStatements = "round-has-statements";

    /// <summary>{0} the partner, which this round does not ask.</summary>
    public const string PartnerNotInvited = "partner-not-invited";

    /// <summary>{0} the id of a clause, which is not commented on in this round.</summary>
    public const string ClauseNotInRound = "clause-not-in-round";

    /// <summary>{0} until when this partner could send its statement. The draft is kept.</summary>
    public const string StatementTooLate = "statement-too-late";

    /// <summary>The statement says nothing yet. No arguments.</summary>
    public const string StatementEmpty = "statement-empty";

    /// <summary>{0} the clause's number or title, {1} its id: who wants a change or is against says what.</summary>
    public const string StanceNeedsText = "stance-needs-text";

    /// <summary>{0} the clause's number or title, {1} its id: something is said of it, but no stance is chosen.</summary>
    public const string TextNeedsStance = "text-needs-stance";

    /// <summary>Somebody of the same partner changed the draft since the sender read it. No arguments.</summary>
    public const string DraftChangedMeanwhile = "draft-changed-meanwhile";

    /// <summary>{0} the moment that the leave has to reach beyond.</summary>
    public const string LeaveEndsTooSoon = "leave-ends-too-soon";

    /// <summary>{0} the partner, whose remarks have been answered already: its statement stands.</summary>
    public const string StatementAnswered = "statement-answered";

    /// <summary>The partner has made no such remark. No arguments.</summary>
    public const string NoSuchRemark = "no-such-remark";

    /// <summary>A change is said to follow from a remark that there is not, or whose round is not closed. No arguments.</summary>
    public const string OriginIsNoRemark = "origin-is-no-remark";

    /// <summary>{0} when the round closes; remarks are answered after that.</summary>
    public const string RoundNotClosed = "round-not-closed";

    /// <summary>{0} until when the partner may still replace its statement with the coordinator's leave.</summary>
    public const string StatementMayStillChange = "statement-may-still-change";

    /// <summary>The document has been adopted since: the answers to the remarks on it stand. No arguments.</summary>
    public const string DocumentAdopted = "document-adopted";

    /// <summary>There is no such guest link, it was taken back, or its secret is another one: nobody is told which. No arguments.</summary>
    public const string NoSuchGuestLink = "no-such-guest-link";

    /// <summary>A guest link with this id was made already, and otherwise than this one is to be. No arguments.</summary>
    public const string GuestLinkExists = "guest-link-exists";

    /// <summary>{0} the partner, for which somebody holds a role: it states through them, by no guest link.</summary>
    public const string PartnerHasMembers = "partner-has-members";
}
