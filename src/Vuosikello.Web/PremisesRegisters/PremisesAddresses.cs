using Vuosikello.Domain;

namespace Vuosikello.Web.PremisesRegisters;

/// <summary>Where the register of premises is.</summary>
public static class PremisesAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/premises";

    public static string New(PartnershipId partnership) => $"{All(partnership)}/new";

    public static string Of(PartnershipId partnership, PremisesId premises) => $"{All(partnership)}/{premises}";

    public static string Edit(PartnershipId partnership, PremisesId premises) => $"{Of(partnership, premises)}/edit";
}
