using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.PremisesRegisters;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Board;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Partners;

/// <summary>A partner's card as one reader sees it.</summary>
/// <param name="Contacts">Those that the reader may see.</param>
/// <param name="HidesContacts">There are others, for members.</param>
/// <param name="Year">The running year, of which the activities are; null when there is none.</param>
/// <param name="Activities">Those for which it answers or in which it takes part.</param>
/// <param name="Agreements">To which it is a party and which the reader may see.</param>
/// <param name="MayWrite">The reader may change and confirm it.</param>
/// <param name="MayDismiss">The reader may let it go.</param>
public sealed record PartnerCardShown(
    PartnershipView Partnership, Partner Card, CardDates Dates, LocalDate Today, IReadOnlyList<ContactShown> Contacts, bool HidesContacts, int? Year,
    IReadOnlyList<ActivityView> Activities, IReadOnlyList<Agreement> Agreements, bool MayWrite, bool MayDismiss)
{
    /// <summary>What it lends.</summary>
    public IReadOnlyList<Premises> Premises { get; init; } = [];
}

/// <summary>A contact with who it is.</summary>
/// <param name="Name">Null when nobody is named.</param>
public sealed record ContactShown(PartnerContact Contact, string? Name, string? Email, string? Phone);

/// <summary>Finds what a partner's card shows to whoever reads it.</summary>
public sealed class PartnerCards(
    IPartnershipViews partnerships, IBoardViews boards, SeenAgreements agreements, IPremisesViews premises, ContactPersons persons, IMemberNames names, CurrentMember member, MemberRights rights, Circle circle,
    IClock clock)
{
    /// <summary>More activities than these the board shows.</summary>
    private const int MostActivities = 20;

    /// <returns>Null when there is no such partner.</returns>
    public async Task<PartnerCardShown?> Find(string partnership, string partner, CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found || !found.State.Partners.TryGetValue(partner, out var card)) return null;
        bool isMember = await circle.IsMember(member.Id, found.Id, ct);
        var standing = await rights.Standing(found.Id, ct);
        var year = RunningYear.Of(found, clock)?.Year;
        var seen = card.Contacts.Where(contact => isMember || contact is { Visibility: ContactVisibility.Public, Member: null }).ToList();
        return new(
            found, card, found.State.Cards[partner], CardDates.DayOf(clock.GetCurrentInstant()), await Known(found.Id, card.Id, seen, ct), seen.Count < card.Contacts.Count, year,
            year is { } running ? Activities(new(found.Id, running), card.Id) : [], Agreements(found.Id, card.Id, circle.Find(member.Id, member.For, found.Id).Sight),
            standing is { } known && Rights.Check(typeof(ChangePartnerCard), known, card.Id) is null, await rights.May<DismissPartner>(found.Id, ct))
        {
            Premises = [.. premises.Find(found.Id)?.State.Premises.Where(p => p.Owner == card.Id) ?? []],
        };
    }

    private async Task<IReadOnlyList<ContactShown>> Known(PartnershipId partnership, PartnerId partner, List<PartnerContact> contacts, CancellationToken ct)
    {
        if (contacts.Count == 0) return [];
        var who = await persons.Of(partnership, partner, ct);
        return [.. contacts.Select(contact => contact.Member is { } person
            ? new ContactShown(contact, names.NameOf(person, Languages.LanguageSetup.Current), null, null)
            : who.TryGetValue(contact.Id, out var details) ? new(contact, details.Name.Length > 0 ? details.Name : null, details.Email, details.Phone) : new(contact, null, null, null))];
    }

    private ActivityView[] Activities(CycleId cycle, PartnerId partner) =>
        boards.Find(cycle) is not { } board ? []
        : [.. board.Activities.Where(a => a.Details.Responsible?.Partner == partner || a.Details.Participants.Contains(partner)).Take(MostActivities)];

    private Agreement[] Agreements(PartnershipId partnership, PartnerId partner, Sight sight) =>
    [
        .. from view in agreements.Of(partnership, sight)
           let agreement = view.State
           where AgreementCard.ContentOf(agreement).Parties.Contains(partner)
           select agreement,
    ];
}
