using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Looks;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Accounts.Tokens;

namespace Vuosikello.Accounts.PersonalData;

/// <summary>
/// Every table of the accounts: either it has rows that are somebody's, then they are in what that person downloads and go when the person is erased; or
/// it has none, and here stands why. A test fails for a table that is in neither list.
/// </summary>
internal static class PersonalTables
{
    /// <summary>In the order in which rows are erased: the person last.</summary>
    public static IReadOnlyList<PersonalTable> All { get; } =
    [
        new RowsOf<IdentityUserPasskey<Guid>>("passkeys", person => key => key.UserId == person.Id,
            key => new() { ["name"] = key.Data.Name, ["added"] = key.Data.CreatedAt.UtcDateTime, ["synchronised"] = key.Data.IsBackedUp }),
        new RowsOf<IdentityUserClaim<Guid>>("claims", person => claim => claim.UserId == person.Id, claim => new() { ["type"] = claim.ClaimType, ["value"] = claim.ClaimValue }),
        new RowsOf<IdentityUserLogin<Guid>>("logins", person => login => login.UserId == person.Id,
            login => new() { ["provider"] = login.LoginProvider, ["key"] = login.ProviderKey, ["name"] = login.ProviderDisplayName }),
        new RowsOf<ProvidedRole>("provided-roles", person => role => role.Member == person.Id,
            role => new() { ["provider"] = role.Issuer, ["partnership"] = role.Partnership, ["role"] = role.Role.ToString(), ["partner"] = role.Partner }),
        new RowsOf<SecondStep>("second-step", person => step => step.Member == person.Id, step => new() { ["since"] = step.Since }),
        new RowsOf<RecoveryCode>("recovery-codes", person => code => code.Member == person.Id, _ => new() { ["kept"] = "SHA-256" }),
        new RowsOf<ApiToken>("tokens", person => token => token.Member == person.Id,
            token => new()
            {
                ["name"] = token.Name, ["partnership"] = token.Partnership, ["actsFor"] = token.For, ["reach"] = token.Reach.ToString(), ["added"] = token.Made, ["until"] = token.Until,
                ["lastSeen"] = token.LastUsed,
            }),
        // Their values are secrets of the program, such as those of second steps.
        new RowsOf<IdentityUserToken<Guid>>("secrets", person => token => token.UserId == person.Id, token => new() { ["provider"] = token.LoginProvider, ["name"] = token.Name }),
        new RowsOf<Session>("sessions", person => session => session.Member == person.Id,
            session => new() { ["browser"] = session.Browser, ["way"] = session.Way, ["since"] = session.Since, ["lastSeen"] = session.LastSeen, ["actsFor"] = session.For }),
        new RowsOf<LastLook>("looks", person => look => look.Member == person.Id,
            look => new() { ["partnership"] = look.Partnership, ["seenUpTo"] = look.Position, ["at"] = look.At }),
        new RowsOf<SignInLink>("links", person => link => link.Address == person.Address,
            link => new() { ["address"] = link.Address, ["until"] = link.Until, ["used"] = link.Used, ["wrongCodes"] = link.WrongCodes }),
        new RowsOf<QueuedMail>("mails", person => mail => mail.To == person.Address,
            mail => new() { ["to"] = mail.To, ["kind"] = mail.Kind, ["queued"] = mail.Queued, ["until"] = mail.Until }),
        new RowsOf<InvitationMail>("invitations", person => mail => mail.To == person.Address,
            mail => new() { ["partnership"] = mail.Partnership, ["to"] = mail.Shown, ["language"] = mail.Language, ["sent"] = mail.Sent, ["until"] = mail.Until }),
#pragma warning disable CA1304, CA1311, CA1862 // it is SQL's lower(), which knows no culture
        new RowsOf<ContactPerson>("contacts", person => contact => contact.Email != null && (contact.Email.ToLower() == person.Address || contact.Email.ToLower() == person.Shown),
#pragma warning restore CA1304, CA1311, CA1862
            contact => new()
            {
                ["partnership"] = contact.Partnership, ["partner"] = contact.Partner, ["name"] = contact.Name, ["email"] = contact.Email, ["phone"] = contact.Phone, ["changed"] = contact.Changed,
            }),
        // What happened stays for as long as the trail is kept, under an id that is nobody's any more: somebody could else wipe out their tracks.
        new RowsOf<AuditRow>("audit", person => row => row.By == person.Id || row.About == person.Id,
            row => new()
            {
                ["at"] = row.At, ["kind"] = row.Kind, ["by"] = row.By, ["about"] = row.About, ["partnership"] = row.Partnership, ["what"] = row.What, ["network"] = row.Network,
                ["times"] = row.Times, ["last"] = row.Last,
            },
            (rows, ct) => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Network, (string?)null), ct)),
        new RowsOf<Person>("person", person => row => row.Id == person.Id,
            row => new() { ["id"] = row.Id, ["name"] = row.Name, ["email"] = row.Email, ["language"] = row.Language, ["since"] = row.Since, ["changed"] = row.Changed }),
    ];

    /// <summary>Tables without anybody's rows, and why.</summary>
    public static IReadOnlyDictionary<Type, string> OfNobody { get; } = new Dictionary<Type, string>
    {
        [typeof(Count)] = "SHA-256 of a limit and whom it counts, kept for an hour at most",
    };
}
