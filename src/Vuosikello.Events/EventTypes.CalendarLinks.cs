using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] CalendarLinks =>
    [
        Named("calendar-link-created.v1", EventJson.Default.CalendarLinkCreated),
        Named("calendar-link-revoked.v1", EventJson.Default.CalendarLinkRevoked),
    ];
}
