using System.Text.Json.Serialization;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Events.Json;

/// <summary>
/// How events are written: camelCase, no nulls, ids and dates as plain strings, enums in kebab-case. All are listed in this one
/// file: the generator fails on a context whose parts list types in several.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(PartnershipIdConverter), typeof(AreaIdConverter), typeof(ThemeIdConverter), typeof(PartnerIdConverter),
        typeof(WorkingGroupIdConverter), typeof(CycleIdConverter), typeof(ActivityIdConverter), typeof(MemberIdConverter), typeof(CommandIdConverter),
        typeof(AgreementIdConverter), typeof(RoundIdConverter), typeof(ReviewIdConverter), typeof(HeadingIdConverter), typeof(ClauseIdConverter),
        typeof(ProposalIdConverter), typeof(CommitmentIdConverter), typeof(CalendarLinkIdConverter), typeof(InvitationIdConverter),
        typeof(ContactIdConverter), typeof(PremisesIdConverter), typeof(BusinessIdConverter), typeof(RegisterNumberConverter), typeof(GuestLinkIdConverter),
        typeof(LocalTextConverter), typeof(LocalTimeConverter), typeof(LocalDateConverter), typeof(InstantConverter),
        typeof(ActivityTimeConverter), typeof(RegistrationDeadlineConverter), typeof(RulesReferenceConverter), typeof(ValueLists), typeof(KebabCase),
    ])]
[JsonSerializable(typeof(AgendaRow))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PartnershipFounded))]
[JsonSerializable(typeof(PartnershipRenamed))]
[JsonSerializable(typeof(AreaAdded))]
[JsonSerializable(typeof(AreaRedrawn))]
[JsonSerializable(typeof(AreaRemoved))]
[JsonSerializable(typeof(ThemeAdded))]
[JsonSerializable(typeof(ThemeRenamed))]
[JsonSerializable(typeof(ThemeRemoved))]
[JsonSerializable(typeof(PartnerJoined))]
[JsonSerializable(typeof(PartnerCardChanged))]
[JsonSerializable(typeof(PartnerContact))]
[JsonSerializable(typeof(PartnerCardConfirmed))]
[JsonSerializable(typeof(PartnersAskedToConfirm))]
[JsonSerializable(typeof(PartnerLeft))]
[JsonSerializable(typeof(WorkingGroupFormed))]
[JsonSerializable(typeof(WorkingGroupChanged))]
[JsonSerializable(typeof(WorkingGroupDissolved))]
[JsonSerializable(typeof(CycleDrafted))]
[JsonSerializable(typeof(CycleEmphasisSet))]
[JsonSerializable(typeof(CycleOpenedForComments))]
[JsonSerializable(typeof(CycleReturnedToDraft))]
[JsonSerializable(typeof(CycleAdopted))]
[JsonSerializable(typeof(CycleClosed))]
[JsonSerializable(typeof(CycleReopened))]
[JsonSerializable(typeof(CycleRolledForward))]
[JsonSerializable(typeof(ActivityPlanned))]
[JsonSerializable(typeof(ActivityRetitled))]
[JsonSerializable(typeof(ActivityRescheduled))]
[JsonSerializable(typeof(ActivityDescribed))]
[JsonSerializable(typeof(ActivityAreasChosen))]
[JsonSerializable(typeof(ActivityThemesChosen))]
[JsonSerializable(typeof(ActivityResponsibilityAssigned))]
[JsonSerializable(typeof(ActivityParticipantsChosen))]
[JsonSerializable(typeof(ActivityRelocated))]
[JsonSerializable(typeof(ActivityMovedIntoPremises))]
[JsonSerializable(typeof(ActivityAgendaSet))]
[JsonSerializable(typeof(ActivityRegistrationArranged))]
[JsonSerializable(typeof(ActivityConfirmed))]
[JsonSerializable(typeof(ActivityReturnedToProposal))]
[JsonSerializable(typeof(ActivityCancelled))]
[JsonSerializable(typeof(ActivityReinstated))]
[JsonSerializable(typeof(ActivityHeld))]
[JsonSerializable(typeof(ActivityHoldingRevoked))]
[JsonSerializable(typeof(ActivityWithdrawn))]

// Working rules
[JsonSerializable(typeof(RulesHeading))]
[JsonSerializable(typeof(RulesClause))]
[JsonSerializable(typeof(RulesDrafted))]
[JsonSerializable(typeof(RulesHeadingAdded))]
[JsonSerializable(typeof(RulesHeadingRenamed))]
[JsonSerializable(typeof(RulesHeadingRemoved))]
[JsonSerializable(typeof(RulesClauseAdded))]
[JsonSerializable(typeof(RulesClauseRetitled))]
[JsonSerializable(typeof(RulesClauseReworded))]
[JsonSerializable(typeof(RulesClauseMoved))]
[JsonSerializable(typeof(RulesClauseRemoved))]
[JsonSerializable(typeof(ChangeProposed))]
[JsonSerializable(typeof(ProposalRevised))]
[JsonSerializable(typeof(ProposalWithdrawn))]
[JsonSerializable(typeof(ProposalTaken))]
[JsonSerializable(typeof(ProposalDeclined))]
[JsonSerializable(typeof(RulesAdopted))]
[JsonSerializable(typeof(RulesPutInRound))]
[JsonSerializable(typeof(RulesTakenOutOfRound))]

// Premises
[JsonSerializable(typeof(AccessFeature))]
[JsonSerializable(typeof(PremisesRegistered))]
[JsonSerializable(typeof(PremisesChanged))]
[JsonSerializable(typeof(PremisesWithdrawn))]

// Calendar links
[JsonSerializable(typeof(CalendarLinkCreated))]
[JsonSerializable(typeof(CalendarLinkRevoked))]

// Memberships, and the administrators of the server
[JsonSerializable(typeof(MemberInvited))]
[JsonSerializable(typeof(InvitationRevoked))]
[JsonSerializable(typeof(InvitationAccepted))]
[JsonSerializable(typeof(RoleGranted))]
[JsonSerializable(typeof(RoleEnded))]
[JsonSerializable(typeof(PartnershipRestrictedToMembers))]
[JsonSerializable(typeof(PartnershipOpenedToAll))]
[JsonSerializable(typeof(AdministratorAppointed))]
[JsonSerializable(typeof(AdministratorDismissed))]
[JsonSerializable(typeof(PersonErased))]

// Agreements
[JsonSerializable(typeof(AgreementClause))]
[JsonSerializable(typeof(RulesReference))]
[JsonSerializable(typeof(Commitment))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(NamedParty))]
[JsonSerializable(typeof(AgreementDrafted))]
[JsonSerializable(typeof(AgreementRetitled))]
[JsonSerializable(typeof(AgreementKindChosen))]
[JsonSerializable(typeof(AgreementPlacedUnder))]
[JsonSerializable(typeof(AgreementPartiesChosen))]
[JsonSerializable(typeof(AgreementTermSet))]
[JsonSerializable(typeof(AgreementNoticePeriodSet))]
[JsonSerializable(typeof(AmendmentDated))]
[JsonSerializable(typeof(AgreementRulesChosen))]
[JsonSerializable(typeof(AgreementCommitmentsSet))]
[JsonSerializable(typeof(AgreementAttachmentsSet))]
[JsonSerializable(typeof(AgreementClauseAdded))]
[JsonSerializable(typeof(AgreementClauseRetitled))]
[JsonSerializable(typeof(AgreementClauseReworded))]
[JsonSerializable(typeof(AgreementClauseMoved))]
[JsonSerializable(typeof(AgreementClauseRemoved))]
[JsonSerializable(typeof(AgreementPutInRound))]
[JsonSerializable(typeof(AgreementTakenOutOfRound))]
[JsonSerializable(typeof(AgreementOffered))]
[JsonSerializable(typeof(AgreementReturnedToDraft))]
[JsonSerializable(typeof(AgreementApproved))]
[JsonSerializable(typeof(AgreementRefused))]
[JsonSerializable(typeof(AgreementSigned))]
[JsonSerializable(typeof(AgreementSignatureWithdrawn))]
[JsonSerializable(typeof(AgreementCameIntoForce))]
[JsonSerializable(typeof(AmendmentStarted))]
[JsonSerializable(typeof(AmendmentDropped))]
[JsonSerializable(typeof(AgreementNoticeGiven))]
[JsonSerializable(typeof(AgreementRenewed))]
[JsonSerializable(typeof(AgreementTerminated))]
[JsonSerializable(typeof(AgreementExpired))]
[JsonSerializable(typeof(CommitmentFellDue))]

// Comment rounds
[JsonSerializable(typeof(RoundPlanned))]
[JsonSerializable(typeof(RoundReplanned))]
[JsonSerializable(typeof(RoundOpened))]
[JsonSerializable(typeof(PartnersInvited))]
[JsonSerializable(typeof(RoundProlonged))]
[JsonSerializable(typeof(PartnersReminded))]
[JsonSerializable(typeof(RoundCancelled))]
[JsonSerializable(typeof(RoundClosed))]
[JsonSerializable(typeof(StatementDrafted))]
[JsonSerializable(typeof(StatementSent))]
[JsonSerializable(typeof(LateStatementAllowed))]
[JsonSerializable(typeof(RemarkAnswered))]
[JsonSerializable(typeof(GuestLinkMade))]
[JsonSerializable(typeof(GuestLinkRevoked))]
[JsonSerializable(typeof(FrozenDocument))]
[JsonSerializable(typeof(FrozenClause))]
[JsonSerializable(typeof(DraftedStand))]
[JsonSerializable(typeof(ClauseStand))]
[JsonSerializable(typeof(int))]

// Steering reviews
[JsonSerializable(typeof(ReviewOpened))]
[JsonSerializable(typeof(ReviewParticipantAdded))]
[JsonSerializable(typeof(ReviewParticipantRemoved))]
[JsonSerializable(typeof(ReviewRemarkAdded))]
[JsonSerializable(typeof(ReviewRemarkRemoved))]
[JsonSerializable(typeof(ReviewClosed))]
internal sealed partial class EventJson : JsonSerializerContext;
