using NodaTime;

namespace Vuosikello.Accounts.Tokens;

/// <summary>A key by which another system acts for a person over the API, in one partnership and no further than its reach.</summary>
public sealed class ApiToken
{
    public Guid Id { get; init; }

    /// <summary>For whom it acts: it never may more than they may at that moment.</summary>
    public Guid Member { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>SHA-256 of the token, lower-case hexadecimal. The token itself is kept nowhere.</summary>
    public string SecretHash { get; init; } = "";

    /// <summary>The one partnership in which it is anybody.</summary>
    public string Partnership { get; init; } = "";

    /// <summary>For which organisation it acts; null for none.</summary>
    public string? For { get; init; }

    public TokenReach Reach { get; init; }

    public Instant Made { get; init; }

    /// <summary>From when on it is worth nothing.</summary>
    public Instant Until { get; init; }

    /// <summary>The last day on which it was used, in Helsinki; null when it never was. Neither the time of day nor a network address is kept.</summary>
    public LocalDate? LastUsed { get; set; }
}

/// <summary>How far a token reaches, at most; each includes those before it.</summary>
public enum TokenReach
{
    /// <summary>Views.</summary>
    Read,

    /// <summary>Planning, as an editor does it.</summary>
    Plan,

    /// <summary>What a coordinator does, but for who holds which role.</summary>
    Coordinate,
}
