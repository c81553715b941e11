namespace Vuosikello.Web.Resources;

/// <summary>What the API says that the pages never have to.</summary>
public sealed class ApiTexts;
