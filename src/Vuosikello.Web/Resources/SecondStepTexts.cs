namespace Vuosikello.Web.Resources;

/// <summary>The second step of signing in.</summary>
public sealed class SecondStepTexts;
