using Vuosikello.Events.Json;

namespace Vuosikello.Events;

public static partial class EventTypes
{
    private static EventType[] Registers =>
    [
        Named("premises-registered.v1", EventJson.Default.PremisesRegistered),
        Named("premises-changed.v1", EventJson.Default.PremisesChanged),
        Named("premises-withdrawn.v1", EventJson.Default.PremisesWithdrawn),
    ];
}
