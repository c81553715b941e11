using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;

namespace Vuosikello.Accounts.Links;

/// <summary>
/// Sends a link to sign in by. Nothing here looks up whether the address is anybody's, so that neither the answer nor its time can tell: that is
/// found out when the mail is to go.
/// </summary>
public sealed class AskForLink(IDbContextFactory<AccountsDb> databases, Outbox outbox, OutboxBell bell, Counts counts, IClock clock)
{
    /// <summary>So long a link is good for.</summary>
    public static readonly Duration Validity = Duration.FromMinutes(15);

    /// <param name="address">What was typed.</param>
    /// <param name="browser">The secret of the browser's cookie.</param>
    /// <param name="write">The mail, of the link's secret and its code.</param>
    /// <param name="ct">Stops the waiting.</param>
    /// <param name="network">From where it is asked.</param>
    /// <param name="joinsIn">With an invitation at hand: the language of the account that is made for who has none. Null for none.</param>
    /// <remarks>Beyond <see cref="Limit.LinksToAddressFromNetwork"/> and <see cref="Limit.LinksToAddress"/> nothing is sent, and nobody is told: there may be a link underway already.</remarks>
    public async Task Ask(EmailAddress address, string browser, Func<string, string, Letter> write, CancellationToken ct, string network = "", string? joinsIn = null)
    {
        if (!await counts.Try(Limit.LinksToAddressFromNetwork, $"{address.Key}\n{network}", ct) || !await counts.Try(Limit.LinksToAddress, address.Key, ct)) return;
        string secret = Secret.New(), code = Secret.NewCode();
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Links.Add(new SignInLink
        {
            Id = NewId.At(now),
            Address = address.Key,
            Until = now + Validity,
            SecretHash = Secret.HashOf(secret),
            CodeHash = CodeHash(code, browser),
            BrowserHash = Secret.HashOf(browser),
            JoinsIn = joinsIn,
        });
        db.Mails.Add(outbox.Queue(address, "sign-in-link", write(secret, code), Validity, onlyToPerson: joinsIn is null));
        await db.SaveChangesAsync(ct);
        bell.Ring();
    }

    internal static string CodeHash(string code, string browser) => Secret.HashOf($"{code}\n{browser}");
}
