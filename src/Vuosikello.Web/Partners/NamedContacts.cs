using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Domain;
using Vuosikello.Web.Audit;

namespace Vuosikello.Web.Partners;

/// <summary>Says who holds a role on a card, and takes down who said so: of the person nothing is noted but the role.</summary>
public sealed class NamedContacts(ContactPersons persons, AuditNotes notes)
{
    /// <param name="person">Null for nobody any more.</param>
    public async Task Name(PartnershipId partnership, PartnerId partner, ContactId contact, ContactDetails? person, CancellationToken ct)
    {
        if (await persons.Set(partnership, partner, contact, person, ct)) await notes.Note(AuditKind.ContactPersonChanged, $"{partner}/{contact}", partnership: partnership);
    }
}
