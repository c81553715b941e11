namespace Vuosikello.Domain.Partnerships;

/// <summary>The fields of a partner's card as clashes, the API and the pages name them.</summary>
public static class PartnerFields
{
    public const string Kind = "kind";

    public const string Contacts = "contacts";

    public static CardFields<Partner> All { get; } = new(
        new(Kind, card => card.Kind, (card, from) => card with { Kind = from.Kind }),
        new("name", card => card.Name, (card, from) => card with { Name = from.Name }),
        new("areas", card => card.Areas, (card, from) => card with { Areas = from.Areas }),
        new("themes", card => card.Themes, (card, from) => card with { Themes = from.Themes }),
        new("businessId", card => card.BusinessId, (card, from) => card with { BusinessId = from.BusinessId }),
        new("registerNumber", card => card.RegisterNumber, (card, from) => card with { RegisterNumber = from.RegisterNumber }),
        new("webPage", card => card.WebPage, (card, from) => card with { WebPage = from.WebPage }),
        new(Contacts, card => card.Contacts, (card, from) => card with { Contacts = from.Contacts }));
}
