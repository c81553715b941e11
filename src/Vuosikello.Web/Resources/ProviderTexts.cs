namespace Vuosikello.Web.Resources;

/// <summary>Signing in by a provider, and linking one to one's account.</summary>
public sealed class ProviderTexts;
