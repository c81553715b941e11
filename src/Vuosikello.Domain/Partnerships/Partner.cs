namespace Vuosikello.Domain.Partnerships;

/// <summary>An organisation that takes part: its card in the register.</summary>
/// <param name="Id">Unique within the partnership.</param>
/// <param name="Kind">What kind of organisation.</param>
/// <param name="Name">In any of the three languages.</param>
/// <param name="Areas">In which it works.</param>
/// <param name="Themes">On which it works.</param>
/// <param name="BusinessId">Its Y-tunnus; null when it has none or nobody said.</param>
/// <param name="RegisterNumber">An association's in the register of associations; null as above.</param>
/// <param name="WebPage">An absolute http or https address.</param>
/// <param name="Contacts">By whom it is reached; none when left out.</param>
public sealed record Partner(
    PartnerId Id,
    PartnerKind Kind,
    LocalText Name,
    ValueList<AreaId> Areas,
    ValueList<ThemeId> Themes,
    BusinessId? BusinessId = null,
    RegisterNumber? RegisterNumber = null,
    string? WebPage = null,
    ValueList<PartnerContact>? Contacts = null)
{
    public ValueList<PartnerContact> Contacts { get; init; } = Contacts ?? [];
}

/// <summary>
/// A role in which somebody answers for an organisation, such as its chair. Who that is, no event says: either a member, by id, or somebody
/// whose name and addresses are in the accounts database under the contact's id, and can be erased there.
/// </summary>
/// <param name="Id">The contact's own; stays when the role gets another text.</param>
/// <param name="Role">Such as <c>puheenjohtaja</c>; never a person's name.</param>
/// <param name="Visibility">Who sees the contact.</param>
/// <param name="Member">The member who it is, when it is one.</param>
public sealed record PartnerContact(ContactId Id, LocalText Role, ContactVisibility Visibility = ContactVisibility.Members, MemberId? Member = null);

/// <summary>Who sees by whom an organisation is reached.</summary>
public enum ContactVisibility
{
    /// <summary>The members of the partnership.</summary>
    Members,

    /// <summary>Anybody.</summary>
    Public,
}

public enum PartnerKind
{
    Municipality,
    Association,
    Parish,
    WellbeingServicesCounty,
    School,
    Company,
    Other,
}
