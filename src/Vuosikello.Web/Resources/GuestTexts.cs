namespace Vuosikello.Web.Resources;

/// <summary>Guest links of comment rounds: the pages behind them, and making them.</summary>
public sealed class GuestTexts;
