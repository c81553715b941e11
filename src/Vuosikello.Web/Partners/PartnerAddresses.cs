using Vuosikello.Domain;

namespace Vuosikello.Web.Partners;

/// <summary>Where the register of partners and its cards are.</summary>
public static class PartnerAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/partners";

    public static string New(PartnershipId partnership) => $"{All(partnership)}/new";

    public static string Import(PartnershipId partnership) => $"{All(partnership)}/import";

    /// <summary>The table of those who are asked for.</summary>
    public static string Export(PartnershipId partnership, PartnerRegisterQuery query) =>
        query.At(partnership, 1).Replace(All(partnership), $"{All(partnership)}/export.csv", StringComparison.Ordinal);

    public static string Of(PartnershipId partnership, PartnerId partner) => $"{All(partnership)}/{partner}";

    public static string Edit(PartnershipId partnership, PartnerId partner) => $"{Of(partnership, partner)}/edit";

    /// <summary>The short name of a new partner: made of its name, and of none that is taken or that an address of the register itself ends in.</summary>
    /// <returns>Null when no short name can be made of it.</returns>
    public static PartnerId? Free(LocalText name, Func<string, bool> isTaken)
    {
        string slug = Slug.From(name.In("fi"));
        if (slug.Length == 0) return null;
        string free = slug;
        for (int next = 2; isTaken(free) || free is "new" or "import"; next++)
        {
            string end = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{next}");
            free = slug[..Math.Min(slug.Length, 60 - end.Length)].TrimEnd('-') + end;
        }
        return new(free);
    }
}
