using Vuosikello.Domain;

namespace Vuosikello.Events;

/// <summary>The stream of each aggregate.</summary>
public static class Streams
{
    public static StreamName Of(PartnershipId partnership) => new($"partnership-{partnership}");
    public static StreamName Of(CycleId cycle) => new($"cycle-{cycle}");
    public static StreamName Of(ActivityId activity) => new($"activity-{activity}");
}
