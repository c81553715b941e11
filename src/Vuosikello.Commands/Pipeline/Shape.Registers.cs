using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfRegister(ICommand command) => command switch
    {
        BringInPartners { Partners: null } => "partners",
        BringInPartners bring => bring.Partners.Select(card => card is null ? "partners" : FlawOf(card)).FirstOrDefault(flaw => flaw is not null),
        ConfirmPartnerCard { Partner.Value: null } => "partner",
        _ => null,
    };

    private static string? FlawOf(Partner partner) => partner switch
    {
        not { Id.Value: not null, Name: not null, Areas: not null, Themes: not null } => "partner",
        _ when partner.Contacts.Any(contact => contact is not { Role: not null } || contact.Id.Value == Guid.Empty || !Enum.IsDefined(contact.Visibility)) => "contacts",
        _ => null,
    };
}
