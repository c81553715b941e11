namespace Vuosikello.Web.Resources;

/// <summary>What mails say.</summary>
public sealed class LetterTexts;
