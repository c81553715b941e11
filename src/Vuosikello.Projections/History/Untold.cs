using System.Collections.Frozen;

namespace Vuosikello.Projections.History;

/// <summary>Events that no history tells: what somebody only drafted is nobody else's business until it is sent.</summary>
internal static class Untold
{
    public static FrozenSet<Type> Events { get; } = FrozenSet<Type>.Empty;
}
