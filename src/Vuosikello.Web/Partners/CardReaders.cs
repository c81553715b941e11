using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Partners;

/// <summary>Somebody who answers for an organisation.</summary>
/// <param name="Address">Where they are reached.</param>
/// <param name="Language">As they chose it; of one who has no account as the organisation's name is written. <c>fi</c>, <c>sv</c> or <c>en</c>.</param>
public sealed record CardReader(EmailAddress Address, string Language);

/// <summary>Finds who answers for an organisation: the contacts of its card, and who may confirm it. Whoever was erased is nobody any more.</summary>
public sealed class CardReaders(IMembershipViews memberships, ContactPersons contacts, PersonsStore persons)
{
    /// <summary>Reads at once what is asked of each card of a partnership.</summary>
    public async Task<InPartnership> In(PartnershipView view, CancellationToken ct)
    {
        var writers =
            from member in memberships.ListOf(view.Id)?.Members.ToArray() ?? []
            from held in member.Value
            where held is { Role: Role.Editor or Role.Signatory, Partner: not null }
            select (Partner: held.Partner!.Value, Member: new MemberId(member.Key));
        return new(await contacts.Of(view.Id, ct), writers.ToLookup(writer => writer.Partner, writer => writer.Member), persons);
    }

    /// <inheritdoc cref="CardReaders" />
    public sealed class InPartnership(ILookup<PartnerId, (ContactId Contact, ContactDetails Person)> named, ILookup<PartnerId, MemberId> writers, PersonsStore persons)
    {
        /// <returns>Each address once.</returns>
        public async Task<IReadOnlyList<CardReader>> Of(Partner card, CancellationToken ct)
        {
            var found = new List<CardReader>();
            foreach (var member in card.Contacts.Select(contact => contact.Member).OfType<MemberId>().Concat(writers[card.Id]).Distinct())
                if (await persons.Find(member, ct) is { } person && EmailAddress.TryRead(person.Email, out var address)) found.Add(new(address, person.Language));
            var onCard = card.Contacts.Select(contact => contact.Id).ToHashSet();
            foreach (var (contact, person) in named[card.Id])
                if (onCard.Contains(contact) && EmailAddress.TryRead(person.Email, out var address))
                    found.Add(new(address, (await persons.Find(address, ct))?.Language ?? LanguageOf(card)));
            return [.. found.DistinctBy(reader => reader.Address)];
        }

        private static string LanguageOf(Partner card) => card.Name is { Fi: null, Sv: not null } ? "sv" : "fi";
    }
}
