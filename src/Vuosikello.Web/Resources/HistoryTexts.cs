namespace Vuosikello.Web.Resources;

/// <summary>What happened, in sentences; what was before and after; what changed since somebody last looked.</summary>
public sealed class HistoryTexts;
