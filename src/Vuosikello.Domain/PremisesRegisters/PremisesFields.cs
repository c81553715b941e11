namespace Vuosikello.Domain.PremisesRegisters;

/// <summary>The fields of what is said of premises, as clashes, the API and the pages name them.</summary>
public static class PremisesFields
{
    public static CardFields<Premises> All { get; } = new(
        new("owner", card => card.Owner, (card, from) => card with { Owner = from.Owner }),
        new("name", card => card.Name, (card, from) => card with { Name = from.Name }),
        new("address", card => card.Address, (card, from) => card with { Address = from.Address }),
        new("capacity", card => card.Capacity, (card, from) => card with { Capacity = from.Capacity }),
        new("access", card => card.Access, (card, from) => card with { Access = from.Access }),
        new("accessText", card => card.AccessText, (card, from) => card with { AccessText = from.AccessText }),
        new("terms", card => card.Terms, (card, from) => card with { Terms = from.Terms }),
        new("price", card => card.Price, (card, from) => card with { Price = from.Price }),
        new("link", card => card.Link, (card, from) => card with { Link = from.Link }));
}
