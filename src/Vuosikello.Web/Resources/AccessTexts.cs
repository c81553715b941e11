namespace Vuosikello.Web.Resources;

/// <summary>Whether a partnership is public, and what that means.</summary>
public sealed class AccessTexts;
