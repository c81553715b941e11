using Vuosikello.Domain.Activities;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Web.PremisesRegisters;

/// <summary>Where an activity's form chose premises: place and address are those of the card at that time, unless somebody wrote others.</summary>
public static class ChosenPremises
{
    /// <param name="wanted">As the form says; null for nowhere.</param>
    /// <param name="seen">As it was when the form was shown; null for nowhere.</param>
    /// <param name="register">The partnership's; null while it is empty.</param>
    public static Venue? Filled(Venue? wanted, Venue? seen, PremisesRegister? register)
    {
        if (wanted?.Premises is not { } chosen || chosen == seen?.Premises || register?.Find(chosen) is not { } card) return wanted;
        bool keepsName = wanted.Name is not null && wanted.Name != seen?.Name;
        bool keepsAddress = wanted.Address is not null && wanted.Address != seen?.Address;
        return wanted with { Name = keepsName ? wanted.Name : card.Name.In("fi"), Address = keepsAddress ? wanted.Address : card.Address };
    }
}
