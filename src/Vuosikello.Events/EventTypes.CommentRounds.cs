using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] CommentRounds =>
    [
        Named("round-planned.v1", EventJson.Default.RoundPlanned),
        Named("round-replanned.v1", EventJson.Default.RoundReplanned),
        Named("round-opened.v1", EventJson.Default.RoundOpened),
        Named("partners-invited.v1", EventJson.Default.PartnersInvited),
        Named("round-prolonged.v1", EventJson.Default.RoundProlonged),
        Named("partners-reminded.v1", EventJson.Default.PartnersReminded),
        Named("round-cancelled.v1", EventJson.Default.RoundCancelled),
        Named("round-closed.v1", EventJson.Default.RoundClosed),
        Named("statement-drafted.v1", EventJson.Default.StatementDrafted),
        Named("statement-sent.v1", EventJson.Default.StatementSent),
        Named("late-statement-allowed.v1", EventJson.Default.LateStatementAllowed),
        Named("remark-answered.v1", EventJson.Default.RemarkAnswered),
        Named("guest-link-made.v1", EventJson.Default.GuestLinkMade),
        Named("guest-link-revoked.v1", EventJson.Default.GuestLinkRevoked),
    ];
}
