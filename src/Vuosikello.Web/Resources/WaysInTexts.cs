namespace Vuosikello.Web.Resources;

/// <summary>What an administrator does for whoever has lost their ways in.</summary>
public sealed class WaysInTexts;
