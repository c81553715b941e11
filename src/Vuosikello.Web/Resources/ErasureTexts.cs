namespace Vuosikello.Web.Resources;

/// <summary>What is held on a person, and erasing it.</summary>
public sealed class ErasureTexts;
