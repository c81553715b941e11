namespace Vuosikello.Web.Resources;

/// <summary>The register of partners and the partners' cards.</summary>
public sealed class PartnerTexts;
