using NodaTime;

namespace Vuosikello.Accounts.Looks;

/// <summary>How far somebody has looked at what changed in a partnership.</summary>
public sealed class LastLook
{
    public Guid Member { get; init; }

    public string Partnership { get; init; } = "";

    /// <summary>The place in the partnership's history up to which the member has seen it: how many entries there are up to it.</summary>
    public long Position { get; init; }

    /// <summary>When the member said so.</summary>
    public Instant At { get; init; }
}
