using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Contacts;

/// <summary>By what name and where somebody is reached. A part that nobody gave is null.</summary>
public sealed record ContactDetails(string Name, string? Email, string? Phone)
{
    /// <summary>The most characters of a name.</summary>
    public const int NameLimit = 200;

    /// <summary>The most characters of an e-mail address (RFC 5321).</summary>
    public const int EmailLimit = 254;

    /// <summary>The most characters of a telephone number as people write it.</summary>
    public const int PhoneLimit = 40;
}

/// <summary>Who holds the roles in which organisations are reached.</summary>
public sealed class ContactPersons(IDbContextFactory<AccountsDb> databases, IClock clock)
{
    /// <summary>Those of one organisation, by the contacts' ids.</summary>
    public async Task<IReadOnlyDictionary<ContactId, ContactDetails>> Of(PartnershipId partnership, PartnerId partner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.ContactPersons.AsNoTracking().Where(p => p.Partnership == partnership.Value && p.Partner == partner.Value).ToListAsync(ct);
        return rows.ToDictionary(row => new ContactId(row.Contact), DetailsOf);
    }

    /// <summary>Those of all organisations of a partnership.</summary>
    public async Task<ILookup<PartnerId, (ContactId Contact, ContactDetails Person)>> Of(PartnershipId partnership, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.ContactPersons.AsNoTracking().Where(p => p.Partnership == partnership.Value).ToListAsync(ct);
        return rows.ToLookup(row => new PartnerId(row.Partner), row => (new ContactId(row.Contact), DetailsOf(row)));
    }

    /// <summary>Says who holds one role; all others stay as they are.</summary>
    /// <param name="person">Null for nobody any more.</param>
    /// <returns>False when it was so already.</returns>
    public async Task<bool> Set(PartnershipId partnership, PartnerId partner, ContactId contact, ContactDetails? person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.ContactPersons.SingleOrDefaultAsync(p => p.Partnership == partnership.Value && p.Partner == partner.Value && p.Contact == contact.Value, ct);
        if ((row is null ? null : DetailsOf(row)) == person) return false;
        if (person is null) db.ContactPersons.Remove(row!);
        else
        {
            if (row is null) db.ContactPersons.Add(row = new() { Partnership = partnership.Value, Partner = partner.Value, Contact = contact.Value });
            (row.Name, row.Email, row.Phone, row.Changed) = (person.Name, person.Email, person.Phone, clock.GetCurrentInstant());
        }
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>From now on these, and no others, are an organisation's contact persons.</summary>
    public async Task Replace(PartnershipId partnership, PartnerId partner, IReadOnlyDictionary<ContactId, ContactDetails> persons, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.ContactPersons.Where(p => p.Partnership == partnership.Value && p.Partner == partner.Value).ToListAsync(ct);
        db.ContactPersons.RemoveRange(rows.Where(row => !persons.ContainsKey(new(row.Contact))));
        foreach (var (contact, person) in persons)
        {
            var row = rows.Find(r => r.Contact == contact.Value);
            if (row is null) db.ContactPersons.Add(row = new() { Partnership = partnership.Value, Partner = partner.Value, Contact = contact.Value });
            else if (DetailsOf(row) == person) continue;
            (row.Name, row.Email, row.Phone, row.Changed) = (person.Name, person.Email, person.Phone, clock.GetCurrentInstant());
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Names who holds some roles of many organisations; all others stay as they are.</summary>
    public async Task Name(PartnershipId partnership, IReadOnlyCollection<(PartnerId Partner, ContactId Contact, ContactDetails Person)> persons, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.ContactPersons.Where(p => p.Partnership == partnership.Value).ToDictionaryAsync(row => (row.Partner, row.Contact), ct);
        foreach (var (partner, contact, person) in persons)
        {
            if (!rows.TryGetValue((partner.Value, contact.Value), out var row))
            {
                row = new() { Partnership = partnership.Value, Partner = partner.Value, Contact = contact.Value };
                db.ContactPersons.Add(row);
            }
            (row.Name, row.Email, row.Phone, row.Changed) = (person.Name, person.Email, person.Phone, clock.GetCurrentInstant());
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes out who holds roles that are of no use any more.</summary>
    /// <param name="isUseless">Asked of each role.</param>
    /// <param name="before">Of what was last written before this.</param>
    public async Task Forget(PartnershipId partnership, Func<PartnerId, ContactId, bool> isUseless, Instant before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.ContactPersons.Where(p => p.Partnership == partnership.Value && p.Changed < before).ToListAsync(ct);
        db.ContactPersons.RemoveRange(rows.Where(row => isUseless(new(row.Partner), new(row.Contact))));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes out everybody who is reached by an e-mail address, wherever: of them the roles are left.</summary>
    /// <returns>How many rows there were.</returns>
    public async Task<int> Erase(EmailAddress address, CancellationToken ct)
    {
        string[] forms = [address.Key, address.Shown.ToLowerInvariant()];
        await using var db = await databases.CreateDbContextAsync(ct);
#pragma warning disable CA1304, CA1311, CA1862 // it is SQL's lower(), which knows no culture
        return await db.ContactPersons.Where(p => p.Email != null && forms.Contains(p.Email.ToLower())).ExecuteDeleteAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static ContactDetails DetailsOf(ContactPerson row) => new(row.Name, row.Email, row.Phone);
}
