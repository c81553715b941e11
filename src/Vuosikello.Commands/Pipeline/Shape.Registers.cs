using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfRegister(ICommand command) => command switch
    {
        BringInPartners { Partners: null } => "partners",
        BringInPartners bring => bring.Partners.Select(card => card is null ? "partners" : FlawOf(card)).FirstOrDefault(flaw => flaw is not null),
        RegisterPremises register => FlawOf(register.Premises),
        ChangePremises change => FlawOf(change.Premises),
        WithdrawPremises { Premises.Value: null } => "premises",
        ConfirmPartnerCard { Partner.Value: null } => "partner",
        _ => null,
    };

    private static string? FlawOf(Partner partner) => partner switch
    {
        not { Id.Value: not null, Name: not null, Areas: not null, Themes: not null } => "partner",
        _ when partner.Contacts.Any(contact => contact is not { Role: not null } || contact.Id.Value == Guid.Empty || !Enum.IsDefined(contact.Visibility)) => "contacts",
        _ => null,
    };

    private static string? FlawOf(Premises premises) => premises switch
    {
        not { Id.Value: not null, Owner.Value: not null } => "premises",
        { Name: null } => "name",
        { Access: null } => "access",
        { AccessText: null } => "accessText",
        { Terms: null } => "terms",
        { Price: null } => "price",
        _ when premises.Access.Any(feature => !Enum.IsDefined(feature)) => "access",
        _ => null,
    };
}
