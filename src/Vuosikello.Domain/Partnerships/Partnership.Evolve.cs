using System.Collections.Immutable;

namespace Vuosikello.Domain.Partnerships;

public sealed partial record Partnership
{
    /// <inheritdoc />
    public static Partnership? Evolve(Partnership? state, Fact fact) => state is null
        ? fact.Event is PartnershipFounded e ? Founded(e, fact.Version) : null
        : state.After(fact) with { Version = fact.Version };

    private static Partnership Founded(PartnershipFounded e, long version) => new(
        e.Partnership, e.Name,
        ImmutableSortedDictionary.Create<string, Area>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, Theme>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, Partner>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, WorkingGroup>(StringComparer.Ordinal),
        version);

    private Partnership After(Fact fact) => fact.Event switch
    {
        PartnershipRenamed e => this with { Name = e.Name },
        AreaAdded e => this with { Areas = Areas.SetItem(e.Area.Id.Value, e.Area) },
        AreaRedrawn e => this with { Areas = Areas.SetItem(e.Area.Id.Value, e.Area) },
        AreaRemoved e => this with { Areas = Areas.Remove(e.Area.Value), Former = Former.With(Areas.GetValueOrDefault(e.Area.Value)) },
        ThemeAdded e => this with { Themes = Themes.SetItem(e.Theme.Id.Value, e.Theme) },
        ThemeRenamed e => this with { Themes = Themes.SetItem(e.Theme.Value, new Theme(e.Theme, e.Name)) },
        ThemeRemoved e => this with { Themes = Themes.Remove(e.Theme.Value), Former = Former.With(Themes.GetValueOrDefault(e.Theme.Value)) },
        PartnerJoined e => this with
        {
            Partners = Partners.SetItem(e.Partner.Id.Value, e.Partner),
            Cards = Cards.SetItem(e.Partner.Id.Value, new CardDates(CardDates.DayOf(fact.Stamp.At))),
        },
        PartnerCardChanged e => this with
        {
            Partners = Partners.SetItem(e.Partner.Id.Value, e.Partner),
            Cards = Dated(Cards, e.Partner.Id, card => card with { Touched = PartnerFields.All.After(card.Touched, Partners[e.Partner.Id.Value], e.Partner, fact) }),
        },
        PartnerCardConfirmed e => this with { Cards = Dated(Cards, e.Partner, card => card with { ConfirmedOn = e.Day }) },
        PartnersAskedToConfirm e => this with { Cards = e.Partners.Aggregate(Cards, (cards, partner) => Dated(cards, partner, card => card with { AskedOn = e.Day })) },
        PartnerLeft e => this with
        {
            Partners = Partners.Remove(e.Partner.Value),
            Cards = Cards.Remove(e.Partner.Value),
            Former = Former.With(Partners.GetValueOrDefault(e.Partner.Value)),
        },
        WorkingGroupFormed e => this with { WorkingGroups = WorkingGroups.SetItem(e.Group.Id.Value, e.Group) },
        WorkingGroupChanged e => this with { WorkingGroups = WorkingGroups.SetItem(e.Group.Id.Value, e.Group) },
        WorkingGroupDissolved e => this with { WorkingGroups = WorkingGroups.Remove(e.Group.Value), Former = Former.With(WorkingGroups.GetValueOrDefault(e.Group.Value)) },
        _ => this,
    };

    private static ImmutableSortedDictionary<string, CardDates> Dated(
        ImmutableSortedDictionary<string, CardDates> cards, PartnerId partner, Func<CardDates, CardDates> change) =>
        cards.TryGetValue(partner.Value, out var card) ? cards.SetItem(partner.Value, change(card)) : cards;
}
