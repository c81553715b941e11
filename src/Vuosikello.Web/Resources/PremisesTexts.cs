namespace Vuosikello.Web.Resources;

/// <summary>The register of premises.</summary>
public sealed class PremisesTexts;
