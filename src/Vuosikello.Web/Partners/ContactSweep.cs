using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Partners;

/// <summary>
/// Forgets who held a role that is on no card any more. The store is asked first how far the log goes, and nothing is forgotten before the views show
/// all of it: a server that is cut off from the store has not heard of every card.
/// </summary>
public sealed class ContactSweep(IPartnershipViews partnerships, IViews views, IEventStore store, ContactPersons persons, IClock clock)
{
    /// <exception cref="StoreUnavailableException">The store did not say; nothing is forgotten.</exception>
    public async Task Sweep(CancellationToken ct)
    {
        // A card is written before its persons: the cards of all rows that are older than this question are in the log.
        var before = clock.GetCurrentInstant() - Duration.FromHours(1);
        await views.WaitFor(await store.End(ct), ct);
        foreach (var view in partnerships.All)
        {
            var onCards = view.State.Partners.Values.SelectMany(card => card.Contacts.Select(contact => (card.Id, contact.Id))).ToHashSet();
            await persons.Forget(view.Id, (partner, contact) => !onCards.Contains((partner, contact)), before, ct);
        }
    }
}
