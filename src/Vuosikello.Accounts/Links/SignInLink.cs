using NodaTime;

namespace Vuosikello.Accounts.Links;

/// <summary>A link that somebody asked for. There is one whether or not the address is anybody's; it is of use only to a person whose address it is.</summary>
public sealed class SignInLink
{
    public Guid Id { get; init; }

    /// <summary>The key of the address that was given.</summary>
    public string Address { get; init; } = "";

    /// <summary>SHA-256 of what stands in the link.</summary>
    public string SecretHash { get; init; } = "";

    /// <summary>SHA-256 of the code together with the browser's secret, which only that browser has: the code alone would soon be guessed from it.</summary>
    public string CodeHash { get; init; } = "";

    /// <summary>SHA-256 of the cookie of the browser that asked.</summary>
    public string BrowserHash { get; init; } = "";

    /// <summary>How many wrong codes were typed in that browser.</summary>
    public int WrongCodes { get; set; }

    /// <summary>
    /// The language of the account that is made when nobody has the address: of a link that was asked for with an invitation at hand. Null of all
    /// others, which make no account.
    /// </summary>
    public string? JoinsIn { get; init; }

    public Instant Until { get; init; }

    public Instant? Used { get; set; }
}
