namespace Vuosikello.Web.Resources;

/// <summary>One's own tokens for the API.</summary>
public sealed class TokenTexts;
