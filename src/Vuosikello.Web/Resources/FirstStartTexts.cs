namespace Vuosikello.Web.Resources;

/// <summary>A server without an administrator.</summary>
public sealed class FirstStartTexts;
