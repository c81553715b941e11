namespace Vuosikello.Web.Resources;

/// <summary>One's own account.</summary>
public sealed class AccountTexts;
