using NodaTime;

namespace Vuosikello.Accounts.Limits;

/// <summary>How often something was tried in a span of time that began with the first try.</summary>
public sealed class Count
{
    /// <summary>SHA-256 of what is counted and for whom: neither addresses nor persons stand here in the clear.</summary>
    public string Key { get; init; } = "";

    public int Tries { get; init; }

    /// <summary>When the span ends; the next try after it is the first of a new one.</summary>
    public Instant Until { get; init; }
}

/// <summary>So many tries in such a time, by one who asks or for one who is asked for.</summary>
/// <param name="Name">What is tried, one word.</param>
/// <param name="Tries">How many are let through.</param>
/// <param name="Span">In what time.</param>
public sealed record Limit(string Name, int Tries, Duration Span)
{
    /// <summary>
    /// Links to one e-mail address, asked for from one network: enough for somebody who does not find the mail. A stranger who uses them up elsewhere keeps
    /// none from whoever has the address.
    /// </summary>
    public static readonly Limit LinksToAddressFromNetwork = new("links-to-address-from-network", 5, Duration.FromMinutes(15));

    /// <summary>Links to one e-mail address from all networks together: too few to fill a mailbox.</summary>
    public static readonly Limit LinksToAddress = new("links-to-address", 30, Duration.FromMinutes(15));

    /// <summary>Links asked for from one network address, behind which a whole town hall may sit.</summary>
    public static readonly Limit LinksFromNetwork = new("links-from-network", 100, Duration.FromMinutes(15));

    /// <summary>Invitations mailed to one e-mail address, by whomever: enough for every role in a few partnerships.</summary>
    public static readonly Limit InvitationsToAddress = new("invitations-to-address", 10, Duration.FromDays(1));

    /// <summary>Invitations mailed by one person: two of the longest lists. Above it the links are still made, to be handed over by other means.</summary>
    public static readonly Limit InvitationsByMember = new("invitations-by-member", 1000, Duration.FromDays(1));

    /// <summary>Codes, links and passkeys tried from one network address.</summary>
    public static readonly Limit TriesFromNetwork = new("tries-from-network", 200, Duration.FromMinutes(15));

    /// <summary>Codes of the second step tried for one person; a right one begins to count anew.</summary>
    public static readonly Limit SecondStepTries = new("second-step-tries", 5, Duration.FromMinutes(15));

    /// <summary>Wrong codes for one e-mail address, over all links to it: above it only the links themselves still work, which cannot be guessed.</summary>
    public static readonly Limit WrongCodesForAddress = new("wrong-codes-for-address", 20, Duration.FromHours(1));

    /// <summary>Letters about one card to one address for one day of asking. Longer than such a letter is sent late.</summary>
    public static readonly Limit CardLetters = new("card-letters", 1, Duration.FromDays(30));
}
