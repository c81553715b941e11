namespace Vuosikello.Web.Resources;

/// <summary>Private calendar links.</summary>
public sealed class LinkTexts;
