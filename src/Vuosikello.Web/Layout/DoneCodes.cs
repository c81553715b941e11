namespace Vuosikello.Web.Layout;

/// <summary>What a form did; each has a sentence, <c>Done.…</c>, in the layout's texts. An activity's buttons go by their own names.</summary>
public static class DoneCodes
{
    public const string Added = "added";
    public const string Saved = "saved";
    public const string Moved = "moved";
    public const string Unchanged = "unchanged";
    public const string Removed = "removed";
    public const string Emphasis = "emphasis";
    public const string Phase = "phase";
    public const string Seen = "seen";
    public const string ReviewOpened = "review-opened";
    public const string RoundPlanned = "round-planned";
    public const string RoundOpensNow = "round-opens-now";
    public const string RoundOpened = "round-opened";
    public const string DraftSaved = "draft-saved";
    public const string DraftLacksText = "draft-lacks-text";
    public const string DraftLacksStance = "draft-lacks-stance";
    public const string StatementSent = "statement-sent";
    public const string RulesBegun = "rules-begun";
    public const string RulesAdopted = "rules-adopted";
    public const string ClauseAdded = "clause-added";
    public const string ClauseMoved = "clause-moved";
    public const string Proposed = "proposed";
    public const string ProposalTaken = "proposal-taken";
    public const string ProposalDeclined = "proposal-declined";
    public const string LinkRevoked = "link-revoked";
    public const string GuestLinkRevoked = "guest-link-revoked";
    public const string TokenEnded = "token-ended";
    public const string SessionEnded = "session-ended";
    public const string CardConfirmed = "card-confirmed";
    public const string PartnerAdded = "partner-added";
    public const string PremisesAdded = "premises-added";
    public const string PremisesWithdrawn = "premises-withdrawn";
    public const string PartnerRemoved = "partner-removed";
    public const string RoleEnded = "role-ended";
    public const string InvitationRevoked = "invitation-revoked";
    public const string InvitationAccepted = "invitation-accepted";
    public const string AdministratorAppointed = "administrator-appointed";
    public const string AdministratorDismissed = "administrator-dismissed";
    public const string PersonErased = "person-erased";
    public const string WaysInTakenAway = "ways-in-taken-away";
    public const string ProposalWithdrawn = "proposal-withdrawn";
}
