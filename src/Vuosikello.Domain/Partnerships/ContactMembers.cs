using Vuosikello.Domain.Memberships;

namespace Vuosikello.Domain.Partnerships;

/// <summary>Who may stand on a card as a member: somebody who holds a role for that very organisation.</summary>
public static class ContactMembers
{
    /// <summary>The members whom a command puts on cards, beyond those that are on them.</summary>
    public static IReadOnlyList<(PartnerId Partner, MemberId Member)> Named(IPartnershipCommand command, Partnership? state) => command switch
    {
        AdmitPartner admit => [.. On(admit.Partner, state)],
        ChangePartnerCard change when CardBasis.Means(change.BasedOn, PartnerFields.Contacts) => [.. On(change.Partner, state)],
        BringInPartners bring => [.. bring.Partners.SelectMany(card => On(card, state))],
        _ => [],
    };

    /// <param name="members">Of the partnership; null when nobody ever held a role.</param>
    public static ValueList<Problem> Broken(IReadOnlyList<(PartnerId Partner, MemberId Member)> named, MemberList? members) =>
    (
        from pair in named
        where members?.RolesOf(pair.Member).Any(held => held.Partner == pair.Partner) != true
        select new Problem(ProblemCodes.ContactHoldsNoRole, PartnerFields.Contacts, [pair.Partner.Value ?? ""])
    ).Distinct().ToValueList();

    private static IEnumerable<(PartnerId Partner, MemberId Member)> On(Partner card, Partnership? state)
    {
        var before = state?.Partners.GetValueOrDefault(card.Id.Value ?? "")?.Contacts.Select(contact => contact.Member).ToHashSet();
        return card.Contacts.Select(contact => contact.Member).OfType<MemberId>().Where(member => before?.Contains(member) != true).Select(member => (card.Id, member));
    }
}
