namespace Vuosikello.Web.Resources;

/// <summary>The check of exports and logs: the page, and in English the verb <c>verify</c>.</summary>
public sealed class ProofTexts;
