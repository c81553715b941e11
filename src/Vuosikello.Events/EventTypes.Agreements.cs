using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] Agreements =>
    [
        Named("agreement-drafted.v1", EventJson.Default.AgreementDrafted),
        Named("agreement-retitled.v1", EventJson.Default.AgreementRetitled),
        Named("agreement-kind-chosen.v1", EventJson.Default.AgreementKindChosen),
        Named("agreement-placed-under.v1", EventJson.Default.AgreementPlacedUnder),
        Named("agreement-parties-chosen.v1", EventJson.Default.AgreementPartiesChosen),
        Named("agreement-term-set.v1", EventJson.Default.AgreementTermSet),
        Named("agreement-notice-period-set.v1", EventJson.Default.AgreementNoticePeriodSet),
        Named("amendment-dated.v1", EventJson.Default.AmendmentDated),
        Named("agreement-rules-chosen.v1", EventJson.Default.AgreementRulesChosen),
        Named("agreement-commitments-set.v1", EventJson.Default.AgreementCommitmentsSet),
        Named("agreement-attachments-set.v1", EventJson.Default.AgreementAttachmentsSet),
        Named("agreement-clause-added.v1", EventJson.Default.AgreementClauseAdded),
        Named("agreement-clause-retitled.v1", EventJson.Default.AgreementClauseRetitled),
        Named("agreement-clause-reworded.v1", EventJson.Default.AgreementClauseReworded),
        Named("agreement-clause-moved.v1", EventJson.Default.AgreementClauseMoved),
        Named("agreement-clause-removed.v1", EventJson.Default.AgreementClauseRemoved),
        Named("agreement-put-in-round.v1", EventJson.Default.AgreementPutInRound),
        Named("agreement-taken-out-of-round.v1", EventJson.Default.AgreementTakenOutOfRound),
        Named("agreement-offered.v1", EventJson.Default.AgreementOffered),
        Named("agreement-returned-to-draft.v1", EventJson.Default.AgreementReturnedToDraft),
        Named("agreement-approved.v1", EventJson.Default.AgreementApproved),
        Named("agreement-refused.v1", EventJson.Default.AgreementRefused),
        Named("agreement-signed.v1", EventJson.Default.AgreementSigned),
        Named("agreement-signature-withdrawn.v1", EventJson.Default.AgreementSignatureWithdrawn),
        Named("agreement-came-into-force.v1", EventJson.Default.AgreementCameIntoForce),
        Named("amendment-started.v1", EventJson.Default.AmendmentStarted),
        Named("amendment-dropped.v1", EventJson.Default.AmendmentDropped),
        Named("agreement-notice-given.v1", EventJson.Default.AgreementNoticeGiven),
        Named("agreement-renewed.v1", EventJson.Default.AgreementRenewed),
        Named("agreement-terminated.v1", EventJson.Default.AgreementTerminated),
        Named("agreement-expired.v1", EventJson.Default.AgreementExpired),
        Named("commitment-fell-due.v1", EventJson.Default.CommitmentFellDue),
    ];
}
