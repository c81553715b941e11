namespace Vuosikello.Web.Resources;

/// <summary>Comment rounds: planning, statements, answers, summaries.</summary>
public sealed class RoundTexts;
