using System.Collections.Frozen;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Events;

/// <summary>Who is told that something happened.</summary>
public enum Audience
{
    /// <summary>
    /// No history tells it: what a partner only drafts is its own until it is sent, and a member's private links are shown to that member
    /// alone, on their own page. Who administers the server and who was erased on it is no partnership's matter: the pages of its administrators tell it.
    /// </summary>
    Nobody,

    /// <summary>The members of the partnership; of an agreement and of a round those of them who see its draft, or the round.</summary>
    Members,

    /// <summary>Anybody, signed in or not.</summary>
    Public,
}

/// <summary>
/// The one rule on who is told of which event, for every history, count and remark. The public is told what its pages show: the planning, what
/// is in force, and the steering reviews. Drafts, proposals, what lies before the parties, comment rounds, and who holds which role are the members', as is the reason of a notice, which is told with the event and left out for the public.
/// </summary>
public static class Audiences
{
    private static readonly Type[] ToThePublic =
    [
        typeof(PartnershipFounded), typeof(PartnershipRenamed), typeof(AreaAdded), typeof(AreaRedrawn), typeof(AreaRemoved), typeof(ThemeAdded),
        typeof(ThemeRenamed), typeof(ThemeRemoved), typeof(PartnerJoined), typeof(PartnerCardChanged), typeof(PartnerCardConfirmed), typeof(PartnerLeft),
        typeof(WorkingGroupFormed), typeof(WorkingGroupChanged), typeof(WorkingGroupDissolved), typeof(CycleDrafted), typeof(CycleEmphasisSet),
        typeof(CycleOpenedForComments), typeof(CycleReturnedToDraft), typeof(CycleAdopted), typeof(CycleClosed), typeof(CycleReopened),
        typeof(CycleRolledForward), typeof(ActivityPlanned), typeof(ActivityRetitled), typeof(ActivityRescheduled), typeof(ActivityDescribed),
        typeof(ActivityAreasChosen), typeof(ActivityThemesChosen), typeof(ActivityResponsibilityAssigned), typeof(ActivityParticipantsChosen),
        typeof(ActivityRelocated), typeof(ActivityMovedIntoPremises), typeof(PremisesRegistered), typeof(PremisesChanged), typeof(PremisesWithdrawn), typeof(ActivityAgendaSet), typeof(ActivityRegistrationArranged), typeof(ActivityConfirmed),
        typeof(ActivityReturnedToProposal), typeof(ActivityCancelled), typeof(ActivityReinstated), typeof(ActivityHeld),
        typeof(ActivityHoldingRevoked), typeof(ActivityWithdrawn), typeof(ReviewOpened), typeof(ReviewClosed), typeof(RulesAdopted),
        typeof(AgreementCameIntoForce), typeof(AgreementNoticeGiven), typeof(AgreementRenewed), typeof(AgreementTerminated), typeof(AgreementExpired),
        typeof(CommitmentFellDue), typeof(PartnershipRestrictedToMembers), typeof(PartnershipOpenedToAll),
    ];

    private static readonly Type[] ToMembers =
    [
        typeof(RoundPlanned), typeof(RoundReplanned), typeof(RoundOpened), typeof(PartnersInvited), typeof(RoundProlonged), typeof(PartnersReminded),
        typeof(RoundCancelled), typeof(RoundClosed), typeof(StatementSent), typeof(LateStatementAllowed), typeof(RemarkAnswered), typeof(GuestLinkMade), typeof(GuestLinkRevoked),
        typeof(ReviewParticipantAdded), typeof(ReviewParticipantRemoved), typeof(ReviewRemarkAdded), typeof(ReviewRemarkRemoved),
        typeof(RulesDrafted), typeof(RulesHeadingAdded), typeof(RulesHeadingRenamed), typeof(RulesHeadingRemoved), typeof(RulesClauseAdded),
        typeof(RulesClauseRetitled), typeof(RulesClauseReworded), typeof(RulesClauseMoved), typeof(RulesClauseRemoved), typeof(ChangeProposed),
        typeof(ProposalRevised), typeof(ProposalWithdrawn), typeof(ProposalTaken), typeof(ProposalDeclined), typeof(RulesPutInRound),
        typeof(RulesTakenOutOfRound), typeof(AgreementDrafted), typeof(AgreementRetitled), typeof(AgreementKindChosen), typeof(AgreementPlacedUnder),
        typeof(AgreementPartiesChosen), typeof(AgreementTermSet), typeof(AgreementNoticePeriodSet), typeof(AmendmentDated),
        typeof(AgreementRulesChosen), typeof(AgreementCommitmentsSet), typeof(AgreementAttachmentsSet), typeof(AgreementClauseAdded),
        typeof(AgreementClauseRetitled), typeof(AgreementClauseReworded), typeof(AgreementClauseMoved), typeof(AgreementClauseRemoved),
        typeof(AgreementPutInRound), typeof(AgreementTakenOutOfRound), typeof(AgreementOffered), typeof(AgreementReturnedToDraft),
        typeof(AgreementApproved), typeof(AgreementRefused), typeof(AgreementSigned), typeof(AgreementSignatureWithdrawn), typeof(AmendmentStarted),
        typeof(AmendmentDropped), typeof(PartnersAskedToConfirm), typeof(MemberInvited), typeof(InvitationRevoked), typeof(InvitationAccepted), typeof(RoleGranted), typeof(RoleEnded),
    ];

    private static readonly Type[] ToNobody =
    [
        typeof(StatementDrafted), typeof(CalendarLinkCreated), typeof(CalendarLinkRevoked), typeof(AdministratorAppointed), typeof(AdministratorDismissed),
        typeof(PersonErased),
    ];

    private static readonly FrozenDictionary<Type, Audience> ByEvent = ToThePublic.Select(type => (type, Audience.Public))
        .Concat(ToMembers.Select(type => (type, Audience.Members)))
        .Concat(ToNobody.Select(type => (type, Audience.Nobody)))
        .ToFrozenDictionary(pair => pair.type, pair => pair.Item2);

    /// <summary>Every event that the rule names.</summary>
    public static IEnumerable<Type> Named => ByEvent.Keys;

    /// <summary>Who is told of an event; members alone of one that the rule does not name.</summary>
    /// <param name="happened">The event's record.</param>
    public static Audience Of(Type happened) => ByEvent.GetValueOrDefault(happened, Audience.Members);
}
