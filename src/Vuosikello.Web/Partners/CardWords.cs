using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Partners;

/// <summary>A field's value on a card of a register in words, to see two of them side by side.</summary>
public sealed class CardWords(FieldWords words, Texts texts)
{
    /// <returns>A dash for what is empty.</returns>
    public string Of(object? value, Partnership partnership) => words.Of(value switch
    {
        PartnerKind kind => texts.Setup[$"Kind.{kind}"].Value,
        PartnerId partner => partnership.NameOf(partner).In(LanguageSetup.Current),
        ValueList<PartnerContact> contacts => string.Join(", ", contacts.Select(contact => contact.Role.In(LanguageSetup.Current))),
        ValueList<AccessFeature> access => string.Join(", ", access.Select(feature => texts.Premises[$"Access.{feature}"].Value)),
        _ => value,
    }, partnership);
}
