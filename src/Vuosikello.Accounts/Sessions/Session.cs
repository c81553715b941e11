using NodaTime;

namespace Vuosikello.Accounts.Sessions;

/// <summary>Somebody's being signed in, in one browser. Its cookie names it; without the row the cookie is worth nothing.</summary>
public sealed class Session
{
    public Guid Id { get; init; }

    public Guid Member { get; init; }

    /// <summary>Which browser and system it says it is, in a few words: enough for its owner to know it again.</summary>
    public string Browser { get; init; } = "";

    /// <summary>By what the person came in; see <see cref="Ways"/>.</summary>
    public string Way { get; init; } = "";

    public Instant Since { get; init; }

    /// <summary>The day on which it was used last, in Helsinki. Neither the time of day nor a network address is kept.</summary>
    public LocalDate LastSeen { get; set; }

    /// <summary>Whether the person showed two things: that they read the mail or were recognised elsewhere, and the second step; or a passkey, which is both.</summary>
    public bool TwoSteps { get; set; }

    /// <summary>For which organisation the person acts; null for none.</summary>
    public string? For { get; set; }
}

/// <summary>The ways in, as sessions name them.</summary>
public static class Ways
{
    public const string Link = "link";
    public const string Code = "code";
    public const string Passkey = "passkey";
    public const string Provider = "provider";
    public const string FirstStart = "first-start";
}
