namespace Vuosikello.Web.Resources;

/// <summary>Importing a file of activities into a year.</summary>
public sealed class ImportTexts;
