namespace Vuosikello.Web.Resources;

/// <summary>Steering reviews.</summary>
public sealed class ReviewTexts;
