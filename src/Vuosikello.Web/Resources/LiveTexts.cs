namespace Vuosikello.Web.Resources;

/// <summary>What happens while a page is open: changes, presence, the connection.</summary>
public sealed class LiveTexts;
