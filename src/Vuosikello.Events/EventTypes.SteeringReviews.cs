using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] SteeringReviews =>
    [
        Named("review-opened.v1", EventJson.Default.ReviewOpened),
        Named("review-participant-added.v1", EventJson.Default.ReviewParticipantAdded),
        Named("review-participant-removed.v1", EventJson.Default.ReviewParticipantRemoved),
        Named("review-remark-added.v1", EventJson.Default.ReviewRemarkAdded),
        Named("review-remark-removed.v1", EventJson.Default.ReviewRemarkRemoved),
        Named("review-closed.v1", EventJson.Default.ReviewClosed),
    ];
}
