namespace Vuosikello.Web.Resources;

/// <summary>Things as they were at a moment, and two of their versions side by side.</summary>
public sealed class PastTexts;
